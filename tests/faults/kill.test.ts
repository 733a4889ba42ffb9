// A server that is killed without warning in the middle of a question, and started again on the same folder and port.
import { defaultSettings, TIMING } from '@oneliner/shared';
import { afterEach, expect, test } from 'vitest';
import { createHostBot } from '../../server/src/demo/host-bot.ts';
import { GameServer } from '../browser/house/game-server.ts';
import { Guest, refusalOf } from '../server/sockets/guest.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const SECONDS = 60;

/** A room in the middle of its first question; the phones come back by themselves whenever their line is cut. */
async function midQuestion() {
  const server = await GameServer.open();
  const origin = `http://127.0.0.1:${server.port}`;
  const settings = { ...defaultSettings, seconds: SECONDS };
  const host = await createHostBot({ origin, joinOrigin: origin, plan: { count: 3, settings } });
  const phones = ['Ana', 'Ben', 'Cy'].map(() => new Guest(origin));
  open.push(host, ...phones, server);
  for (const [index, phone] of phones.entries()) await phone.join(host.code, `Player ${index}`);
  for (const phone of phones)
    phone.socket.on('connect', () => {
      void phone.ask('resume', { code: host.code, secret: phone.secret });
    });
  await host.step('start');
  await host.until(({ phase }) => phase.name === 'announced');
  await host.step('skip');
  await Promise.all(phones.map((phone) => phone.untilPhase('open')));
  return { server, host, phones };
}

test(
  'every acknowledged answer is there after SIGKILL, the question waits paused, and goes on',
  { timeout: 60_000 },
  async () => {
    const { server, host, phones } = await midQuestion();
    const [ana, ben, cy] = phones as [Guest, Guest, Guest];
    for (const phone of [ana, ben]) expect(refusalOf(await phone.answer(1))).toBe('accepted');
    const before = await host.until(({ phase }) => phase.name === 'open');
    await server.stop('SIGKILL');
    await cy.until(({ socket }) => !socket.connected, 'the line to be cut');
    for (const phone of phones) phone.room = null;
    await server.start();

    await Promise.all(phones.map((phone) => phone.untilPhase('paused')));
    const paused = await host.until(({ phase }) => phase.name === 'paused');
    expect(paused.phase).toMatchObject({ name: 'paused', why: 'waking', from: 'open' });
    expect(paused.tally.answered).toBe(2);
    expect(paused.people.map(({ name, answered }) => [name, answered])).toEqual([
      ['Player 0', true],
      ['Player 1', true],
      ['Player 2', false],
    ]);

    await cy.untilPhase('open');
    expect(ana.me?.answer).toEqual({ step: 1, reply: { kind: 'choice', option: 1 } });
    const [was, is] = [before.phase, cy.room?.phase];
    if (was.name !== 'open' || is?.name !== 'open') throw new Error('the question is not open');
    expect((is.closesAt ?? 0) - is.opensAt).toBe(SECONDS * 1000);
    expect(is.opensAt - was.opensAt).toBeGreaterThanOrEqual(TIMING.resumeCountMs);
    expect(refusalOf(await ana.answer(1))).toBe('accepted');
    expect(refusalOf(await ana.answer(2))).toBe('already-answered');
    expect(refusalOf(await cy.answer(0))).toBe('accepted');
    await cy.untilPhase('reveal');
  },
);

test('a stop by SIGTERM tells everybody, and they come back by themselves', { timeout: 60_000 }, async () => {
  const { server, phones } = await midQuestion();
  await server.stop('SIGTERM');
  for (const phone of phones) await phone.until(({ notice }) => notice === 'stopping', 'the farewell');
  for (const phone of phones) phone.room = null;
  await server.start();
  await Promise.all(phones.map((phone) => phone.untilPhase('open')));
});
