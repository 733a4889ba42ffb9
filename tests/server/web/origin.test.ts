// Which origins may talk to the server.
import { describe, expect, it } from 'vitest';
import { isAllowedOrigin } from '../../../server/src/web/origin.ts';

describe('without PUBLIC_URL', () => {
  it.each([
    'http://localhost:3000',
    'http://127.0.0.1:3000',
    'http://192.168.1.20:3000',
    'http://10.0.0.7',
    'https://172.16.0.1:8443',
    'http://[::1]:3000',
    'http://[fd00::20]:3000',
    'http://quiz.local:3000',
    'http://my-laptop.local',
  ])('%s is ours', (origin) => {
    expect(isAllowedOrigin(origin, null)).toBe(true);
  });

  it.each([
    undefined,
    '',
    'null',
    'https://evil.example',
    'http://localhost.evil.example',
    'http://192.168.1.20.evil.example',
    'http://quiz.local.evil.example',
    'http://evil.com#.local',
    'http://a.b.local',
    'file://',
    'chrome-extension://abcdef',
    'ftp://192.168.1.20',
    'http://192.168.1.20:3000/',
    'http://user@192.168.1.20:3000',
    'http://192.168.1.20:3000, http://localhost:3000',
    'HTTP://LOCALHOST:3000',
    'not an origin',
  ])('%j is foreign', (origin) => {
    expect(isAllowedOrigin(origin, null)).toBe(false);
  });
});

describe('with PUBLIC_URL', () => {
  const publicUrl = 'https://quiz.example';

  it('exactly that is ours', () => {
    expect(isAllowedOrigin('https://quiz.example', publicUrl)).toBe(true);
  });

  it.each([
    undefined,
    'http://quiz.example',
    'https://quiz.example:8443',
    'https://quiz.example.evil.example',
    'https://www.quiz.example',
    'http://localhost:3000',
    'http://192.168.1.20:3000',
  ])('%j is foreign', (origin) => {
    expect(isAllowedOrigin(origin, publicUrl)).toBe(false);
  });
});
