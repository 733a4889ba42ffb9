// Takes pictures of the gallery: node tests/gallery/shoot.ts play [fixture,fixture] [360x740,740x360] [light,dark] [folder]
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';

const [page = 'play', names = 'all', sizes = '360x740', themes = 'light', folder] = process.argv.slice(2);
const into = folder ?? mkdtempSync(join(tmpdir(), 'oneliner-gallery-'));

const vite = await createServer({ root: import.meta.dirname, server: { port: 0 }, logLevel: 'error' });
await vite.listen();
const address = vite.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
// Without motion every picture shows where it ends.
const tab = await browser.newPage({ reducedMotion: 'reduce' });
tab.on('pageerror', (error) => console.error(error.message));
tab.on('console', (message) => message.type() === 'error' && console.error(message.text()));

const open = async (fixture: string, theme: string) => {
  await tab.goto(`${address}index.html?page=${page}&fixture=${fixture}&theme=${theme}`);
  await tab.waitForFunction(() => document.documentElement.dataset['names'] !== undefined);
  await tab.evaluate(() => document.fonts.ready);
};

await open('', 'light');
const known = (await tab.locator('html').getAttribute('data-names'))?.split(' ') ?? [];
for (const size of sizes.split(',')) {
  const [width = 360, height = 740] = size.split('x').map(Number);
  await tab.setViewportSize({ width, height });
  for (const theme of themes.split(','))
    for (const fixture of names === 'all' ? known : names.split(',')) {
      await open(fixture, theme);
      await tab.screenshot({ path: join(into, `${page}-${fixture}-${size}-${theme}.png`) });
      const over = await tab.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > 0 || wide > 0)
        console.log(`${fixture} ${size}: ${over} px too high, ${Math.max(0, wide)} px too wide`);
    }
}
console.log(into);
await browser.close();
await vite.close();
