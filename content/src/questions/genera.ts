// What kind of thing each subject is said to be: what is an attack is best mistaken for another attack.
import type { Fact } from '../facts/fact.ts';
import type { Chapter, Knowledge } from '../facts/knowledge.ts';
import { normal } from '../text/words.ts';
import type { Choice } from './draft.ts';

type Genera = ReadonlyMap<string, ReadonlySet<string>>;

const known = new WeakMap<Chapter, Genera>();

/** The kinds that a chapter names, by subject. */
function generaIn(chapter: Chapter, { language }: Knowledge): Genera {
  const before = known.get(chapter);
  if (before) return before;
  const genera = new Map<string, Set<string>>();
  for (const { kind, subject, text } of chapter.facts) {
    const genus = kind === 'meaning' ? language.genusOf(text) : null;
    const name = normal(subject);
    if (genus !== null) genera.set(name, (genera.get(name) ?? new Set()).add(genus));
  }
  known.set(chapter, genera);
  return genera;
}

const none: ReadonlySet<string> = new Set();

/** Whether two facts tell of things of one kind, such as two attacks or two rivers. */
function areAkin(a: Fact, b: Fact, knowledge: Knowledge): boolean {
  const of = ({ entry, subject }: Fact): ReadonlySet<string> => {
    const chapter = knowledge.chapters[entry];
    return (chapter && generaIn(chapter, knowledge).get(normal(subject))) ?? none;
  };
  return !of(a).isDisjointFrom(of(b));
}

/** The choices that tell of things of the fact's own kind before the rest. */
export function akinFirst(fact: Fact, choices: readonly Choice[], knowledge: Knowledge): Choice[] {
  const isAkin = (choice: Choice): boolean => areAkin(choice.fact, fact, knowledge);
  return [...choices.filter(isAkin), ...choices.filter((choice) => !isAkin(choice))];
}
