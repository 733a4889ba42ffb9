// No question is revealed before its time, but by the host, or when nobody who was here all along is still to answer.
import { TIMING } from '@oneliner/shared';
import { serverOf } from '../../../server/src/game/presence.ts';
import type { RoomState } from '../../../server/src/game/state.ts';
import type { MakeCheck } from './check.ts';

/** What the question looked like right before the present entry. */
interface Before {
  closesAt: number | null;
  revealAt: number | null;
  isOpen: boolean;
}

const look = ({ phase, pending }: RoomState): Before => ({
  closesAt: phase.name === 'open' ? phase.closesAt : null,
  revealAt: pending?.what === 'reveal' ? pending.at : null,
  isOpen: phase.name === 'open',
});

export const closing: MakeCheck = (_evening, say) => {
  /** Players and how long their present connection has been there, from the entries alone. */
  const here = new Map<number, { connection: string; since: number }>();
  let lastStep = 0;
  let announcedSeq = 0;
  let before: Before | null = null;

  const forget = (gone: string[]): void => {
    for (const [player, { connection }] of here) if (gone.includes(serverOf(connection))) here.delete(player);
  };

  const stillToAnswer = (state: RoomState): number[] => {
    const step = state.run?.steps.at(-1);
    return [...here]
      .filter(([player, { since }]) => {
        const { isRemoved, entersAt } = state.players[player - 1] ?? { isRemoved: true, entersAt: 0 };
        return since < announcedSeq && !isRemoved && step && entersAt <= step.step && !step.answers[player];
      })
      .map(([player]) => player);
  };

  return {
    see({ command, seq, at }, { answered }, state) {
      if (command.type === 'came' && answered.ok && command.who.role === 'player') {
        const { connection } = command;
        const known = here.get(command.who.player);
        here.set(command.who.player, { connection, since: known?.since ?? seq });
      }
      if (command.type === 'join' && answered.ok && command.connection !== undefined) {
        const { player = 0 } = answered.result;
        const { connection } = command;
        if (state.players[player - 1]?.connection === connection)
          here.set(player, { connection, since: seq });
      }
      if (command.type === 'left' && command.who.role === 'player')
        if (here.get(command.who.player)?.connection === command.connection) here.delete(command.who.player);
      if (command.type === 'serve') forget(command.gone);
      if (command.type === 'claim-seat' && answered.ok) here.delete(answered.result.player ?? 0);
      if (state.lastStep > lastStep) announcedSeq = seq;
      lastStep = state.lastStep;
      if (state.phase.name === 'reveal' && before?.isOpen) {
        const isTimeUp = before.closesAt !== null && at >= before.closesAt + TIMING.closeGraceMs;
        const isHosts = before.revealAt !== null && at >= before.revealAt;
        const waiting = stillToAnswer(state);
        if (!isTimeUp && !isHosts && waiting.length > 0)
          say(`entry ${seq}: revealed early, and players ${waiting.join(', ')} were still to answer`);
      }
      before = look(state);
    },
  };
};
