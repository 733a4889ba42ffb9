// What an author is told about a document, by line, and what is no cause for a remark.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeBank } from '@oneliner/content';

/** The remarks as forge prints them. */
const remarks = (text: string, overrides?: string): string[] =>
  makeBank({ name: 'x.md', text, overrides }).remarks.map(({ line, text: said }) => `${line ?? '-'} ${said}`);

const entry = (title: string, answer: string): string => `## ${title}\n\n${answer}\n\n`;
const summed = (name: string, is: string): string =>
  entry(`What is ${name}?`, `Much could be told.\n\nIn short: ${name} is ${is}.`);
/** Four entries with nothing to mend, on lines 1 to 24. */
const sound =
  summed('Tea', 'the drink that is made of leaves') +
  summed('Cider', 'the drink that is made of apples') +
  summed('Mead', 'the drink that is made of honey') +
  summed('Sake', 'the drink that is made of rice');

describe('a sound document', () => {
  it('gives no cause for a remark', () => expect(remarks(sound)).toEqual([]));
});

describe('an entry', () => {
  it('without a one-liner is named; one of a single paragraph is its own', () => {
    const long = entry('What is Rum?', 'Rum is a drink of cane.\n\nIt is strong.');
    expect(remarks(sound + long)).toContain(
      '25 “What is Rum?” has no one-liner. Add one under a label such as “One-line summary”.',
    );
    expect(remarks(sound + entry('What is Rum?', 'Rum is the drink that is made of cane.'))).toEqual([]);
  });

  it('with a one-liner too long for a phone is named by the one-liner’s line', () => {
    const long = `the drink that ${'goes on and '.repeat(8)}ends`;
    expect(remarks(sound + summed('Rum', long)).join()).toMatch(/29 This one-liner has \d+ letters/);
  });

  it('that answers the same as another is named with the other’s line; a short one is not', () => {
    const words =
      'boiling water poured over dried fermented leaves from shrubs growing high upon misty southern slopes, where pickers carry baskets before sunrise and factories wither, roll, oxidise, fire, sort, pack, ship';
    const twin = (name: string): string =>
      entry(`What is ${name}?`, `${words}.\n\nIn short: ${name} is ${words}.`);
    expect(remarks(sound + twin('Chai') + twin('Char')).join()).toMatch(
      /31 “What is Char\?” says nearly the same as the entry in line 25/,
    );
    expect(remarks(sound).join()).not.toContain('says nearly the same');
  });

  it('about its author is named and not asked', () => {
    expect(remarks(sound + entry('What did you build in your last project?', 'In short: a cache.'))).toEqual([
      '25 “What did you build in your last project?” is about its author, so nothing is asked from it. To have it asked, write about the thing itself, without “you”, “your” and “interview”.',
    ]);
  });

  it('that nothing is asked from is named', () => {
    expect(remarks(sound + entry('Why?', 'Because.')).join()).toContain('25 Nothing is asked from “Why?”.');
  });
});

describe('a one-liner that no question asks', () => {
  it('is named with what spoke against it', () => {
    expect(remarks(sound + summed('Rum', 'the drink'))).toEqual([
      '29 No question asks this one-liner. With “The drink” as the right answer and those of other entries as wrong ones, fewer than two of those are of its kind and surely wrong. Write entries about two more things of its kind, each with a one-liner of its own.',
    ]);
    expect(remarks(sound + summed('Rum', 'the drink that is always made of cane')).join()).toContain(
      'it is the only answer with a word such as “always” or “only”. Word it more like the others.',
    );
    expect(remarks(sound + summed('Rum', 'always strong')).join()).toContain(
      'the answers differ too much in length. Bring them to a similar length.',
    );
  });

  it('is named where it tells of nothing that its entry asks about', () => {
    const text =
      sound + entry('What is the difference between Rum and Gin?', 'Yes.\n\nIn short: Ask a sailor.');
    expect(remarks(text).join()).toContain(
      '29 No question asks this one-liner, as it is about nothing that its heading names. Begin it with a name from there: “Tea is …”.',
    );
  });

  it('is named where the overrides leave it out', () => {
    const [fact = ''] = makeBank({ name: 'x.md', text: sound }).questions[0]?.factIds ?? [];
    expect(remarks(sound, JSON.stringify({ suppress: [fact] }))).toContain(
      '5 No question asks this one-liner, as the overrides beside this document leave it out. Take it out of “suppress” there to have it asked.',
    );
  });
});

describe('a remark', () => {
  it('uses no word that only the game’s makers know', () => {
    const folder = new URL('../../content/documents/', import.meta.url);
    const text = readFileSync(new URL('python-backend-interview.md', folder), 'utf8');
    const own = remarks(text).map((said) => said.replace(/“[^”]*”/g, ''));
    expect(own.length).toBeGreaterThan(20);
    expect(own.filter((said) => /distractor|\bkeys?\b|\bgate\b|\boptions?\b|\bfacts?\b/i.test(said))).toEqual(
      [],
    );
  });
});

describe('a document', () => {
  it('in another language is told what is off; an English one is not', () => {
    expect(remarks(`---\nlanguage: fr\n---\n\n${sound}`)[0]).toBe(
      '- The language is French, so questions come from terms and one-liners only: comparing sentences needs English. If it is English, begin the file with three lines: “---”, “language: en”, “---”.',
    );
    expect(remarks(`---\nlanguage: x!\n---\n\n${sound}`)[0]).toContain(
      'The language is another than English',
    );
    expect(remarks(`---\nlanguage: en-GB\n---\n\n${sound}`)).toEqual([]);
  });

  it('that was read wrongly once is told what was put right', () => {
    const damaged = `${sound}## What is Rum?\n\nRum is the drink that is made of cane ‚Äî hot ‚Üí cold ‚≠ê.\n`;
    expect(remarks(damaged)[0]).toMatch(/^- 3 characters are garbled: the file was opened as macintosh once/);
  });
});

describe('a question written by hand', () => {
  const boxes = (...options: string[]): string =>
    entry('Which is sweet?', options.map((one) => `- ${one}`).join('\n'));

  it('with no box checked, or two, is left out with one remark', () => {
    const said = 'This question is left out. Mark exactly one answer with [x]';
    for (const text of [boxes('[ ] Tea', '[ ] Mead'), boxes('[x] Tea', '[x] Mead')]) {
      expect(remarks(sound + text)).toHaveLength(1);
      expect(remarks(sound + text)[0]).toContain(said);
    }
  });

  it('that gives itself away is kept as it is, and says so itself', () => {
    const text = boxes('[x] The sweet one of honey', '[ ] Tea from leaves here', '[ ] Cider from apples');
    const question = makeBank({ name: 'x.md', text: sound + text }).questions.at(-1);
    expect(question?.remarks).toEqual([
      'This question may be unfair. With “The sweet one of honey” as the right answer, it is the only answer that repeats a word of the question. Say it without that word.',
    ]);
    expect(remarks(sound + text)).toEqual([]);
  });
});
