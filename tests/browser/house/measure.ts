// Sizes of what stands on a page: text that must be read from afar, and what must be hit by a thumb.
import type { Page } from 'playwright-core';

const TAPPABLE =
  'button, a[href], input, select, textarea, summary, label:has(input), [role=button], [role=radio]';

/** Visible texts that are smaller than `px`, each with its size. */
export const textsUnder = (page: Page, px: number): Promise<string[]> =>
  page.evaluate((least) => {
    const isShown = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.getBoundingClientRect().width > 1;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const small: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.textContent?.trim() || !isShown(element)) continue;
      const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
      if (size < least - 0.5) small.push(`${size} px: ${node.textContent.trim()}`);
    }
    return small;
  }, px);

/** Visible things to tap whose height or width is under `px`, each with its size. */
export const targetsUnder = (page: Page, px: number): Promise<string[]> =>
  page.evaluate(
    ([selector, least]) =>
      [...document.querySelectorAll(selector)].flatMap((element) => {
        const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
        const isShown =
          element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && width > 1;
        const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? element.tagName;
        return isShown && Math.min(width, height) < least - 0.5 ? [`${width}×${height} px: ${name}`] : [];
      }),
    [TAPPABLE, px] as const,
  );

/** Texts that are cut off or stand outside the window, and the page itself where it scrolls. */
export const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { innerWidth, innerHeight } = window;
    const root = document.documentElement;
    const scrolls = root.scrollWidth > innerWidth || root.scrollHeight > innerHeight;
    const outside = [...document.querySelectorAll('body *')].filter((element) => {
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      const box = element.getBoundingClientRect();
      if (!hasText || box.width <= 1 || !element.checkVisibility({ visibilityProperty: true })) return false;
      const isCut =
        element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflow === 'hidden';
      return (
        isCut || box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1 || box.top < -1
      );
    });
    const texts = outside.map(
      (element) => `outside or cut: ${element.textContent?.trim().slice(0, 60) ?? ''}`,
    );
    return scrolls ? [`the page scrolls: ${root.scrollWidth}×${root.scrollHeight}`, ...texts] : texts;
  });
