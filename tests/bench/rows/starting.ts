// Starting: from the command to the first page, and a room with a long log until its host is in.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultSettings } from '@oneliner/shared';
import type { Question } from '@oneliner/shared';
import type { Command } from '../../../server/src/game/commands.ts';
import type { Write } from '../../../server/src/log/disk.ts';
import { openDatabase } from '../../../server/src/log/sqlite/open-database.ts';
import { hashSecret } from '../../../server/src/web/secrets.ts';
import { addressOf } from '../load/room.ts';
import { Host } from '../load/host.ts';
import { startContestant } from '../processes/contestant.ts';
import { question, QUESTIONS } from '../quiz.ts';
import type { Figure } from '../table.ts';

const ENTRIES = 100_000;
const CODE = 'ACDEFG';
const SECRET = 'a-secret-of-the-bench-host';
const PLAYERS = 2000;

const starts = async (): Promise<number> => {
  const begun = performance.now();
  const server = await startContestant('oneliner');
  const response = await fetch(`http://127.0.0.1:${server.port}/`);
  await response.text();
  const ms = performance.now() - begun;
  await server.stop();
  if (!response.ok) throw new Error(`the page was not served: ${response.status}`);
  return ms;
};

const questions = (): Question[] =>
  Array.from({ length: QUESTIONS }, (_, index) => {
    const { prompt, options, explanation } = question(index + 1);
    return {
      id: `q${index}`,
      family: 'authored',
      tier: 'standard',
      prompt,
      explanation,
      factIds: [`f${index}`],
      difficulty: 0.5,
      remarks: [],
      body: { kind: 'choice', options, key: 0 },
      source: { document: 'bench', entry: `Entry ${index + 1}`, line: 1 },
    };
  });

interface Happened {
  /** How long after the command before, ms. */
  after: number;
  command: Command;
}

/** An evening of 2,000 players as its log has it: they join and answer question after question, quiz after quiz. */
function* evening(): Generator<Happened> {
  let moment = 0;
  const step = (type: 'start' | 'skip' | 'next' | 'due', after = 10): Happened => ({
    after,
    command: { type, moment: moment++ },
  });
  const settings = { ...defaultSettings, seconds: 60 };
  yield {
    after: 0,
    command: { type: 'open-room', rules: 2, hostHash: hashSecret(SECRET), joinKey: 'bench' },
  };
  for (let player = 1; player <= PLAYERS; player += 1) {
    const name = { name: `Player ${player}`, nameKey: `~player${player}` };
    const connection = `bench:line-${player}`;
    yield {
      after: 1,
      command: { type: 'join', secretHash: `secret-${player}`, ...name, pin: null, connection },
    };
  }
  for (let asked = 1; ;) {
    const prepare = {
      type: 'prepare',
      title: 'Bench',
      questions: questions(),
      settings,
      keepScores: false,
    } as const;
    yield { after: 1, command: { ...prepare, moment: moment++ } };
    yield step('start');
    for (let number = 1; number <= QUESTIONS; number += 1, asked += 1) {
      yield step('skip');
      for (let player = 1; player <= PLAYERS; player += 1)
        yield { after: player === 1 ? 600 : 1, command: answer(player, asked) };
      yield step('due');
      yield step('next');
      if (number < QUESTIONS) yield step('next');
    }
  }
}

const answer = (player: number, step: number): Command => ({
  type: 'answer',
  player,
  step,
  reply: { kind: 'choice', option: player % 4 },
  number: 1,
  receivedAt: 0,
  credit: 3.5,
});

/** Writes the evening into a database as the server would have. */
const writeLog = (folder: string): void => {
  const opened = openDatabase({ folder, synchronous: 'NORMAL' });
  if (!opened.ok) throw new Error(opened.why);
  let at = Date.now() - ENTRIES * 10;
  const writes: Write[] = [];
  for (const { after, command } of evening()) {
    at += after;
    const timed = command.type === 'answer' ? { ...command, receivedAt: at } : command;
    const type = writes.length === 0 ? 'create' : 'append';
    writes.push({ type, code: CODE, at, by: 'bench', command: JSON.stringify(timed) });
    if (writes.length === ENTRIES) break;
  }
  opened.database.commit(writes);
  opened.database.close();
  opened.letGo();
};

/** The ms until the host of a room with a long log is let in by a server that has just started. */
const replays = async (folder: string): Promise<number> => {
  const server = await startContestant('oneliner', { folder });
  const place = { kind: 'oneliner' as const, port: server.port, from: addressOf(0) };
  const ms = await Host.enter(place, CODE, SECRET);
  await server.stop();
  return ms;
};

export const starting = async (rounds: number): Promise<Figure[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'oneliner-bench-'));
  writeLog(folder);
  const pages: number[] = [];
  const logs: number[] = [];
  // What Node.js compiled is kept from one start to the next.
  await starts();
  for (let round = 0; round < rounds; round += 1) {
    pages.push(await starts());
    logs.push(await replays(folder));
  }
  await rm(folder, { recursive: true, force: true });
  return [
    { what: 'start to first page served', unit: 'ms', runs: pages, bar: { atMost: 400 } },
    { what: 'replay of a log of 100,000 entries', unit: 'ms', runs: logs, bar: { atMost: 500 } },
  ];
};
