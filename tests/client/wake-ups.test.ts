// The moments at which a device may have slept or changed its network, each of which a page hears of.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onWakeUps } from '../../client/src/wake-ups.ts';

/** How soon a dead line is noticed on waking, and what a woken pulse takes of that. */
const NOTICED_MS = 2000;
const WOKEN_PATIENCE_MS = 1500;

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
const browser = new EventTarget();
const woken = vi.fn();
let end: () => void;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', browser);
  page.visibilityState = 'visible';
  woken.mockClear();
  end = onWakeUps(woken);
});
afterEach(() => {
  end();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a page that is seen again, but not one that is hidden', () => {
  page.visibilityState = 'hidden';
  page.dispatchEvent(new Event('visibilitychange'));
  expect(woken).not.toHaveBeenCalled();
  page.visibilityState = 'visible';
  page.dispatchEvent(new Event('visibilitychange'));
  expect(woken).toHaveBeenCalledOnce();
});

test('a page that comes back from the cache, but not one that is new', () => {
  browser.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
  expect(woken).not.toHaveBeenCalled();
  browser.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(woken).toHaveBeenCalledOnce();
});

test('a network that is back', () => {
  browser.dispatchEvent(new Event('online'));
  expect(woken).toHaveBeenCalledOnce();
});

test('a clock that jumped, soon enough that a dead line is noticed within two seconds', () => {
  vi.advanceTimersByTime(60_000);
  expect(woken).not.toHaveBeenCalled();
  vi.setSystemTime(Date.now() + 60_000);
  vi.advanceTimersByTime(NOTICED_MS - WOKEN_PATIENCE_MS);
  expect(woken).toHaveBeenCalledOnce();
});

test('nothing any more once it is ended', () => {
  end();
  browser.dispatchEvent(new Event('online'));
  vi.setSystemTime(Date.now() + 60_000);
  vi.advanceTimersByTime(60_000);
  expect(woken).not.toHaveBeenCalled();
});
