// What is known of English: whom a title asks about, what a sentence tells of whom, and of which build a statement is.
import { describe, expect, it } from 'vitest';
import { english } from '../../content/src/language/english.ts';
import { purposeIn } from '../../content/src/language/purpose.ts';
import { toldBy, topicOf } from '../../content/src/language/grammar.ts';

describe('subjects of a title', () => {
  it.each([
    ['What is the difference between a list and a tuple in Python?', ['list', 'tuple']],
    [
      'What are decorators and generators in Python, and where do you use them?',
      ['decorators', 'generators'],
    ],
    ['Explain synchronous and asynchronous execution.', ['synchronous execution', 'asynchronous execution']],
    ['What is the capital of Australia?', ['capital of Australia']],
    ['What is the highest mountain in Africa?', ['highest mountain in Africa']],
    ['How do you reduce API latency?', []],
    ['Photosynthesis', ['Photosynthesis']],
  ])('of %s are %j', (title, subjects) => expect(topicOf(title).subjects).toEqual(subjects));
});

describe('purposes', () => {
  it.each([
    ['Use a ', ' for static files.', 'used for static files.'],
    ['Used ', ' to avoid computing twice', 'used to avoid computing twice'],
    ['Analyze slow queries using ', '.', 'used to analyze slow queries'],
  ])('%j … %j tell that it is %j', (before, after, purpose) =>
    expect(purposeIn(before, after)).toBe(purpose),
  );

  it.each([
    ['Use ', ' for:'],
    ['Use ', ' and others'],
    ['Avoid ', ' using joins'],
    ['Removed ', ' to save time'],
  ])('%j … %j tell nothing', (before, after) => expect(purposeIn(before, after)).toBeNull());
});

describe('sentences', () => {
  it('tell of a subject by "is", by a verb, or not at all', () => {
    expect(toldBy('A decorator is a function that wraps another.', ['decorators'])).toEqual({
      subject: 'decorators',
      predicate: 'a function that wraps another.',
      link: 'is',
    });
    expect(toldBy('Polymorphism allows one name for many things.', ['polymorphism'])?.link).toBe('verb');
    expect(toldBy('It is easy to see why.', ['decorators'])).toBeNull();
  });
});

describe('builds of a statement', () => {
  it.each([
    ['the language that decides how a document looks', 'thing'],
    ['drops of rain', 'thing'],
    ['stores that sell tea', 'thing'],
    ['was first put together within days', 'deed'],
    ['can create a resource', 'deed'],
    ['reaches a server at an address', 'deed'],
    ['travel as plain text', 'deed'],
    ['used for input validation', 'quality'],
    ['best for small files', 'quality'],
    ['at the edge of a network', 'place'],
    ['the next task starts at once', 'sentence'],
    ['who are you?', 'question'],
  ])('%j is a %s', (statement, build) => expect(english.buildOf(statement)).toBe(build));
});

describe('the genus of a definition', () => {
  it.each([
    ['the attack that lays an invisible page over a visible one', 'attack'],
    ['an old caravan town between the Sahara and the Niger', 'town'],
    ['the brown, fragrant result of heating sugar', 'result'],
    ['mutable, meaning that its items may change', null],
    ['one of the two', null],
    ['runs before every request', null],
  ])('of %j is %j', (definition, genus) => expect(english.genusOf(definition)).toBe(genus));
});

describe('deeds in the singular', () => {
  it.each([
    ['provide lazy evaluation', 'provides lazy evaluation'],
    ['carry goods', 'carries goods'],
    ['pass along', 'passes along'],
    ['do not change', 'does not change'],
    ['Use Kong or Nginx', 'Uses Kong or Nginx'],
  ])('%j is %j', (deed, one) => expect(english.inSingular(deed)).toBe(one));

  it.each(['check that passes', 'set of rules', 'allows one name', 'provide', 'a list that grows'])(
    '%j stays as it is',
    (statement) => expect(english.inSingular(statement)).toBe(statement),
  );
});
