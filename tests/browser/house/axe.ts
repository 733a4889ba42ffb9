// Whether everybody can use what a page shows: axe's rules, in light and in dark.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const violations = async (page: Page): Promise<string[]> => {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary ?? ''}`,
    ),
  );
};

/** Phones and hosts follow the device; the screen follows nothing but its own switch. */
const show = async (page: Page, colours: 'light' | 'dark'): Promise<void> => {
  await page.emulateMedia({ colorScheme: colours });
  await page.evaluate((theme) => {
    const { dataset } = document.documentElement;
    if (dataset['theme'] !== undefined) dataset['theme'] = theme;
  }, colours);
};

/** Fails with every violation of axe's rules on the page as it stands, in light and in dark. */
export const expectAccessible = async (page: Page, what: string): Promise<void> => {
  const isScreen = await page.evaluate(() => document.documentElement.dataset['theme'] !== undefined);
  const own = isScreen ? 'dark' : 'light';
  for (const colours of own === 'dark' ? (['light', 'dark'] as const) : (['dark', 'light'] as const)) {
    await show(page, colours);
    const found = await violations(page);
    expect.soft(found, `${what} in ${colours}\n${found.join('\n')}`).toEqual([]);
  }
};
