// Whole games with a canary in everything that a reveal shows: what players and screens get is recorded byte by byte.
import type { DocumentBank, Question } from '@oneliner/shared';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GameServer } from '../../browser/house/game-server.ts';
import { Desk } from '../../faults/desk.ts';
import { quizDocument, upload } from '../../faults/quiz.ts';
import { Guest } from './guest.ts';

const QUESTIONS = 3;
const CANARY = 'canary';
/** HTTP that anybody may ask for, besides the pages. */
const PATHS = ['/api/documents', '/api/here', '/', '/healthz', '/readyz'];

let server: GameServer;
let origin: string;
let document: DocumentBank;
beforeAll(async () => {
  server = await GameServer.open();
  origin = `http://127.0.0.1:${server.port}`;
  document = await upload(origin, quizDocument(QUESTIONS, CANARY));
});
afterAll(() => server.close());

/** What of a question only its reveal may show, as text. */
const hidden = ({ id, explanation, source, factIds, remarks }: Question): string[] => [
  id,
  ...factIds,
  explanation,
  source.entry,
  ...remarks,
];

const asks = async (): Promise<string> =>
  (await Promise.all(PATHS.map(async (path) => (await fetch(origin + path)).text()))).join('\n');

/** A room with two phones, a paired screen and one that waits to be paired. */
async function evening() {
  const desk = await Desk.open({ origin, documentId: document.id, count: QUESTIONS });
  const { code } = desk;
  const [ana, ben, screen, unpaired, stranger] = Array.from({ length: 5 }, () => new Guest(origin)) as [
    Guest,
    Guest,
    Guest,
    Guest,
    Guest,
  ];
  await ana.join(code, 'Ana');
  await ben.join(code, 'Ben');
  const keys = { screen: nanoid(22), seat: nanoid(22), other: nanoid(22) };
  await desk.line.insist('command', { do: 'invite-screen', key: keys.screen });
  await desk.line.insist('command', { do: 'hand-over', player: 2, key: keys.seat });
  await screen.ask('screen', { code, secret: screen.secret, key: keys.screen });
  await unpaired.ask('screen', { code, secret: unpaired.secret });
  await stranger.ask('knock', { code });
  return { desk, ana, ben, screen, unpaired, stranger, keys };
}

test(
  'nothing of a question’s answer shows before its reveal, and no secret of anybody ever',
  { timeout: 60_000 },
  async () => {
    const { desk, ana, ben, screen, unpaired, stranger, keys } = await evening();
    const guests = [ana, ben, screen, unpaired, stranger];
    const played: Question[] = [];
    const bytes = async () => guests.map((guest) => guest.bytes).join('\n') + (await asks());
    /** Of the document's questions, those that were not revealed yet. */
    const unrevealed = () => document.bank.filter(({ id }) => !played.some((question) => question.id === id));
    const expectSilence = async (): Promise<void> => {
      const seen = await bytes();
      for (const secret of unrevealed().flatMap(hidden)) expect(seen).not.toContain(secret);
    };
    const breathe = async (): Promise<void> => {
      await desk.leave('open', 'pause');
      await expectSilence();
      await desk.leave('paused', 'resume');
      await Promise.all([ana.untilPhase('open'), ben.untilPhase('open')]);
      await expectSilence();
    };
    await expectSilence();
    await desk.leave('lobby', 'start');
    for (let asked = 1; asked <= QUESTIONS; asked += 1) {
      await desk.untilPhase('announced');
      await expectSilence();
      await desk.leave('announced', 'skip');
      await Promise.all([ana.untilPhase('open'), ben.untilPhase('open')]);
      await ana.answer(0);
      await expectSilence();
      if (asked === 1) await breathe();
      await ben.answer(1);
      await ana.untilPhase('reveal');
      played.push(desk.view?.question as Question);
      expect(ana.bytes).toContain(`${CANARY}explanation`);
      await expectSilence();
      await desk.untilPhase('reveal');
      await desk.leave('reveal', 'next');
      if (asked < QUESTIONS) await desk.leave('leaderboard', 'next');
    }
    await desk.untilPhase('podium');
    expect(unrevealed()).toEqual([]);

    const seen = await bytes();
    for (const { id, factIds } of document.bank)
      for (const name of [id, ...factIds]) expect(seen).not.toContain(name);
    const secrets = [...guests.map(({ secret }) => secret), ...Object.values(keys), desk.secret];
    for (const secret of secrets) expect(seen).not.toContain(secret);
    for (const guest of [ana, ben, unpaired, stranger]) expect(guest.bytes).not.toContain(desk.view?.joinKey);
    expect(screen.bytes).toContain(desk.view?.joinKey);
    expect(unpaired.bytes).not.toContain('"room"');
    for (const guest of [desk.line, ...guests]) guest.close();
  },
);
