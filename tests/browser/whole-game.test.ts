// A whole evening in a real browser: host, screen and three phones at once, from the document to the podium and on to the next quiz.
import { hostWords, playWords, screenWords, spacedCode } from '@oneliner/shared';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Answers } from './house/answers.ts';
import { expectAccessible } from './house/axe.ts';
import { Cable } from './house/cable.ts';
import { Evening } from './house/evening.ts';
import { inviteGuests } from './house/guests.ts';
import { Host } from './house/host.ts';
import { lookAt } from './house/look.ts';
import { Phone } from './house/phone.ts';
import { picture } from './house/pictures.ts';
import { says, saysNoMore } from './house/says.ts';

const DOCUMENT = fileURLToPath(
  new URL('../../content/documents/python-backend-interview.md', import.meta.url),
);
const QUESTIONS = 3;
const GUESTS = 9;
const EVERYBODY = GUESTS + 3;

const { question, status } = playWords;

describe('a whole game', () => {
  let evening: Evening;
  let cable: Cable;
  let answers: Answers;
  let host: Host;
  let screen: Page;
  let code = '';
  let ada: Phone;
  let bea: Phone;
  let cleo: Phone;
  let sendGuestsHome = (): void => undefined;

  const everywhere = (phone = ada) => ({ host: host.page, screen, phone: phone.page });
  const phones = () => [ada, bea, cleo];
  const allPhonesSay = (text: string | RegExp) => Promise.all(phones().map(({ page }) => says(page, text)));
  const isOpenFor = (phone: Phone) => says(phone.page, question.choose);

  beforeAll(async () => {
    evening = await Evening.open();
    cable = await Cable.to(evening.server.port);
    answers = await Answers.of(evening.server.port);
  });

  afterAll(async () => {
    sendGuestsHome();
    await cable.close();
    await evening.close();
  });

  test('the host drops a Markdown file, sees its questions and opens a room', async () => {
    host = await Host.arrive(evening);
    await host.drop(DOCUMENT);
    await host.page.getByText(new RegExp(`^${hostWords.setUp.yourOwn}, `)).waitFor();
    await host.choose(QUESTIONS, 60);
    await picture(host.page, 'host-setup');
    code = await host.openRoom();
  });

  test('the screen is paired by its link and shows the way in, which is never localhost', async () => {
    screen = await host.openScreen();
    await says(screen, screenWords.lobby.nobody);
    await says(screen, `quiz.local:${evening.server.port}`);
    expect(await screen.content()).not.toMatch(/localhost|127\.0\.0\.1/);
    expect(new URL(screen.url()).hash).toBe('');
  });

  test('a start while nobody is there is asked about a second time, and can be called off', async () => {
    // The screen was opened with the mouse: Space is for the one control all the same, and opens no second one.
    await host.page.keyboard.press(' ');
    await says(host.page, hostWords.steps.nobodyHere);
    await host.button(hostWords.steps.startAlone).waitFor();
    await expectAccessible(host.page, 'a start for nobody');
    await host.page.keyboard.press('Escape');
    await host.button(hostWords.steps.start).waitFor();
    await says(screen, screenWords.lobby.nobody);
  });

  test('three phones join over plain HTTP, and their names arrive on screen and host', async () => {
    [ada, bea, cleo] = await Promise.all([
      Phone.join(evening, `${evening.origin()}/${code}`, 'Ada'),
      Phone.join(evening, `${evening.origin(cable.port)}/${code}`, 'Bea'),
      Phone.join(evening, `${evening.origin()}/${code.toLowerCase()}`, 'Cleo'),
    ]);
    expect(await ada.page.evaluate(() => window.isSecureContext)).toBe(false);
    for (const { name } of phones()) {
      await says(screen, name);
      await says(host.page, name);
    }
  });

  test('guests on bare sockets join too', async () => {
    sendGuestsHome = await inviteGuests(evening.origin(), code, GUESTS, answers);
    await says(screen, new RegExp(`^${screenWords.lobby.here(EVERYBODY)}`));
    await lookAt(everywhere(), 'in the lobby');
    await picture(screen, 'screen-lobby');
  });

  test('a question is announced without its options', async () => {
    await host.go('start');
    await Promise.all([says(screen, screenWords.announced.ready), allPhonesSay(question.ready)]);
    await lookAt(everywhere(), 'while a question is announced');
  });

  test('it opens on all phones with the same text as on the screen', async () => {
    await host.open();
    await Promise.all(phones().map(isOpenFor));
    const prompt = (await screen.getByRole('heading', { level: 1 }).textContent()) ?? '';
    await allPhonesSay(prompt);
    expect(await ada.options().count()).toBe(await screen.getByRole('listitem').count());
    await lookAt(everywhere(), 'while a question is open');
    await picture(ada.page, 'phone-question');
    await picture(screen, 'screen-question');
    await picture(host.page, 'host-question');
  });

  test('a phone that reloads in the middle comes back to the same moment with its given answer', async () => {
    const { right } = await ada.choices(answers);
    await ada.answer(right);
    const chosen = await ada.chosen();
    await lookAt(everywhere(), 'with an answer locked in');
    await ada.page.reload();
    await says(ada.page, question.locked);
    expect(await ada.chosen()).toBe(chosen);
  });

  test('a phone that loses the line says so, comes back by itself and answers', async () => {
    cable.cut();
    await says(bea.page, status.offline);
    await lookAt(everywhere(bea), 'while a phone is offline');
    cable.mend();
    await saysNoMore(bea.page, status.offline);
    const { right } = await bea.choices(answers);
    await bea.answer(right);
  });

  test('it closes by itself when everybody has answered, and everybody sees why', async () => {
    const { right, wrong } = await cleo.choices(answers);
    await cleo.tap(wrong);
    await says(cleo.page, playWords.verdict.wrong('ABCDEF'[right] ?? ''));
    await says(ada.page, /^Right/);
    await screen.getByText(screenWords.reveal.right, { exact: true }).waitFor({ state: 'attached' });
    await lookAt(everywhere(), 'at the reveal');
    await picture(screen, 'screen-reveal');
    await picture(ada.page, 'phone-reveal');
  });

  test('the leaderboard follows', async () => {
    await host.go('leaderboard');
    await allPhonesSay(new RegExp(` of ${EVERYBODY}$`));
    await lookAt(everywhere(), 'at the leaderboard');
  });

  test('a pause hides the question everywhere and goes on after a count of three', async () => {
    await host.go('nextQuestion');
    await host.open();
    await Promise.all(phones().map(isOpenFor));
    await host.button(hostWords.steps.pause).click();
    await Promise.all([says(screen, screenWords.paused.host), allPhonesSay(playWords.paused.title)]);
    expect(await ada.options().count()).toBe(0);
    await lookAt(everywhere(), 'during a pause');
    await host.go('resume');
    await Promise.all(phones().map(isOpenFor));
  });

  test('“reveal now” can be taken back, and takes effect when it is not', async () => {
    const { right, wrong } = await ada.choices(answers);
    await ada.answer(right);
    await host.goByKey('reveal');
    await host.page.keyboard.press('ArrowLeft');
    await host.button(hostWords.steps.reveal).waitFor();
    await bea.answer(wrong);
    await host.go('reveal');
    await allPhonesSay(playWords.verdict.source);
    await says(cleo.page, playWords.verdict.noneWhat);
    // Who gave no answer did not get it either.
    await says(screen, new RegExp(`^\\d+ of ${EVERYBODY} got it$`));
    await host.go('leaderboard');
    await says(screen, screenWords.leaderboard.title);
    await picture(screen, 'screen-leaderboard');
  });

  test('the last question leads to the podium', async () => {
    await host.go('nextQuestion');
    await host.open();
    await isOpenFor(ada);
    const { right } = await ada.choices(answers);
    for (const phone of phones()) await phone.tap(right);
    await host.go('podium');
    await screen.getByRole('heading', { name: screenWords.podium.title }).waitFor({ state: 'attached' });
    await allPhonesSay(/^(You won!|You came .*)$/);
    await lookAt(everywhere(), 'at the podium');
    await picture(screen, 'screen-podium');
    await picture(ada.page, 'phone-podium');
  });

  test('another quiz follows in the same room with the same people', async () => {
    await host.go('another');
    await host.button(hostWords.setUp.useInRoom).click();
    await allPhonesSay(playWords.lobby.next);
    await says(screen, spacedCode(code)).catch(() => says(screen, code));
    await host.go('start');
    await allPhonesSay(question.ready);
  });

  test('no page complained, broke the content policy or called another host', () => {
    expect(evening.complaints).toEqual([]);
  });
});
