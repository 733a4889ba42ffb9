// More guests than browsers: players on bare sockets who answer at once, so that boards and lobbies are not empty.
import type { ClientToServer, RoomView, ServerToClient } from '@oneliner/shared';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';

type Guest = Socket<ServerToClient, ClientToServer>;

const NAMES = ['Grace', 'Linus', 'Margaret', 'Guido', 'Barbara', 'Ken', 'Frances', 'Edsger', 'Katherine'];

/** The options come half a second before they may be answered. */
const SEND_AGAIN_MS = 150;

/** Answers each question as soon as it opens, some with the same option and some with another. */
const answerAlways = (guest: Guest, index: number): void => {
  let answered = 0;
  guest.on('room', ({ phase }: RoomView) => {
    if (phase.name !== 'open' || phase.step <= answered) return;
    answered = phase.step;
    const option = (index + phase.step * (index % 3)) % phase.question.options.length;
    const send = () =>
      guest.emit('answer', { step: phase.step, reply: { kind: 'choice', option }, number: 1 }, (reply) => {
        if (!reply.ok && reply.refusal.name === 'too-early') setTimeout(send, SEND_AGAIN_MS);
      });
    send();
  });
};

const join = async (origin: string, code: string, name: string, index: number): Promise<Guest> => {
  const guest: Guest = io(origin.replace(/\/\/[^:]+/, '//127.0.0.1'), {
    transports: ['websocket'],
    extraHeaders: { origin },
  });
  guest.on('echo', (answer) => answer());
  answerAlways(guest, index);
  const secret = `guest-${index}-of-the-browser-tests`;
  const reply = await guest.emitWithAck('join', { code, name, secret });
  if (!reply.ok) throw new Error(`${name} was refused: ${reply.refusal.name}`);
  return guest;
};

/** Lets `count` guests join; the function returned sends them home. */
export const inviteGuests = async (origin: string, code: string, count: number): Promise<() => void> => {
  const nameOf = (index: number) => NAMES[index] ?? `Guest ${index + 1}`;
  const guests = await Promise.all(
    Array.from({ length: count }, (_, index) => join(origin, code, nameOf(index), index)),
  );
  return () => guests.forEach((guest) => guest.disconnect());
};
