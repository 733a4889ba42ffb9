// A guarded evening: the host knows the server's password, phones the digits on the screen, and the game gives the names.
import { givenNameWords, hostWords, playWords, refusalSentence } from '@oneliner/shared';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './house/axe.ts';
import { Evening } from './house/evening.ts';
import { Host } from './house/host.ts';
import { expectWithinReach } from './house/look.ts';
import { says } from './house/says.ts';

const PASSWORD = 'vier zufällige Wörter';
const { password, setUp, steps } = hostWords;
const naming = playWords.name;
const [manners, animals] = [givenNameWords.manners, givenNameWords.animals].map((words) => words.join('|'));
const ITS_NAME = new RegExp(`^You’re (${manners}) (${animals})`);

let evening: Evening;
let host: Host;
let screen: Page;
let address = '';

beforeAll(async () => {
  evening = await Evening.open({ environment: { HOST_PASSWORD: PASSWORD } });
  host = await Host.arrive(evening);
});

afterAll(async () => {
  await evening.close();
});

test('who knows the password sees the questions and opens a room, and this tab needs it once', async () => {
  const field = host.page.getByLabel(password.label, { exact: true });
  await field.fill('a guess');
  await host.button(password.go).click();
  await says(host.page, password.wrong);
  await expectAccessible(host.page, 'the password');
  expect(await host.page.getByRole('heading', { name: setUp.questions, exact: true }).count()).toBe(0);
  await field.fill(PASSWORD);
  await host.button(password.go).click();
  await host.choose(2, 60);
  await host.page.getByRole('switch', { name: setUp.givenNames.label }).check();
  await host.openRoom();
  address = `${evening.origin()}/${host.page.url().slice(-6)}`;
  const kept = await host.page.evaluate(() => [sessionStorage.length, JSON.stringify({ ...localStorage })]);
  expect(kept[0]).toBe(1);
  expect(kept[1]).not.toContain(PASSWORD);
});

test('a phone needs the digits that the screen shows, gets a name, and is in', async () => {
  screen = await host.openScreen();
  await host.button(steps.askPin).click();
  await screen.getByText(/^PIN \d{4}$/).waitFor();
  const page = await evening.page('phone');
  await page.goto(address);
  const digits = page.getByLabel(naming.pin.label);
  await digits.waitFor();
  await expectAccessible(page, 'the digits');
  await expectWithinReach(page, 'the digits');
  const shown = async () => (await screen.getByText(/^PIN \d{4}$/).textContent())?.slice(-4) ?? '';
  await digits.fill((await shown()) === '0000' ? '1111' : '0000');
  await page.getByRole('button', { name: naming.given.go, exact: true }).click();
  await says(page, refusalSentence({ name: 'pin-needed' }));
  expect(await digits.inputValue()).toBe('');
  await digits.fill(await shown());
  await page.getByRole('button', { name: naming.given.go, exact: true }).click();
  await says(page, ITS_NAME);
  await page.reload();
  await says(page, ITS_NAME);
});

test('once the host asks for it no more, one tap is enough', async () => {
  await host.button(steps.askNoPin).click();
  await screen.getByText(/^PIN \d{4}$/).waitFor({ state: 'detached' });
  const page = await evening.page('phone');
  await page.goto(address);
  await page.getByRole('button', { name: naming.given.go, exact: true }).click();
  await says(page, ITS_NAME);
  expect(await page.getByRole('textbox').count()).toBe(0);
});
