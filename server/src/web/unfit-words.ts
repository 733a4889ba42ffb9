// Words that no big screen should show: those of the `obscenity` library, looked for all at once.
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });

/** What is used here of the matcher that its types keep to themselves. */
interface MatcherBeneath {
  readonly blacklistedTerms: { regExp: RegExp }[];
  readonly blacklistMatcherTransformers: object;
  /** The text as the words are looked for in it, behind a map of places. */
  applyTransformers(text: string, transformers: object): [unknown, string];
}

const beneath = matcher as unknown as MatcherBeneath;
const sources = beneath.blacklistedTerms.map(({ regExp }) => regExp.source);
const anyWord = new RegExp(sources.join('|'), beneath.blacklistedTerms[0]?.regExp.flags.replace('g', ''));

/** Nearly every name has none of the words. To look for each by itself takes the better part of a join. */
const mayHave = (text: string): boolean =>
  anyWord.test(beneath.applyTransformers(text, beneath.blacklistMatcherTransformers)[1]);

/** Whether one of the words is in a text, however it is written. */
export const hasUnfitWord = (text: string): boolean => mayHave(text) && matcher.hasMatch(text);
