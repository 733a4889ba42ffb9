// What each event of the contract does, given who sent it: one handler an event, and the one place that checks roles.
import { setTimeout as delay } from 'node:timers/promises';
import { LIMITS, refused } from '@oneliner/shared';
import type { Accepted, ClientEvent, ClientEventName, Reply } from '@oneliner/shared';
import type { Line } from '../rooms/line.ts';
import type { Room } from '../rooms/room.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { runHostCommand } from './host-command.ts';
import type { PrepareQuiz } from './host-command.ts';
import { freeName, readName } from './names.ts';
import { hashSecret, newPairingWord } from './secrets.ts';

export interface EventParts {
  rooms: Rooms;
  prepareQuiz: PrepareQuiz;
  /** The log's clock. */
  now(): number;
}

/** One connection: its line, the room it has a role in, and the credit for the way of its answers. */
export interface Caller {
  line: Line;
  room: Room | null;
  credit(): number;
}

type Handlers = {
  [N in ClientEventName]: (
    caller: Caller,
    message: ClientEvent<N>,
    receivedAt: number,
  ) => Promise<Reply<Accepted[N]>>;
};

export function createHandlers({ rooms, prepareQuiz, now }: EventParts): Handlers {
  /** Finds the room of a code; a wrong one costs a second, so that guessing takes long. */
  async function withRoom<T extends object>(
    code: string,
    act: (room: Room) => Promise<Reply<T>>,
  ): Promise<Reply<T>> {
    const room = await rooms.find(code);
    if (room) return act(room);
    await delay(LIMITS.wrongCodeDelayMs);
    return refused('unknown-room');
  }

  /** Gives the caller a role in a room, and lets go of the one it had in another. */
  const enter = <T extends object>(
    caller: Caller,
    code: string,
    act: (room: Room) => Promise<Reply<T>>,
  ): Promise<Reply<T>> =>
    withRoom(code, async (room) => {
      if (caller.room && caller.room !== room) caller.room.detach(caller.line);
      const reply = await act(room);
      if (reply.ok) caller.room = room;
      return reply;
    });

  async function join(
    room: Room,
    caller: Caller,
    message: ClientEvent<'join'>,
  ): Promise<Reply<Accepted['join']>> {
    const secretHash = hashSecret(message.secret);
    const isTaken = (nameKey: string): boolean => room.state.playerByName[nameKey] !== undefined;
    if (room.state.playerBySecret[secretHash] !== undefined) return room.resume(caller.line, secretHash);
    const named = readName(message.name, isTaken);
    if (!named.ok) return named;
    const { name, nameKey } = named;
    const reply = await room.join(caller.line, { type: 'join', secretHash, name, nameKey });
    if (reply.ok || reply.refusal.name !== 'name-taken') return reply;
    return refused({ name: 'name-taken', free: freeName(name, isTaken) });
  }

  return {
    clock: () => Promise.resolve({ ok: true, now: now() }),
    knock: (_caller, { code }) =>
      withRoom(code, ({ title, phase }) => Promise.resolve({ ok: true, code, title, phase })),
    join: (caller, message) => enter(caller, message.code, (room) => join(room, caller, message)),
    resume: (caller, { code, secret }) =>
      enter(caller, code, (room) => room.resume(caller.line, hashSecret(secret))),
    'claim-seat': (caller, { code, key, secret }) =>
      enter(caller, code, (room) =>
        room.join(caller.line, {
          type: 'claim-seat',
          keyHash: hashSecret(key),
          secretHash: hashSecret(secret),
        }),
      ),
    host: (caller, { code, secret }) =>
      enter(caller, code, (room) => room.attachHost(caller.line, hashSecret(secret))),
    screen: (caller, { code, secret, key }) =>
      enter(caller, code, (room) =>
        room.attachScreen(caller.line, {
          type: 'ask-screen',
          secretHash: hashSecret(secret),
          keyHash: key === undefined ? null : hashSecret(key),
          word: newPairingWord(),
        }),
      ),
    answer: async ({ room, line, credit }, { step, reply, number }, receivedAt) => {
      const who = room?.whoIs(line);
      if (!room || who?.role !== 'player') return refused('not-allowed');
      const { player } = who;
      return room.submit({ type: 'answer', player, step, reply, number, receivedAt, credit: credit() });
    },
    command: async ({ room, line }, command) => {
      if (!room || room.whoIs(line)?.role !== 'host') return refused('not-allowed');
      return runHostCommand(room, command, prepareQuiz);
    },
  };
}
