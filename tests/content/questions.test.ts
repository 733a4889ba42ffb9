// Facts to questions: what each family proposes and what it leaves alone, and which distractors may be true.
import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../content/src/facts/knowledge.ts';
import type { Knowledge } from '../../content/src/facts/knowledge.ts';
import type { Draft } from '../../content/src/questions/draft.ts';
import { clueFrom } from '../../content/src/questions/clue.ts';
import { FAMILIES } from '../../content/src/questions/families.ts';
import { Sayings, doubt } from '../../content/src/questions/reliability.ts';
import { waysOf } from '../../content/src/questions/ways.ts';
import { Eye } from '../../content/src/gate/features.ts';
import { english } from '../../content/src/language/english.ts';
import { readDocument } from '../../content/src/read/document.ts';

const known = (text: string): Knowledge => knowledgeOf(readDocument('x.md', text));

function drafts(text: string, name: string): Draft[] {
  const family = FAMILIES.find((one) => one.name === name);
  const knowledge = known(text);
  return knowledge.chapters.flatMap((chapter) => family?.propose(knowledge, chapter) ?? []);
}

const first = ({ ways: [way = ''] }: { ways: readonly string[] }): string => way;
/** Each draft as a line: prompt, right option, and distractors, the best first. */
const proposed = (text: string, name: string): string[] =>
  drafts(text, name).map(({ prompt, key, pool }) =>
    [prompt, first(key), pool.map(first).join(', ')].join(' | '),
  );

const SALT = '\n\n## What is salt?\n\nSalt is a mineral from the sea.\n';

describe('table contrast', () => {
  const table = (rows: string): string =>
    `## What is the difference between tea and coffee?\n\n| | Tea | Coffee |\n|-|-|-|\n${rows}${SALT}`;

  it('asks a cell among those of the other column in other rows', () => {
    const rows = '| Part | leaf | bean |\n| Taste | bitter | sour |\n| Home | China | Ethiopia |\n';
    expect(proposed(table(rows), 'table-contrast').slice(0, 2)).toEqual([
      'Comparing Tea and Coffee: which is true of Tea? | Part: leaf | Taste: sour, Home: Ethiopia',
      'Comparing Tea and Coffee: which is true of Tea? | Taste: bitter | Part: bean, Home: Ethiopia',
    ]);
  });

  it('leaves yes and no alone, and rows that say the same', () => {
    const rows = '| Hot | yes | no |\n| Served | in a big old cup | in a big cup |\n';
    expect(proposed(table(rows), 'table-contrast')).toEqual([]);
  });
});

describe('typed list', () => {
  const text = (lead: string): string =>
    `## What is tea?\n\n${lead}\n\n- **Green tea** – leaves that are steamed in a basket\n- **Black tea** – leaves that lie in the air for long\n- **White tea** – buds that are dried in the sun${SALT}`;

  it('asks which kind is described', () => {
    expect(proposed(text('Types of tea:'), 'typed-list')[0]).toBe(
      'Which kind of tea is meant: “leaves that are steamed in a basket”? | Green tea | Black tea, White tea',
    );
  });

  it('leaves a list alone whose lead names no kinds', () => {
    expect(proposed(text('Some like these:'), 'typed-list')).toEqual([]);
  });
});

describe('contrast', () => {
  const sides = (coffee: string): string =>
    `## What is the difference between tea and coffee?\n\n### Tea\n\n- Made from leaves\n- Calms people\n\n### Coffee\n\n${coffee}${SALT}`;

  it('asks what is true of one side among what is true of the other', () => {
    expect(proposed(sides('- Made from beans\n- Wakes people'), 'contrast')[0]).toBe(
      'Which is true of tea rather than coffee? | Made from leaves | Made from beans, Wakes people',
    );
  });

  it('asks nothing that says its own name, and offers last what says the other', () => {
    const [draft] = proposed(sides('- Goes with coffee cake\n- Wakes people\n- Grows on shrubs'), 'contrast');
    expect(draft).toContain('| Wakes people, Grows on shrubs, Goes with coffee cake');
  });

  it('asks nothing where only one side is told of', () => {
    expect(proposed(sides('Who knows?'), 'contrast')).toEqual([]);
  });
});

describe('one-liner to name', () => {
  const attack = (name: string, does: string): string =>
    `## What is ${name}?\n\n${name} is the attack that ${does}.\n\n`;
  const text =
    attack('Spoofing', 'sends under a false name') +
    '## What is Tea?\n\nTea is a drink of green leaves.\n\n' +
    attack('Flooding', 'sends more than anybody can read');

  it('asks which name a description fits, things of its own kind first', () => {
    expect(proposed(text, 'one-liner-to-name')[0]).toBe(
      'Which term fits “the attack that sends under a false name”? | Spoofing | Spoofing, Flooding, Tea',
    );
  });

  it('asks nothing of a description that is hardly one', () => {
    expect(
      proposed('## What is tea?\n\nTea is it.\n\n## What is salt?\n\nSalt is that.\n', 'one-liner-to-name'),
    ).toEqual([]);
  });
});

