// A look at all pages of an evening at one moment: usable by everybody, readable from afar, within reach of a thumb.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from './axe.ts';
import { overflowing, targetsUnder, textsUnder } from './measure.ts';

export interface Pages {
  host: Page;
  screen: Page;
  phone: Page;
}

const LEAST_TEXT = 24;
const LEAST_TARGET = 56;

export const expectReadableFromAfar = async (screen: Page, what: string): Promise<void> => {
  expect
    .soft(await textsUnder(screen, LEAST_TEXT), `${what}: under ${LEAST_TEXT} px on the screen`)
    .toEqual([]);
  expect.soft(await overflowing(screen), `${what}: what does not fit on the screen`).toEqual([]);
};

export const expectWithinReach = async (phone: Page, what: string): Promise<void> => {
  expect
    .soft(await targetsUnder(phone, LEAST_TARGET), `${what}: under ${LEAST_TARGET} px on the phone`)
    .toEqual([]);
};

/** Everything that must hold at any moment of a game; `what` names the moment where it does not. */
export const lookAt = async ({ host, screen, phone }: Pages, what: string): Promise<void> => {
  await Promise.all([
    expectAccessible(host, `the host’s page, ${what}`),
    expectAccessible(screen, `the screen, ${what}`),
    expectAccessible(phone, `the phone, ${what}`),
  ]);
  await expectReadableFromAfar(screen, what);
  await expectWithinReach(phone, what);
};
