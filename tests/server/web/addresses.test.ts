// Where phones find the server: order, what is left out, and what the caller's own address adds.
import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { findHere } from '../../../server/src/web/addresses.ts';

const card = (address: string, internal = false): NetworkInterfaceInfo =>
  ({ address, internal, family: address.includes(':') ? 'IPv6' : 'IPv4' }) as NetworkInterfaceInfo;

const interfaces = {
  lo: [card('127.0.0.1', true), card('::1', true)],
  docker0: [card('172.17.0.1')],
  eth0: [card('fe80::1'), card('2001:db8::5'), card('203.0.113.9')],
  wlan0: [card('192.168.1.20'), card('169.254.3.4')],
};
const here = { publicUrl: null, interfaces, listensOn: null, port: 3000 };

describe('the origins of a server', () => {
  it('begin with a private address of a real card and end with what looks like a container', () => {
    expect(findHere(here)).toEqual({
      origins: [
        'http://192.168.1.20:3000',
        'http://203.0.113.9:3000',
        'http://[2001:db8::5]:3000',
        'http://172.17.0.1:3000',
      ],
      fixed: false,
    });
  });

  it('are PUBLIC_URL alone where that is set', () => {
    const publicUrl = 'https://quiz.example';
    expect(findHere({ ...here, publicUrl })).toEqual({ origins: [publicUrl], fixed: true });
  });

  it('are none without a network, and never localhost', () => {
    expect(findHere({ ...here, interfaces: { lo: interfaces.lo }, host: 'localhost:3000' }).origins).toEqual(
      [],
    );
  });

  it('are only what the server listens on', () => {
    expect(findHere({ ...here, listensOn: '127.0.0.1' }).origins).toEqual([]);
    expect(findHere({ ...here, listensOn: '203.0.113.9' }).origins).toEqual(['http://203.0.113.9:3000']);
    expect(findHere({ ...here, listensOn: '0.0.0.0' }).origins).toHaveLength(4);
  });

  it('carry no port where it is the usual one', () => {
    expect(findHere({ ...here, port: 80 }).origins[0]).toBe('http://192.168.1.20');
  });
});

describe('the address of who asks', () => {
  it('comes first, since it works', () => {
    expect(findHere({ ...here, host: 'quiz.local:3000' }).origins.slice(0, 2)).toEqual([
      'http://quiz.local:3000',
      'http://192.168.1.20:3000',
    ]);
    expect(findHere({ ...here, host: '203.0.113.9:3000' }).origins[0]).toBe('http://203.0.113.9:3000');
  });

  it('tells the port that stands before a mapping', () => {
    expect(findHere({ ...here, host: 'localhost:8080' }).origins[0]).toBe('http://192.168.1.20:8080');
    expect(findHere({ ...here, host: 'localhost' }).origins[0]).toBe('http://192.168.1.20');
  });

  it.each([
    'localhost:3000',
    '127.0.0.1:3000',
    '[::1]:3000',
    '0.0.0.0:3000',
    'a b',
    'x/../y',
    '',
    '"><script>',
  ])('%j is never handed to a phone', (host) => {
    const { origins } = findHere({ ...here, host });
    expect(origins[0]).toMatch(/^http:\/\/192\.168\.1\.20(:\d+)?$/);
  });
});
