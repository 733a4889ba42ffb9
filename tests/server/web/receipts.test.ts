// Receipts: what they say comes back as it was signed, and nothing else does.
import { expect, test } from 'vitest';
import { createReceipts } from '../../../server/src/web/receipts.ts';

const receipt = {
  room: 'ACDEFG',
  player: 'hash of Ana',
  step: 3,
  reply: { kind: 'choice', option: 2 },
  receivedAt: 1_700_000_000_000,
  elapsedMs: 1234,
  number: 1,
} as const;

test('a receipt says what was signed, on any server with the key', () => {
  expect(createReceipts('key').read(createReceipts('key').sign(receipt))).toEqual(receipt);
});

test.each([
  ['nothing', ''],
  ['a body alone', createReceipts('key').sign(receipt).split('.')[0] ?? ''],
  ['another server farm’s', createReceipts('another key').sign(receipt)],
  ['a changed one', createReceipts('key').sign(receipt).replace(/^./, 'X')],
  [
    'the signature of another',
    `${
      createReceipts('key')
        .sign({ ...receipt, elapsedMs: 0 })
        .split('.')[0]
    }.${createReceipts('key').sign(receipt).split('.')[1]}`,
  ],
  ['no text', '\u0000.\u0000'],
])('%s is no receipt', (_what, text) => {
  expect(createReceipts('key').read(text)).toBeNull();
});
