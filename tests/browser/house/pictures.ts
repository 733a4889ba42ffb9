// Pictures of the pages for the README, written only where `npm run pictures` asks, so that tests leave no trace.
import type { Page } from 'playwright-core';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../pictures/', import.meta.url));
const isAsked = process.env['PICTURES'] === 'write';

/** Keeps what the page shows as `name`.png, once its fonts are there and nothing moves any more. */
export const picture = async (page: Page, name: string): Promise<void> => {
  if (!isAsked) return;
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled' });
};
