// What the page's address says, from QR codes, from people who type, and from nonsense.
import { expect, it } from 'vitest';
import { readAddress } from '../../../client/play/address.ts';

const KEY = 'abcdefghijklmnopqrstuv';
const none = { code: null, joinKey: null, seatKey: null };

it.each([
  ['/', '', none],
  ['/K7M4QX', '', { ...none, code: 'K7M4QX' }],
  ['/k7m4qx/', '', { ...none, code: 'K7M4QX' }],
  ['/K7M4QX', `#k=${KEY}`, { ...none, code: 'K7M4QX', joinKey: KEY }],
  ['/K7M4QX', `#seat=${KEY}`, { ...none, code: 'K7M4QX', seatKey: KEY }],
  ['/K7M4Q0', '', none],
  ['/K7M4QX', '#k=short&seat=no%20key', { ...none, code: 'K7M4QX' }],
])('%s%s', (path, fragment, address) => {
  expect(readAddress(path, fragment)).toEqual(address);
});
