// Who is calling: the socket's address, or what one's own proxies saw.
import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { addressOf, callerOf } from '../../../server/src/web/caller.ts';

const request = (remoteAddress: string | undefined, forwarded?: string) =>
  ({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } }) as unknown as IncomingMessage;

describe('the address of a request', () => {
  it('is the address of the socket, whatever the client claims', () => {
    expect(addressOf(request('192.168.1.7', '1.2.3.4'), 0)).toBe('192.168.1.7');
    expect(addressOf(request('::ffff:192.168.1.7'), 0)).toBe('192.168.1.7');
    expect(addressOf(request(undefined), 0)).toBe('');
  });

  it('is what the first of our own proxies saw', () => {
    expect(addressOf(request('10.0.0.1', '203.0.113.5'), 1)).toBe('203.0.113.5');
    expect(addressOf(request('10.0.0.1', '6.6.6.6, 203.0.113.5'), 1)).toBe('203.0.113.5');
    expect(addressOf(request('10.0.0.1', '6.6.6.6, 203.0.113.5, 10.0.0.2'), 2)).toBe('203.0.113.5');
    expect(addressOf(request('10.0.0.1', ''), 1)).toBe('10.0.0.1');
    expect(addressOf(request('10.0.0.1', '203.0.113.5'), 3)).toBe('203.0.113.5');
  });

  it('is a whole network where addresses are cheap', () => {
    expect(addressOf(request('2001:db8:1:2:3:4:5:6'), 0)).toBe('2001:db8:1:2::/64');
    expect(addressOf(request('2001:db8::6'), 0)).toBe('2001:db8:0:0::/64');
    expect(addressOf(request('::1'), 0)).toBe('0:0:0:0::/64');
  });
});

describe('the caller of a request', () => {
  it('is the same for the same address alone, and tells nobody which it is', () => {
    const [ana, again, ben] = ['192.168.1.7', '::ffff:192.168.1.7', '192.168.1.8'].map((address) =>
      callerOf(request(address), 0),
    );
    expect(again).toBe(ana);
    expect(ben).not.toBe(ana);
    expect(ana).toMatch(/^[\w-]{43}$/);
  });
});
