// `npm run bench:storm -- --phones 1000`: all phones lose their lines in the same moment and come back at once. How long
// does each wait for its view, and how long do they wait after the server itself was killed?
import { parseArgs } from 'node:util';
import { GameServer } from '../browser/house/game-server.ts';
import { BadCable } from '../faults/bad-cable.ts';
import { Desk } from '../faults/desk.ts';
import { Phone } from '../faults/phone.ts';
import { quizDocument, upload } from '../faults/quiz.ts';

const { values } = parseArgs({ options: { phones: { type: 'string', default: '1000' } } });
const count = Number(values.phones);
const JOINING_AT_ONCE = 100;

const server = await GameServer.open({ environment: { TRUST_PROXY: '1' } });
const cable = await BadCable.to(server.port);
const origin = `http://127.0.0.1:${server.port}`;
const { id } = await upload(origin, quizDocument(1));
const desk = await Desk.open({ origin, documentId: id, count: 1, settings: { seconds: 120 } });
// Each from an address of its own, so that the limit on joins is not what is measured.
const phones = Array.from(
  { length: count },
  (_, index) =>
    new Phone(cable.origin, `Player ${index + 1}`, {
      'x-forwarded-for': `10.0.${index >> 8}.${index & 255}`,
    }),
);
for (let at = 0; at < count; at += JOINING_AT_ONCE)
  await Promise.all(phones.slice(at, at + JOINING_AT_ONCE).map((phone) => phone.join(desk.code)));
await desk.leave('lobby', 'start');
await desk.untilPhase('announced');
await desk.leave('announced', 'skip');
await Promise.all(phones.map((phone) => phone.until(({ room }) => room?.phase.name === 'open')));

/** Breaks something, and prints how long phones wait from then on until they see their room again. */
const measure = async (what: string, breakIt: () => Promise<void>): Promise<void> => {
  const begun = performance.now();
  for (const phone of phones) phone.room = null;
  const back = phones.map(async (phone) => {
    await phone.until(({ room }) => room !== null);
    return performance.now() - begun;
  });
  await breakIt();
  const waits = (await Promise.all(back)).sort((a, b) => a - b);
  const at = (share: number) => `${Math.round(waits[Math.ceil(share * (count - 1))] ?? 0)} ms`;
  console.log(
    `${what}: ${count} phones see their room again, half within ${at(0.5)}, 95 % within ${at(0.95)}, all within ${at(1)}`,
  );
};

for (let round = 1; round <= 3; round += 1)
  await measure(`all lines cut, round ${round}`, () => {
    cable.cut();
    return Promise.resolve();
  });
await measure('server killed and started', async () => {
  await server.stop('SIGKILL');
  await server.start();
});
const mistakes = phones.flatMap(({ line }) => line.mistakes);
console.log(mistakes.length === 0 ? 'nobody saw a version go back' : mistakes.join('\n'));

for (const { line } of [desk, ...phones]) line.close();
await cable.close();
await server.close();
