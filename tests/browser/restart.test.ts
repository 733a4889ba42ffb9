// A server that is killed in the middle of a question and started again: everybody comes back by themselves, and nothing is lost.
import { hostWords, playWords, screenWords } from '@oneliner/shared';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Answers } from './house/answers.ts';
import { Evening } from './house/evening.ts';
import { Host } from './house/host.ts';
import { Phone } from './house/phone.ts';
import { says } from './house/says.ts';

const SECONDS = 120;
const { question, status } = playWords;

/** The seconds that the host's page says are left. */
const secondsLeft = async (host: Page): Promise<number> => {
  const text = await host
    .getByText(/^\d+ s left$/)
    .first()
    .textContent();
  return Number.parseInt(text ?? '', 10);
};

describe('a server killed in the middle of a question', () => {
  let evening: Evening;
  let host: Host;
  let screen: Page;
  let ada: Phone;
  let bea: Phone;
  let chosen: string | null;
  let leftBefore = 0;
  let readAt = 0;

  beforeAll(async () => {
    evening = await Evening.open();
    host = await Host.arrive(evening);
    await host.choose(2, SECONDS);
    const code = await host.openRoom();
    screen = await host.openScreen();
    const address = `${evening.origin()}/${code}`;
    [ada, bea] = await Promise.all([
      Phone.join(evening, address, 'Ada'),
      Phone.join(evening, address, 'Bea'),
    ]);
    await host.go('start');
    await host.open();
    await ada.answer((await ada.choices(await Answers.of(evening.server.port))).right);
    chosen = await ada.chosen();
  });

  afterAll(async () => {
    await evening.close();
  });

  test('phones say that they are offline and keep what was given', async () => {
    leftBefore = await secondsLeft(host.page);
    readAt = performance.now();
    await evening.server.stop('SIGKILL');
    await Promise.all([ada, bea].map(({ page }) => says(page, status.offline)));
    await Promise.all([says(screen, screenWords.trouble.offline), says(host.page, hostWords.room.offline)]);
    expect(await ada.chosen()).toBe(chosen);
  });

  test('started again on the same folder, the question goes on with the time it had left, for all three pages', async () => {
    await evening.server.start();
    await says(bea.page, question.choose);
    await says(host.page, /^\d+ s left$/);
    const passed = (performance.now() - readAt) / 1000;
    // Only what passed before the kill and after the count is gone, however slow this machine is.
    expect(leftBefore - (await secondsLeft(host.page))).toBeLessThan(passed / 2);
    await screen.getByText(screenWords.trouble.offline).waitFor({ state: 'hidden' });
    await says(screen, screenWords.open.answered(1, 2));
  });

  test('the answer given before the crash still counts, and the other one can still be given', async () => {
    await says(ada.page, question.locked);
    expect(await ada.chosen()).toBe(chosen);
    await bea.tap(0);
    await says(ada.page, /^Right/);
    await says(screen, /^\d of 2 got it$|^Everyone got it\.$/);
  });

  test('the game goes on to the podium', async () => {
    await host.go('leaderboard');
    await host.go('nextQuestion');
    await host.open();
    for (const phone of [ada, bea]) await phone.tap(0);
    await host.go('podium');
    await says(ada.page, /^(You won!|You came .*)$/);
    expect(evening.complaints).toEqual([]);
  });
});