describe('sequence', () => {
  it('asks what comes next, but after no step that comes twice', () => {
    const text = `## How do you brew tea?\n\n### Summary\n\nBrewing = boil → pour → wait → stir → wait → drink${SALT}`;
    expect(proposed(text, 'sequence')).toEqual([
      'Brewing: what comes right after “boil”? | Pour | Wait, Stir, Drink',
    ]);
  });

  it('takes a pair for no chain', () => {
    expect(
      proposed(`## How do you brew tea?\n\n### Summary\n\nBrewing = boil → drink${SALT}`, 'sequence'),
    ).toEqual([]);
  });
});

describe('list member', () => {
  const text = (second: string): string =>
    `## How do you drink?\n\nWe take tea when we need:\n\n- calm\n- warmth\n\n${second}\n\n- speed\n- focus${SALT}`;

  it('asks what belongs to a list among what belongs to another', () => {
    expect(proposed(text('We take coffee when we must have:'), 'list-member')[0]).toContain('| Calm |');
  });

  it('offers nothing from a list that speaks of the same', () => {
    expect(proposed(text('We take black tea for:'), 'list-member')[0]).toBe(
      'Which belongs here: “We take tea when we need …”? | Calm | ',
    );
  });
});

describe('question to one-liner', () => {
  it('asks the document’s question among one-liners of one build', () => {
    const text =
      '## What is tea?\n\nIn short: Tea is a drink of leaves.\n\n## What is salt?\n\nIn short: Salt is a mineral from the sea.\n\n## How do you sleep?\n\nIn short: In a dark room.\n';
    expect(proposed(text, 'question-to-one-liner')[0]).toBe(
      'What is tea? | A drink of leaves | A drink of leaves, A mineral from the sea',
    );
  });

  it('says which is meant where the question asks about two', () => {
    const text = `## What is the difference between tea and milk?\n\nIn short:\n\n- Tea is a drink of leaves.\n- Milk is a drink of cows.${SALT}`;
    expect(proposed(text, 'question-to-one-liner')[0]).toContain('between tea and milk? Tea is … |');
  });
});

describe('doubts about a distractor', () => {
  const doubts = (text: string): (string | null)[] => {
    const [draft] = drafts(text, 'one-liner-to-name');
    const sayings = new Sayings(known(text));
    return draft ? draft.pool.map((choice) => doubt(draft, choice, sayings)) : [];
  };

  it('are none where it tells of something else', () => {
    const text =
      '## What is tea?\n\nTea is a drink of green leaves.\n\n## What is salt?\n\nSalt is a white mineral.\n';
    expect(doubts(text)).toEqual(['tells of the same thing', null]);
  });

  it('arise where it says nearly what the key says', () => {
    const text =
      '## What is tea?\n\nTea is a drink of green leaves.\n\n## What is mate?\n\nMate is a drink of dry green leaves.\n';
    expect(doubts(text)[1]).toBe('says nearly what the key says');
  });

  it('are fewer between terms that one list sets side by side', () => {
    const text =
      '## How do you keep tea?\n\nMind two things:\n\n- **Boxes**: open to the air, inside the house\n- **Tins**: sealed to the air, inside the house\n\n## What is salt?\n\nSalt is a white mineral.\n';
    expect(doubts(text)[1]).not.toBe('is told of the asked thing, too');
  });
});

describe('ways to ask', () => {
  const asked = (...is: string[]): string[] => {
    const names = ['Tea', 'Mead', 'Sake', 'Rum'];
    const text = is.map((one, at) => `## What is ${names[at]}?\n\n${names[at]} is ${one}.\n\n`).join('');
    const [draft] = drafts(text, 'question-to-one-liner');
    if (!draft) throw new Error('no draft');
    const found = waysOf(draft, new Sayings(known(text)), new Eye(english));
    return 'ways' in found
      ? found.ways.map(({ others }) => others.map((other) => other.text).join(', '))
      : found.reasons;
  };

  it('have three distractors where three are fair', () => {
    const [way] = asked('a drink of leaves', 'a wine of honey', 'a beer of rice', 'a spirit of cane');
    expect(way).toBe('A wine of honey, A beer of rice, A spirit of cane');
  });

  it('have two where a third would give the key away', () => {
    const ways = asked(
      'a drink that is made of leaves',
      'a wine that comes from honey',
      'a beer that is brewed with rice',
      'a juice',
    );
    expect(ways).toEqual(['A wine that comes from honey, A beer that is brewed with rice']);
  });

  it('are none where only one is fair, and the reason is told', () => {
    const reasons = asked(
      'a drink that is made of leaves',
      'a wine that comes from honey',
      'a beer',
      'a juice',
    );
    expect(reasons[0]).toBe('lengths differ');
  });
});

describe('clues', () => {
  const clue = (subject: string, text: string): string | null =>
    clueFrom(
      { id: 'x', kind: 'meaning', entry: 0, line: 1, subject, text, sentence: text, oneLiner: null },
      english,
    );

  it('mask the described thing’s own words once', () => {
    expect(clue('Deep copy', 'an independent copy of all nested objects')).toBe(
      'an independent ___ of all nested objects',
    );
  });

  it('are none where two blanks would be needed, or little is left', () => {
    expect(clue('Deep copy', 'a copy that is deep in all nested objects')).toBeNull();
    expect(clue('Deep copy', 'a copy of objects')).toBeNull();
  });
});
