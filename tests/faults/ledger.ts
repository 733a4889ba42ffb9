// The books after the faults: the log folded again, and held against what every phone was told.
import { isDeepStrictEqual } from 'node:util';
import { apply } from '../../server/src/game/apply.ts';
import type { Entry } from '../../server/src/game/commands.ts';
import { begin } from '../../server/src/game/state.ts';
import type { RoomState } from '../../server/src/game/state.ts';
import { meView } from '../../server/src/game/views.ts';
import type { RoomLog } from '../../server/src/log/room-log.ts';
import { openSqliteHome } from '../../server/src/log/sqlite/home.ts';
import type { Phone } from './phone.ts';
import type { Table } from './table.ts';

const fold = ([first, ...rest]: Entry[]): RoomState => {
  if (!first) throw new Error('a room without entries');
  const state = begin(structuredClone(first));
  for (const entry of rest) apply(state, structuredClone(entry));
  return state;
};

const entriesOf = async (log: RoomLog, code: string): Promise<Entry[]> => {
  const entries: Entry[] = [];
  const subscription = await log.follow(code, 1, (entry) => entries.push(entry));
  subscription.stop();
  return entries;
};

/** What a phone was told about its answers, against the fold. */
const answersAmiss = (phone: Phone, state: RoomState): string[] =>
  [...phone.verdicts].flatMap(([step, { option, verdict, elapsedMs }]) => {
    const answer = state.run?.steps.find((asked) => asked.step === step)?.answers[phone.player];
    const counted = answer?.reply.option;
    if (elapsedMs !== null && answer && answer.elapsedMs !== elapsedMs)
      return `accepted after ${elapsedMs} ms at ${step}, counted with ${answer.elapsedMs}`;
    if (verdict === 'accepted' && counted !== option)
      return `accepted ${option} at ${step}, counted ${String(counted)}`;
    return verdict !== 'accepted' && counted !== undefined
      ? `told ${verdict} at ${step}, counted ${counted}`
      : [];
  });

/** What a phone was shown at the reveal, against the fold now. */
const resultsAmiss = (phone: Phone, state: RoomState): string[] => {
  const me = meView(state, phone.player);
  const shown = phone.results.get(me?.result?.step ?? 0);
  if (!shown || isDeepStrictEqual(shown, me?.result)) return [];
  return [`shown ${JSON.stringify(shown)}, folded ${JSON.stringify(me?.result)}`];
};

const gaps = (entries: Entry[]): string[] =>
  entries.flatMap(({ seq, at }, index) => [
    ...(seq === index + 1 ? [] : [`entry ${index + 1} has the number ${seq}`]),
    ...(at >= (entries[index - 1]?.at ?? 0) ? [] : [`time runs backwards at ${seq}`]),
  ]);

const amiss = ({ desk, phones }: Table, entries: Entry[]): string[] => {
  const state = fold(entries);
  const all = [
    ...gaps(entries),
    ...(isDeepStrictEqual(fold(entries), state) ? [] : ['the fold gives another state']),
    ...desk.line.mistakes,
    ...phones.flatMap((phone) =>
      [...phone.line.mistakes, ...answersAmiss(phone, state), ...resultsAmiss(phone, state)].map(
        (mistake) => `${phone.name}: ${mistake}`,
      ),
    ),
  ];
  return all.map((mistake) => `room ${desk.code}: ${mistake}`);
};

/** Everything that was lost, counted twice or moved, of all that was played on this log. */
export const mistakesIn = async (log: RoomLog, tables: Table[]): Promise<string[]> => {
  const mistakes: string[] = [];
  for (const table of tables) mistakes.push(...amiss(table, await entriesOf(log, table.desk.code)));
  return mistakes;
};

/** The same of a data folder; its server has ended. */
export const findMistakes = async (folder: string, tables: Table[]): Promise<string[]> => {
  const home = await openSqliteHome({ folder, synchronous: 'FULL', onWritable: () => undefined });
  if (!home.ok) throw new Error(home.why);
  const mistakes = await mistakesIn(home.log, tables);
  await home.log.close();
  return mistakes;
};
