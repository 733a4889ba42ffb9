// Which page stands under which address.
import { describe, expect, it } from 'vitest';
import { pageOf } from '../../../server/src/web/pages.ts';

describe('the page of an address', () => {
  it.each([
    ['/', 'play'],
    ['/K7M4QT', 'play'],
    ['/k7m4qt', 'play'],
    ['/K7M4QT/', 'play'],
    ['/host', 'host'],
    ['/host/', 'host'],
    ['/host/k7m4qt', 'host'],
    ['/screen', 'screen'],
    ['/screen/K7M4QT', 'screen'],
  ])('%s is %s', (path, page) => {
    expect(pageOf(path)).toBe(page);
  });

  it.each([
    '/play',
    '/K7M4Q',
    '/K7M4QTT',
    '/K0M4QT',
    '/assets',
    '/host/none',
    '/host/K7M4QT/more',
    '/screen/../host',
    '/K7M4QT/host',
    '/index.html',
    '/favicon.ico',
  ])('%s is none', (path) => {
    expect(pageOf(path)).toBeNull();
  });
});
