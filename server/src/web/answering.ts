// A player's answer on its way to the room, with the receipt that comes back where acknowledged answers may be lost.
import type { Accepted, ClientEvent, PlayerId, Reply } from '@oneliner/shared';
import type { Room } from '../rooms/room.ts';
import type { Receipt, Receipts } from './receipts.ts';

export interface Answering {
  room: Room;
  player: PlayerId;
  message: ClientEvent<'answer'>;
  /** Of the log's clock. */
  receivedAt: number;
  /** For the way of the answer, ms. */
  credit: number;
}

const holderOf = ({ room, player }: Answering): string => room.state.players[player - 1]?.secretHash ?? '';

/** What a receipt in the message vouches for, if it is one of this very answer. */
function vouchedBy(receipts: Receipts | null, answering: Answering): Receipt | null {
  const { room, message } = answering;
  const receipt = message.receipt === undefined ? null : (receipts?.read(message.receipt) ?? null);
  const isOfThis =
    receipt?.room === room.code &&
    receipt.player === holderOf(answering) &&
    receipt.step === message.step &&
    receipt.number === message.number &&
    JSON.stringify(receipt.reply) === JSON.stringify(message.reply);
  return isOfThis ? receipt : null;
}

/** @param receipts null where what was acknowledged is never lost. */
export const createAnswer =
  (receipts: Receipts | null) =>
  async (answering: Answering): Promise<Reply<Accepted['answer']>> => {
    const { room, player, message, credit } = answering;
    const { step, reply, number } = message;
    const vouched = vouchedBy(receipts, answering);
    const receivedAt = vouched?.receivedAt ?? answering.receivedAt;
    const answered = await room.answer({
      type: 'answer',
      player,
      step,
      reply,
      number,
      receivedAt,
      credit,
      ...(vouched && { vouchedMs: vouched.elapsedMs }),
    });
    if (!answered.ok || !receipts) return answered.ok ? { ok: true } : answered;
    const { elapsedMs } = answered;
    const holder = holderOf(answering);
    const receipt = { room: room.code, player: holder, step, reply, receivedAt, elapsedMs, number };
    return { ok: true, receipt: receipts.sign(receipt) };
  };
