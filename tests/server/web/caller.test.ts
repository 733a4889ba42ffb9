// Who is calling: the socket's address, or what one's own proxies saw.
import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { callerOf } from '../../../server/src/web/caller.ts';

const request = (remoteAddress: string | undefined, forwarded?: string) =>
  ({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } }) as unknown as IncomingMessage;

describe('the caller of a request', () => {
  it('is the address of the socket, whatever the client claims', () => {
    expect(callerOf(request('192.168.1.7', '1.2.3.4'), 0)).toBe('192.168.1.7');
    expect(callerOf(request('::ffff:192.168.1.7'), 0)).toBe('192.168.1.7');
    expect(callerOf(request(undefined), 0)).toBe('');
  });

  it('is what the first of our own proxies saw', () => {
    expect(callerOf(request('10.0.0.1', '203.0.113.5'), 1)).toBe('203.0.113.5');
    expect(callerOf(request('10.0.0.1', '6.6.6.6, 203.0.113.5'), 1)).toBe('203.0.113.5');
    expect(callerOf(request('10.0.0.1', '6.6.6.6, 203.0.113.5, 10.0.0.2'), 2)).toBe('203.0.113.5');
    expect(callerOf(request('10.0.0.1', ''), 1)).toBe('10.0.0.1');
    expect(callerOf(request('10.0.0.1', '203.0.113.5'), 3)).toBe('203.0.113.5');
  });

  it('is a whole network where addresses are cheap', () => {
    expect(callerOf(request('2001:db8:1:2:3:4:5:6'), 0)).toBe('2001:db8:1:2::/64');
    expect(callerOf(request('2001:db8::6'), 0)).toBe('2001:db8:0:0::/64');
    expect(callerOf(request('::1'), 0)).toBe('0:0:0:0::/64');
  });
});
