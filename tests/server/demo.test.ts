// The bots of the demo as ordinary clients: they join, answer, wander off, come back, and play to the podium.
import { defaultSettings, refusalSentence } from '@oneliner/shared';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createBot } from '../../server/src/demo/bot.ts';
import type { Bot } from '../../server/src/demo/bot.ts';
import { createHostBot } from '../../server/src/demo/host-bot.ts';
import type { HostBot } from '../../server/src/demo/host-bot.ts';
import { startProcess } from './process.ts';

const QUESTIONS = 2;

const openGame = async (): Promise<{ origin: string; host: HostBot }> => {
  const origin = (await startProcess({ LOG_LEVEL: 'warn' }).origin) ?? '';
  const plan = { count: QUESTIONS, settings: { ...defaultSettings, seconds: 60 } };
  const host = await createHostBot({ origin, joinOrigin: 'http://192.168.1.20:3000', plan });
  onTestFinished(host.close);
  return { origin, host };
};

const keyOf = (host: HostBot): number => host.view().question?.body.key ?? -1;

const player = (origin: string, host: HostBot, name: string, knows: boolean): Bot => {
  const bot = createBot({
    origin,
    code: host.code,
    name,
    think: () => 0,
    choose: ({ question }) => (keyOf(host) + (knows ? 0 : 1)) % question.options.length,
  });
  onTestFinished(bot.close);
  return bot;
};

describe('the host', () => {
  it('sees the room from its first moment, so that its first command names the present one', async () => {
    const { host } = await openGame();
    expect(host.view()).toMatchObject({ code: host.code, phase: { name: 'lobby' } });
    await host.step('start');
    await host.until(({ phase }) => phase.name === 'announced');
  });

  it('does not pass over a refusal, nor wait for ever', async () => {
    const { host } = await openGame();
    await expect(host.step('reveal')).rejects.toThrow(refusalSentence({ name: 'not-now' }));
    await expect(host.until(({ phase }) => phase.name === 'podium', 50)).rejects.toThrow('"lobby"');
  });
});

describe('bots', () => {
  it('play a whole game over real sockets', async () => {
    const { origin, host } = await openGame();
    const ada = player(origin, host, 'Ada', true);
    await host.until(({ people }) => people.length === 1);
    const sam = player(origin, host, 'Sam', false);
    const other = player(origin, host, 'Ada', false);
    await host.until(({ people }) => people.length === 3);
    await host.step('start');

    for (let number = 1; number <= QUESTIONS; number += 1) {
      await host.until(({ phase }) => phase.name === 'announced' && phase.number === number);
      await host.step('skip');
      await host.until(({ phase }) => phase.name === 'reveal');
      await host.step('next');
      await host.until(({ phase }) => phase.name === (number < QUESTIONS ? 'leaderboard' : 'podium'));
      if (number < QUESTIONS) await host.step('next');
    }
    await vi.waitFor(() => {
      expect(ada.me()?.standing).toMatchObject({ place: 1, streak: QUESTIONS });
      expect(sam.me()?.standing).toMatchObject({ place: 2, points: 0 });
    });
    expect(other.me()?.name).toBe('Ada 2');
    expect([ada, sam, other].map((bot) => bot.acknowledged.size)).toEqual([QUESTIONS, QUESTIONS, QUESTIONS]);
  });

  it('come back as who they were, and answer', async () => {
    const { origin, host } = await openGame();
    const bot = player(origin, host, 'Ada', true);
    await host.until(({ people }) => people.length === 1);
    await host.step('start');
    await host.until(({ phase }) => phase.name === 'announced');
    bot.wander();
    await host.step('skip');
    bot.comeBack();
    const { people } = await host.until(({ phase }) => phase.name === 'reveal');
    expect(people).toMatchObject([{ name: 'Ada', answered: true }]);
    expect(bot.acknowledged.size).toBe(1);
  });
});
