// Games that go on while their server is killed again and again at random moments.
import { setTimeout as delay } from 'node:timers/promises';
import { GameServer } from '../browser/house/game-server.ts';
import { Dice } from '../simulation/dice.ts';
import { findMistakes } from './ledger.ts';
import { quizDocument, upload } from './quiz.ts';
import { clear, layTable, playOne } from './table.ts';
import type { Table } from './table.ts';

export interface Killing {
  seed: number;
  kills: number;
}

export interface Killed {
  kills: number;
  /** Games that were played to the end of their question. */
  games: number;
  /** Answers that were acknowledged, and that were refused in the end; there is time enough for all of them. */
  answers: number;
  refused: number;
  mistakes: string[];
}

/** Rooms at a time, and phones in each. */
const ROOMS = 6;
const PHONES = 3;
/** Most kills come while a room is filled and its question answered; some later, when paused games go on. */
const SOON_MS = 900;
const LATE_MS = 6000;
const LATE_SHARE = 0.2;

/** What several of them did together. */
export const sumOf = (all: Killed[]): Killed => ({
  kills: all.reduce((sum, { kills }) => sum + kills, 0),
  games: all.reduce((sum, { games }) => sum + games, 0),
  answers: all.reduce((sum, { answers }) => sum + answers, 0),
  refused: all.reduce((sum, { refused }) => sum + refused, 0),
  mistakes: all.flatMap(({ mistakes }) => mistakes),
});

/** Plays one game after the other in this place, until it is over. */
async function keepPlaying(origin: string, documentId: string, tables: Table[], isOver: () => boolean) {
  while (!isOver()) {
    const table = await layTable({ origin, documentId, count: 1, settings: { seconds: 120 } }, PHONES);
    tables.push(table);
    await playOne(table, (phone) => phone % 4);
    clear(table);
  }
}

/** Plays and kills, and holds the books against what the phones were told. */
export async function killAgainAndAgain({ seed, kills }: Killing): Promise<Killed> {
  const dice = new Dice(`kills ${seed}`);
  const server = await GameServer.open();
  const origin = `http://127.0.0.1:${server.port}`;
  const { id } = await upload(origin, quizDocument(1));
  const tables: Table[] = [];
  let done = 0;
  const isOver = () => done >= kills;
  const playing = Promise.all(Array.from({ length: ROOMS }, () => keepPlaying(origin, id, tables, isOver)));
  while (!isOver()) {
    await delay(dice.between(0, dice.chance(LATE_SHARE) ? LATE_MS : SOON_MS));
    await server.stop('SIGKILL');
    await server.start();
    done += 1;
  }
  await playing;
  await server.stop('SIGTERM');
  const mistakes = await findMistakes(server.folder, tables);
  await server.close();
  const verdicts = tables.flatMap(({ phones }) => phones.flatMap((phone) => [...phone.verdicts.values()]));
  const answers = verdicts.filter(({ verdict }) => verdict === 'accepted').length;
  return { kills: done, games: tables.length, answers, refused: verdicts.length - answers, mistakes };
}
