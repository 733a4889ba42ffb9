// More guests than browsers: players on bare sockets with more and less skill, so that boards and lobbies are not empty.
import type { ClientToServer, OpenPhase, RoomView, ServerToClient } from '@oneliner/shared';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { Answers } from './answers.ts';

type Guest = Socket<ServerToClient, ClientToServer>;

const NAMES = ['Grace', 'Linus', 'Margaret', 'Guido', 'Barbara', 'Ken', 'Frances', 'Edsger', 'Katherine'];
/** The options come half a second before they may be answered. */
const FIRST_ANSWER_MS = 700;
const NEXT_ANSWER_MS = 250;
const SEND_AGAIN_MS = 150;

const choiceOf = (index: number, { step, prompt, question }: OpenPhase, answers: Answers): number => {
  const knows = (index * 5 + step * 7) % 9 < 6;
  return knows ? answers.rightOf(prompt ?? '', question.options) : (index + step) % question.options.length;
};

/** Answers each question, the one sooner, the other later; once more where a pause came between. */
const answerAlways = (guest: Guest, index: number, answers: Answers): void => {
  let answered = 0;
  guest.on('room', ({ phase }: RoomView) => {
    if (phase.name !== 'open' || phase.step <= answered) return;
    const reply = { kind: 'choice', option: choiceOf(index, phase, answers) } as const;
    const send = () =>
      guest.emit('answer', { step: phase.step, reply, number: 1 }, (answer) => {
        if (answer.ok) answered = phase.step;
        else if (answer.refusal.name === 'too-early') setTimeout(send, SEND_AGAIN_MS);
      });
    setTimeout(send, FIRST_ANSWER_MS + ((index * 4 + phase.step) % NAMES.length) * NEXT_ANSWER_MS);
  });
};

const join = async (origin: string, code: string, index: number, answers: Answers): Promise<Guest> => {
  const guest: Guest = io(origin.replace(/\/\/[^:]+/, '//127.0.0.1'), {
    transports: ['websocket'],
    extraHeaders: { origin },
  });
  answerAlways(guest, index, answers);
  const name = NAMES[index] ?? `Guest ${index + 1}`;
  const reply = await guest.emitWithAck('join', {
    code,
    name,
    secret: `guest-${index}-of-the-browser-tests`,
  });
  if (!reply.ok) throw new Error(`${name} was refused: ${reply.refusal.name}`);
  return guest;
};

/** Lets `count` guests join; the function returned sends them home. */
export const inviteGuests = async (
  origin: string,
  code: string,
  count: number,
  answers: Answers,
): Promise<() => void> => {
  const coming = Array.from({ length: count }, (_, index) => join(origin, code, index, answers));
  const guests = await Promise.all(coming);
  return () => guests.forEach((guest) => guest.disconnect());
};
