// Lines that are cut, held, or carry one way only, under real sockets: replies that are lost and messages that come twice.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { GameServer } from '../browser/house/game-server.ts';
import { refusalOf } from '../server/sockets/guest.ts';
import { BadCable } from './bad-cable.ts';
import { Desk } from './desk.ts';
import { Phone } from './phone.ts';
import { quizDocument, upload } from './quiz.ts';

/** The server notices a dead line within this; a page within eight seconds (tests/client/connection.test.ts). */
const DEAD_LINE_MS = 10_000;
const SLACK_MS = 3000;

let server: GameServer;
let origin: string;
let documentId: string;
const open: { close(): unknown }[] = [];
beforeAll(async () => {
  server = await GameServer.open();
  origin = `http://127.0.0.1:${server.port}`;
  ({ id: documentId } = await upload(origin, quizDocument(2)));
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
afterAll(() => server.close());

const cable = async (): Promise<BadCable> => {
  const made = await BadCable.to(server.port);
  open.push(made);
  return made;
};

/** A question that is open for a minute; Ana plays over a cable of her own, Ben over the house's. */
async function midQuestion() {
  const anasCable = await cable();
  const desk = await Desk.open({ origin, documentId, count: 1, settings: { seconds: 60 } });
  const ana = new Phone(anasCable.origin, 'Ana');
  const ben = new Phone(origin, 'Ben');
  open.push(desk.line, ana.line, ben.line);
  await Promise.all([ana, ben].map((phone) => phone.join(desk.code)));
  await desk.leave('lobby', 'start');
  await desk.untilPhase('announced');
  await desk.leave('announced', 'skip');
  await Promise.all([ana, ben].map((phone) => phone.until(({ room }) => room?.phase.name === 'open')));
  return { desk, ana, ben, cable: anasCable };
}

const answeredBy = ({ view }: Desk, name: string): boolean | undefined =>
  view?.people.find((person) => person.name === name)?.answered;

test('an answer whose acknowledgement is lost after the commit is counted once, and its retry is told so', async () => {
  const { desk, ana, ben, cable } = await midQuestion();
  cable.drop('down');
  const answering = ana.answer(1, 2);
  await desk.until((view) => view.people.some(({ name, answered }) => name === 'Ana' && answered));
  expect(ana.verdicts.size).toBe(0);
  cable.mend();
  cable.cut();
  await answering;
  expect(ana.verdicts.get(1)).toEqual({ option: 2, verdict: 'accepted', elapsedMs: null });
  expect(ana.me?.answer?.reply.option).toBe(2);
  await ben.answer(1, 0);
  await desk.untilPhase('reveal');
  expect(desk.view?.tally.answered).toBe(2);
  expect([...ana.line.mistakes, ...ben.line.mistakes, ...desk.line.mistakes]).toEqual([]);
});

test('an answer that is sent many times at once counts once, with one verdict', async () => {
  const { desk, ana } = await midQuestion();
  const reply = { kind: 'choice', option: 3 } as const;
  const verdicts = await Promise.all(
    Array.from({ length: 20 }, () => ana.line.insist('answer', { step: 1, reply, number: 1 })),
  );
  expect(new Set(verdicts.map(refusalOf))).toEqual(new Set(['accepted']));
  await desk.until(({ tally }) => tally.answered === 1);
  const other = { kind: 'choice', option: 0 } as const;
  expect(refusalOf(await ana.line.insist('answer', { step: 1, reply: other, number: 1 }))).toBe(
    'already-answered',
  );
});

test('of two tabs that answer in the same moment the newer one counts, and the older may not', async () => {
  const { desk, ana } = await midQuestion();
  const tab = new Phone(origin, 'Ana');
  open.push(tab.line);
  await tab.line.keepSeat({ event: 'resume', message: { code: desk.code, secret: ana.secret } });
  const verdicts = await Promise.all(
    [ana, tab].map((phone, option) =>
      phone.line.insist('answer', { step: 1, reply: { kind: 'choice', option }, number: 1 }),
    ),
  );
  expect(verdicts.map(refusalOf)).toEqual(['not-allowed', 'accepted']);
  await tab.until(({ me }) => me !== null);
  await desk.until(({ tally }) => tally.answered === 1);
});

test(
  'a line that went silent both ways is given up in time, and the player is back on the next',
  { timeout: 60_000 },
  async () => {
    const { desk, ana, cable } = await midQuestion();
    const begun = performance.now();
    cable.drop('up');
    cable.drop('down');
    await desk.until((view) => view.people.some(({ name, state }) => name === 'Ana' && state === 'away'));
    expect(performance.now() - begun).toBeLessThan(DEAD_LINE_MS + SLACK_MS);
    expect(answeredBy(desk, 'Ana')).toBe(false);
    cable.mend();
    cable.cut();
    await ana.answer(1, 1);
    expect(ana.verdicts.get(1)?.verdict).toBe('accepted');
  },
);

test('what was held in a tunnel for a while arrives, whole and in order', async () => {
  const { desk, ana, ben, cable } = await midQuestion();
  cable.hold('down');
  const answering = ana.answer(1, 1);
  await ben.answer(1, 1);
  await desk.untilPhase('reveal');
  expect(ana.room?.phase.name).toBe('open');
  cable.mend();
  await answering;
  await ana.until(({ room }) => room?.phase.name === 'reveal');
  expect(ana.verdicts.get(1)?.verdict).toBe('accepted');
  expect(ana.line.mistakes).toEqual([]);
});
