// The longest questions and the fullest lobby: nothing is cut, too small to read or too small to hit.
import { hostWords, LIMITS, playWords, screenWords } from '@oneliner/shared';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Answers } from './house/answers.ts';
import { Evening } from './house/evening.ts';
import { inviteGuests } from './house/guests.ts';
import { Host } from './house/host.ts';
import { expectReadableFromAfar, expectWithinReach } from './house/look.ts';
import { Phone } from './house/phone.ts';
import { says } from './house/says.ts';
import { sentenceOf, stretch } from './house/stretch.ts';
import type { Texts } from './house/stretch.ts';

const textsOf = (prompt: number, options: number, option: number, explanation: number): Texts => ({
  prompt: sentenceOf(prompt),
  options: Array.from({ length: options }, (_, index) => sentenceOf(option, index + 1)),
  explanation: sentenceOf(explanation),
});

/** The widest name that can be given. */
const WIDE_NAME = 'W'.repeat(LIMITS.nameGraphemes);
const SMALL_PHONE = { width: 360, height: 640 };

let evening: Evening;
let host: Host;
let code: string;

beforeEach(async () => {
  evening = await Evening.open();
  host = await Host.arrive(evening);
  code = await host.openRoom();
});

afterEach(async () => {
  await evening.close();
});

/** A screen of another machine, let in by its word. */
const confirmScreen = async (screen: Page): Promise<void> => {
  await screen.goto(`${evening.origin()}/screen/${code}`);
  await says(screen, screenWords.pairing.title);
  const word = (await screen.locator('.word').textContent())?.trim() ?? '';
  await host.button(`${hostWords.screens.confirm} (${word})`).click();
  await says(screen, screenWords.lobby.nobody);
};

/** What is too wide makes a phone's window wider too, so that only the phone itself is a measure. */
const expectNarrow = async (page: Page): Promise<void> => {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(SMALL_PHONE.width);
};

describe.each([
  ['173 characters with four options of 75', textsOf(173, 4, 75, 200)],
  [
    'the greatest length with the most options',
    textsOf(LIMITS.promptLength, LIMITS.optionsPerQuestion, LIMITS.optionLength, LIMITS.explanationLength),
  ],
])('a question of %s', (_title, texts) => {
  test('fits a screen of 1280×720 from its announcement to its reveal, let in by its word', async () => {
    const screen = await evening.page('screen');
    await stretch(screen, texts);
    await confirmScreen(screen);
    await Phone.join(evening, `${evening.origin()}/${code}`, 'Ada');
    await host.go('start');
    await says(screen, screenWords.announced.ready);
    await expectReadableFromAfar(screen, 'announced');
    await host.open();
    await says(screen, texts.options[0] ?? '');
    await expectReadableFromAfar(screen, 'open');
    await host.go('reveal');
    await says(screen, texts.explanation);
    await expectReadableFromAfar(screen, 'at the reveal');
  });

  test('fits a small phone, every option within reach of a thumb, for who has the widest name too', async () => {
    const page = await evening.page('phone');
    await page.setViewportSize(SMALL_PHONE);
    await stretch(page, texts);
    await Phone.enter(page, `${evening.origin()}/${code}`, WIDE_NAME);
    await expectNarrow(page);
    await host.go('start');
    await host.open();
    await says(page, playWords.question.choose);
    await expectWithinReach(page, 'open');
    await expectNarrow(page);
  });
});

test('two hundred names fit the lobby of the screen', async () => {
  const screen = await host.openScreen();
  const answers = await Answers.of(evening.server.port);
  const sendHome = await inviteGuests(evening.origin(), code, 200, answers);
  await says(screen, new RegExp(`^${screenWords.lobby.here(200)}`));
  await expectReadableFromAfar(screen, 'with two hundred names');
  sendHome();
});

test('the widest name stands whole on a leaderboard of one', async () => {
  const screen = await host.openScreen();
  const phone = await Phone.join(evening, `${evening.origin()}/${code}`, WIDE_NAME);
  await host.go('start');
  await host.open();
  const { right } = await phone.choices(await Answers.of(evening.server.port));
  await phone.tap(right);
  await host.go('leaderboard');
  await says(screen, WIDE_NAME);
  await expectReadableFromAfar(screen, 'with the widest name');
});
