// Commands for the log's tests, and what a test asks of a log again and again.
import type { Command, Entry, RoomLog } from '../../../server/src/log/room-log.ts';

/** The first command of a room. */
export const opening = {
  type: 'open-room',
  rules: 2,
  hostHash: 'hash',
  joinKey: 'key',
} as const satisfies Command;
/** A command that any room takes at any time. */
export const serving: Command = { type: 'serve', server: 's', gone: [] };
export const join = (name: string): Command => ({
  type: 'join',
  secretHash: `hash of ${name}`,
  name,
  nameKey: name,
  pin: null,
});
export const names = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `player ${String(i + 1)}`);
export const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);

/** The entry of an append that must have worked. */
export const entryOf = (appended: Awaited<ReturnType<RoomLog['append']>> | null): Entry => {
  if (!appended?.ok) throw new Error(`not appended: ${appended?.failure ?? 'code in use'}`);
  return appended.entry;
};

/** All entries of a room that stand in the log now. */
export const entriesOf = async (log: RoomLog, code: string, fromSeq = 1): Promise<Entry[]> => {
  const entries: Entry[] = [];
  const subscription = await log.follow(code, fromSeq, (entry) => entries.push(entry));
  subscription.stop();
  return entries;
};

export const seqsOf = (entries: Entry[]): number[] => entries.map(({ seq }) => seq);

/** What people and machines send that must come back as it went in. */
export const oddNames = [
  '',
  '__proto__',
  'constructor',
  'Zoë 🦄 e\u0301 \u202e',
  'zero \u0000 and \u001f',
  'half a pair \ud83e',
  `'; drop table entry; --`,
  '"]}\\u0000\\',
  '\r\n\u2028\u2029',
];

export const megabyteQuiz = (): Command => ({
  type: 'prepare',
  moment: 1,
  title: 'A megabyte of ünïcode',
  questions: Array.from({ length: 1000 }, (_, i) => ({
    id: `q${String(i)}`,
    family: 'hand-written',
    tier: 'standard',
    prompt: `What is ${String(i)}?`,
    body: { kind: 'choice', options: ['a', 'b', 'c'], key: 1 },
    explanation: 'é'.repeat(600),
    source: { document: 'd', entry: 'e', line: i + 1 },
    factIds: [],
    difficulty: 0.5,
    remarks: [],
  })),
  settings: {
    seconds: null,
    points: 'flat',
    streakBonus: false,
    shuffle: false,
    lateJoining: true,
    textOnPhones: true,
    names: 'own',
    changingAnswers: false,
    advance: 'host',
  },
  keepScores: false,
});
