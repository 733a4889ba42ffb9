// A room played by hand in a test: commands in, outcomes and views out, at times the test chooses.
import { defaultSettings } from '@oneliner/shared';
import type { Question, Settings } from '@oneliner/shared';
import { apply } from '../../../server/src/game/apply.ts';
import type { Command, Entry, HostStep } from '../../../server/src/game/commands.ts';
import { nextDueAt } from '../../../server/src/game/due.ts';
import type { Answered, Effects } from '../../../server/src/game/outcome.ts';
import { begin } from '../../../server/src/game/state.ts';
import type { RoomState } from '../../../server/src/game/state.ts';

export const question = (number: number, key = 0, options = 4): Question => ({
  id: `q${number}`,
  family: 'one-liner',
  tier: 'standard',
  prompt: `What is thing ${number}?`,
  body: { kind: 'choice', options: ['red', 'green', 'blue', 'gold'].slice(0, options), key },
  explanation: `Thing ${number} is what it is.`,
  source: { document: 'things.md', entry: `Thing ${number}`, line: number },
  factIds: [`f${number}`],
  difficulty: 0.5,
  remarks: [],
});

export const questions = (count: number, key = 0): Question[] =>
  Array.from({ length: count }, (_, index) => question(index + 1, key));

export interface Table {
  state: RoomState;
  entries: Entry[];
  /** Effects of the last command. */
  effects: Effects;
  at: number;
  /** Lets time pass, doing whatever comes due on the way, as a live room's timer would. */
  wait(ms: number): void;
  do(command: Command): Answered;
  host(type: HostStep['type']): Answered;
  /** Joins and connects a player, who is called by the name from then on. */
  join(name: string): number;
  leave(player: number): Answered;
  comeBack(player: number): Answered;
  /** Every server that had the room open has died, and another opens it. */
  wake(): Answered;
  /** Answers the present question, received now. */
  answer(
    player: number,
    option: number,
    more?: { number?: number; credit?: number; receivedAt?: number },
  ): Answered;
  /** Waits until the present phase is over by itself. */
  untilPhase(name: RoomState['phase']['name']): void;
}

/** A room with a quiz on its table and the host connected. */
export function setTable(settings: Partial<Settings> = {}, quiz: Question[] = questions(3)): Table {
  const entries: Entry[] = [];
  let connections = 0;
  const current = new Map<number, string>();
  const entryOf = (command: Command, at: number): Entry => {
    const entry = { epoch: 1, seq: entries.length + 1, at, by: 'test', command };
    entries.push(structuredClone(entry));
    return entry;
  };
  const noEffects: Effects = { views: null, people: [], me: [], tally: false, notices: [] };
  const opening = entryOf({ type: 'open-room', rules: 2, hostHash: 'host', joinKey: 'key' }, 1_000);
  const table: Table = {
    state: begin(opening),
    entries,
    effects: noEffects,
    at: 1_000,
    do(command) {
      const { answered, effects } = apply(table.state, entryOf(command, table.at));
      table.effects = effects;
      return answered;
    },
    wait(ms) {
      const until = table.at + ms;
      for (let due = nextDueAt(table.state); due !== null && due <= until; due = nextDueAt(table.state)) {
        table.at = Math.max(table.at, due);
        table.do({ type: 'due', moment: table.state.moment });
      }
      table.at = until;
    },
    host: (type) => table.do({ type, moment: table.state.moment }),
    join(name) {
      const joined = table.do({
        type: 'join',
        secretHash: `secret of ${name}`,
        name,
        nameKey: `~${name}`,
        pin: null,
      });
      if (!joined.ok || joined.result.player === undefined) throw new Error(`${name} did not get in`);
      table.comeBack(joined.result.player);
      return joined.result.player;
    },
    leave: (player) =>
      table.do({ type: 'left', who: { role: 'player', player }, connection: current.get(player) ?? '' }),
    comeBack(player) {
      connections += 1;
      const connection = `${table.state.servers[0] ?? 'test'}:c${connections}`;
      current.set(player, connection);
      return table.do({ type: 'came', who: { role: 'player', player }, connection });
    },
    wake: () => table.do({ type: 'serve', server: 'another', gone: [...table.state.servers] }),
    answer: (player, option, { number = 1, credit = 0, receivedAt = table.at } = {}) =>
      table.do({
        type: 'answer',
        player,
        step: table.state.lastStep,
        reply: { kind: 'choice', option },
        number,
        receivedAt,
        credit,
      }),
    untilPhase(name) {
      while (table.state.phase.name !== name) {
        const due = nextDueAt(table.state);
        if (due === null) throw new Error(`nothing leads from ${table.state.phase.name} to ${name}`);
        table.wait(Math.max(0, due - table.at));
      }
    },
  };
  table.do({ type: 'came', who: { role: 'host' }, connection: 'test:host 1' });
  table.do({
    type: 'prepare',
    moment: 0,
    title: 'Things',
    questions: quiz,
    settings: { ...defaultSettings, ...settings },
    keepScores: false,
  });
  return table;
}

/** Starts the quiz and waits for the moment its first question opens. */
export function openFirst(table: Table): void {
  table.host('start');
  waitForOpening(table);
}

/** Waits for the moment the announced question opens. */
export function waitForOpening(table: Table): void {
  table.untilPhase('open');
  const { phase } = table.state;
  if (phase.name === 'open') table.wait(Math.max(0, phase.opensAt - table.at));
}

export const refusalOf = (answered: Answered): string => (answered.ok ? 'accepted' : answered.refusal.name);
