// A host's command as the contract has it, turned into what the room's log takes.
import type { HostCommand, Plan, Question, Reply } from '@oneliner/shared';
import type { Room } from '../rooms/room.ts';
import { hashSecret, newPins } from './secrets.ts';

/** Makes the quiz of a plan, without the facts that were asked before. */
export type PrepareQuiz = (
  plan: Plan,
  asked: readonly string[],
) => Promise<Reply<{ title: string; questions: Question[] }>>;

async function prepare(
  room: Room,
  { plan, keepScores, moment }: Extract<HostCommand, { do: 'prepare' }>,
  prepareQuiz: PrepareQuiz,
): Promise<Reply> {
  const quiz = await prepareQuiz(plan, room.askedFacts);
  if (!quiz.ok) return quiz;
  const { title, questions } = quiz;
  return room.submit({ type: 'prepare', moment, title, questions, settings: plan.settings, keepScores });
}

/** Submits the command of a host; whether this line is the host's was checked before. */
export async function runHostCommand(
  room: Room,
  command: HostCommand,
  prepareQuiz: PrepareQuiz,
): Promise<Reply> {
  switch (command.do) {
    case 'prepare':
      return prepare(room, command, prepareQuiz);
    case 'lock':
      return room.submit({ type: 'lock', locked: command.locked });
    case 'ask-pin':
      return room.submit({ type: 'ask-pin', pins: command.on ? newPins() : null });
    case 'remove':
      return room.submit({ type: 'remove', players: command.players });
    case 'hand-over':
      return room.submit({ type: 'hand-over', player: command.player, keyHash: hashSecret(command.key) });
    case 'invite-screen':
      return room.submit({ type: 'invite-screen', keyHash: hashSecret(command.key) });
    case 'pair-screen':
    case 'unpair-screen':
      return room.submit({ type: command.do, screen: command.screen });
    case 'choose-origin':
      return room.submit({ type: 'choose-origin', origin: command.origin });
    default:
      return room.submit({ type: command.do, moment: command.moment });
  }
}
