// Answers with receipts: the acknowledged time comes back with the very answer it was given for, and with no other.
import type { ClientEvent } from '@oneliner/shared';
import { expect, test } from 'vitest';
import { createAnswer } from '../../../server/src/web/answering.ts';
import { createReceipts } from '../../../server/src/web/receipts.ts';
import { SharedDisk } from '../log/shared-disk.ts';
import { Hours } from '../hours.ts';
import { House } from '../rooms/house.ts';

type Answer = ClientEvent<'answer'>;

/** A question that is open, and a player who may change their answer to it. */
const setUp = async () => {
  const hours = new Hours();
  const house = new House(undefined, hours, new SharedDisk());
  const room = await house.open({ changingAnswers: true, seconds: 60 });
  await house.player(room, 'Ana');
  await house.player(room, 'Ben');
  await house.openFirst(room);
  const answer = createAnswer(createReceipts('key'));
  const give = async (option: number, number: number, receipt?: string) => {
    const message: Answer = {
      step: 1,
      reply: { kind: 'choice', option },
      number,
      ...(receipt && { receipt }),
    };
    const reply = await house.whenDone(
      answer({ room, player: 1, message, receivedAt: hours.now(), credit: 0 }),
    );
    if (!reply.ok) throw new Error(reply.refusal.name);
    return reply.receipt;
  };
  const elapsed = () => room.state.run?.steps[0]?.answers[1]?.elapsedMs ?? 0;
  return { hours, give, elapsed };
};

test('an early receipt does not make a later answer to the same question early', async () => {
  const { hours, give, elapsed } = await setUp();
  const early = await give(2, 1);
  await give(3, 2);
  await hours.pass(20_000);
  await give(2, 3, early);
  expect(elapsed()).toBeGreaterThan(20_000);
});

test('what its receipt says is what counts', async () => {
  const { give, elapsed } = await setUp();
  const receipt = createReceipts('key').read((await give(1, 1)) ?? '');
  expect(receipt).toMatchObject({ number: 1, elapsedMs: elapsed(), reply: { option: 1 } });
});
