// Waiting for what a page says to the people who look at it.
import type { Page } from 'playwright-core';

/** Resolves when the page shows this text, whole and visible. */
export const says = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text, { exact: true }).filter({ visible: true }).first().waitFor();

/** Resolves when it does not show it any more. */
export const saysNoMore = async (page: Page, text: string): Promise<void> => {
  for (const shown of await page.getByText(text, { exact: true }).all())
    await shown.waitFor({ state: 'hidden' });
};
