// A disk that is full in the middle of a question: phones and host are told plainly, and it goes on by itself.
import { hostWords, playWords, refusalSentence } from '@oneliner/shared';
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Evening } from './house/evening.ts';
import { Host } from './house/host.ts';
import { Phone } from './house/phone.ts';
import { says, saysNoMore } from './house/says.ts';

const { notSaving } = hostWords.room;

let evening: Evening;

beforeAll(async () => {
  evening = await Evening.open();
});

afterAll(async () => {
  await evening.close();
});

/** The largest file the server may write from now on, in bytes: as good as a full disk where it is 1. */
const allowFiles = (bytes: '1' | 'unlimited') =>
  execFileSync('prlimit', ['--pid', `${evening.server.pid}`, `--fsize=${bytes}:unlimited`]);

test('an answer waits until it is saved, and the host sees why, after a reload too', async () => {
  const host = await Host.arrive(evening);
  await host.choose(2, 60);
  const address = `${evening.origin()}/${await host.openRoom()}`;
  const ada = await Phone.join(evening, address, 'Ada');
  await Phone.join(evening, address, 'Bea');
  await host.go('start');
  await host.open();
  await says(ada.page, playWords.question.choose);

  allowFiles('1');
  await ada.tap(0);
  await says(ada.page, refusalSentence({ name: 'not-saved' }));
  await says(host.page, notSaving);
  await host.page.reload();
  await says(host.page, notSaving);

  allowFiles('unlimited');
  await says(ada.page, playWords.question.locked);
  await host.button(hostWords.steps.reveal).waitFor();
  await saysNoMore(host.page, notSaving);
  expect(evening.complaints).toEqual([]);
});
