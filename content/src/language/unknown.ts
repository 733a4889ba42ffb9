// A language whose words are not known: what stands under marks and in structures still works, grammar is off.
import { english } from './english.ts';
import type { Language } from './language.ts';

const none: ReadonlySet<string> = new Set();
/** Labels that many languages borrow as they are. */
const borrowed =
  /^(?:tl;?dr|one[- ]?liner|in short|summary|résumé|resumen|resumo|kurz|in kürze|kurz gesagt|zusammenfassung|en resumen|en bref|in breve|em resumo|samenvatting)$/i;

/** What a document's own code stands for; where it names no language, that it is not English is all that is known. */
const nameOf = (code: string): string =>
  (/^[a-z]{2}$/.test(code) && new Intl.DisplayNames(['en'], { type: 'language' }).of(code)) ||
  'another than English';

export const unknown = (code: string): Language => ({
  code,
  name: nameOf(code),
  hasGrammar: false,
  stopWords: none,
  stem: (word) => word,
  isOneLinerLabel: (label) => borrowed.test(label.trim()),
  isPartLabel: () => false,
  isExampleLabel: () => false,
  buildOf: () => '',
  genusOf: () => null,
  inSingular: (statement) => statement,
  isPersonal: () => false,
  topicOf: (title) => ({ subjects: /\?$/.test(title) ? [] : [title], asks: 'other', frame: null }),
  toldBy: () => null,
  answerIn: (sentence) => sentence,
  leadOf: () => null,
  purposeIn: () => null,
  points: () => false,
  isNoun: () => true,
  cutting: { ends: /[;:—–](?= )|, /g, opening: null, dangling: null, asides: [], ties: null },
  prompts: {
    ...english.prompts,
    term: (clue) => `“${clue}”: ?`,
    title: (title) => (/[?.!]$/.test(title) ? title : `“${title}”: ?`),
    meant: (title, name) => `${title} ${name}: …`,
  },
  absolutes: none,
  negations: none,
});
