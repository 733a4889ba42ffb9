// The screen's way in: what its own address says, and what it tells phones.
import { describe, expect, test } from 'vitest';
import { pathOf, screenAddress } from '../../../client/screen/address.ts';
import { invitationOf } from '../../../client/screen/invitation.ts';
import { qrPathOf } from '../../../client/src/qr-path.ts';

const room = { code: 'K7M4QX', joinKey: 'q3Zk9bT1xV7mLr5wEy2NsA' };

describe('the address of the screen’s page', () => {
  test('names the room and carries the key that works once', () => {
    expect(screenAddress({ pathname: pathOf('K7M4QX'), hash: '#k=secret_-1' })).toEqual({
      code: 'K7M4QX',
      key: 'secret_-1',
    });
  });

  test('is taken as people type it', () => {
    expect(screenAddress({ pathname: '/screen/k7m%204qx', hash: '' })).toEqual({ code: 'K7M4QX', key: null });
  });

  test.each(['/screen', '/screen/', '/screen/K7M4Q', '/screen/K7M4Q0', '/screen/%'])(
    'names no room in %s',
    (pathname) => {
      expect(screenAddress({ pathname, hash: '' }).code).toBeNull();
    },
  );
});

describe('the invitation', () => {
  test('is what people type, and a link with the room’s key in the fragment', () => {
    expect(invitationOf({ ...room, joinOrigin: 'http://192.168.1.20:3000' })).toEqual({
      address: '192.168.1.20:3000',
      link: 'http://192.168.1.20:3000/K7M4QX#k=q3Zk9bT1xV7mLr5wEy2NsA',
    });
  });

  test.each([
    null,
    'http://localhost:3000',
    'http://quiz.localhost',
    'http://127.0.0.1:3000',
    'http://[::1]:3000',
    'http://0.0.0.0:3000',
    'not an origin',
  ])('is none for %s, which no phone can reach', (joinOrigin) => {
    expect(invitationOf({ ...room, joinOrigin })).toBeNull();
  });
});

describe('the QR code', () => {
  const { size, path } = qrPathOf('http://192.168.1.20:3000/K7M4QX#k=q3Zk9bT1xV7mLr5wEy2NsA');
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, width]) => ({
    x: Number(x),
    y: Number(y),
    width: Number(width),
  }));

  test('keeps its quiet zone free', () => {
    expect(Math.min(...runs.map(({ x }) => x))).toBe(3);
    expect(Math.min(...runs.map(({ y }) => y))).toBe(3);
    expect(Math.max(...runs.map(({ x, width }) => x + width))).toBe(size - 3);
  });

  test('begins with the top of a finder pattern: seven dark modules', () => {
    expect(runs[0]).toEqual({ x: 3, y: 3, width: 7 });
  });
});
