// What happens at the door and around it: wrong codes, taken names, second tabs, removed players, new phones, people who come late.
import { hostWords, playWords, refusalSentence } from '@oneliner/shared';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Evening } from './house/evening.ts';
import { Host } from './house/host.ts';
import { expectAccessible } from './house/axe.ts';
import { expectWithinReach } from './house/look.ts';
import { Phone } from './house/phone.ts';
import { says } from './house/says.ts';

const { people } = hostWords;

describe('at the door', () => {
  let evening: Evening;
  let host: Host;
  let ada: Phone;
  let address = '';

  beforeAll(async () => {
    evening = await Evening.open();
    host = await Host.arrive(evening);
    await host.choose(2, 60);
    address = `${evening.origin()}/${await host.openRoom()}`;
    ada = await Phone.join(evening, address, 'Ada');
  });

  afterAll(async () => {
    await evening.close();
  });

  test('a wrong code is answered with a sentence that says what to do', async () => {
    const page = await evening.page('phone');
    await page.goto(evening.origin());
    await expectAccessible(page, 'the way in');
    await expectWithinReach(page, 'the way in');
    await page.getByLabel(playWords.code.label).fill('ACD EFG');
    await page.getByRole('button', { name: playWords.code.go, exact: true }).click();
    await says(page, refusalSentence({ name: 'unknown-room' }));
  });

  test('a taken name is refused with a free one, which takes one tap', async () => {
    const page = await evening.page('phone');
    await page.goto(address);
    await page.getByLabel(playWords.name.label).fill('ada');
    await page.getByRole('button', { name: playWords.name.go, exact: true }).click();
    await page.getByText(/Someone already goes by that name/).waitFor();
    await expectAccessible(page, 'a taken name');
    await page.getByLabel(playWords.name.label).fill('adam');
    await says(page, playWords.name.hint);
    expect(await page.getByText(/Someone already goes by that name/).count()).toBe(0);
    await page.getByLabel(playWords.name.label).fill('ada');
    await page.getByRole('button', { name: playWords.name.go, exact: true }).click();
    await page.getByRole('button', { name: /^Join as / }).click();
    await says(page, playWords.lobby.title);
  });

  test('a second tab takes over, and the first one can take it back', async () => {
    const second = await ada.context.newPage();
    await second.goto(address);
    await says(second, playWords.lobby.title);
    await says(ada.page, playWords.ended.replaced.title);
    await ada.button(playWords.ended.replaced.go).click();
    await says(ada.page, playWords.lobby.title);
    await says(second, playWords.ended.replaced.title);
    await second.close();
  });

  test('a removed player is told so, and cannot come back under another name on that phone', async () => {
    const troll = await Phone.join(evening, address, 'Troll');
    await host.page.getByRole('button', { name: 'Troll' }).click();
    await host.button(people.remove).click();
    await host.button(people.removeYes).click();
    await says(troll.page, playWords.ended.removed.title);
    await troll.page.reload();
    await troll.page.getByLabel(playWords.name.label).fill('Somebody else');
    await troll.button(playWords.name.go).click();
    await says(troll.page, refusalSentence({ name: 'removed' }));
  });

  test('a seat goes to another phone by the code that the host shows, once', async () => {
    const bea = await Phone.join(evening, address, 'Bea');
    const key = host.sent(/"do":"hand-over".*?"key":"([^"]+)"/);
    await host.page.getByRole('button', { name: 'Bea' }).click();
    await host.button(people.seat).click();
    await says(host.page, people.seatMeans('Bea'));
    const seat = `${address}#seat=${await key}`;
    const page = await evening.page('phone');
    await page.goto(seat);
    await says(page, playWords.lobby.named('Bea'));
    await says(bea.page, playWords.ended['seat-taken'].title);
    const late = await evening.page('phone');
    await late.goto(seat);
    await says(late, refusalSentence({ name: 'key-spent' }));
    await host.page.keyboard.press('Escape');
  });

  test('who comes while a question runs enters at the next one', async () => {
    await host.go('start');
    await host.open();
    const late = await evening.page('phone');
    await late.goto(address);
    await late.getByLabel(playWords.name.label).fill('Late');
    await late.getByRole('button', { name: playWords.name.go, exact: true }).click();
    await says(late, playWords.waiting.what);
    await host.go('reveal');
    await host.go('leaderboard');
    await host.go('nextQuestion');
    await host.open();
    await says(late, playWords.question.choose);
  });

  test('a host who reloads comes back to the same room', async () => {
    await host.page.reload();
    await host.button(hostWords.steps.reveal).waitFor();
    expect(evening.complaints).toEqual([]);
  });
});
