// What each event of the contract does, given who sent it: one handler an event, and the one place that checks roles.
import { LIMITS, refused } from '@oneliner/shared';
import type { Accepted, ClientEvent, ClientEventName, Reply } from '@oneliner/shared';
import type { Later, Line } from '../rooms/line.ts';
import type { Room } from '../rooms/room.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { createAnswer } from './answering.ts';
import { createCodeGuard } from './code-guard.ts';
import { runHostCommand } from './host-command.ts';
import type { PrepareQuiz } from './host-command.ts';
import { giveName } from './given-names.ts';
import { freeName, readName } from './names.ts';
import { hashSecret, newPairingWord } from './secrets.ts';
import type { Receipts } from './receipts.ts';
import type { SharedPace } from './shared-pace.ts';
import { createThrottle } from './throttle.ts';
import { createTurns } from './turns.ts';

export interface EventParts {
  rooms: Rooms;
  prepareQuiz: PrepareQuiz;
  /** Null where what was acknowledged is never lost. */
  receipts: Receipts | null;
  /** The pace of wrong codes of all servers, where several share the log. */
  wrongCodes?: SharedPace | null;
  /** The log's clock. */
  now(): number;
  later: Later;
}

/** One connection: its line, the room it has a role in, and the credit for the way of its answers. */
export interface Caller {
  line: Line;
  /** What limits know its address by. */
  address: string;
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

/** What somebody shows besides a code: with the right one of these the code was not guessed. */
interface Shown {
  key?: string | undefined;
  secret?: string;
}

/** How many roles one connection may ask for before the first of them is answered. */
const ENTRIES_AT_ONCE = 10;

const isNoGuess = (room: Room, { key, secret }: Shown): boolean =>
  key === room.state.joinKey || (secret !== undefined && room.knows(hashSecret(secret)));

export function createHandlers({
  rooms,
  prepareQuiz,
  receipts,
  wrongCodes,
  now,
  later,
}: EventParts): Handlers {
  const answer = createAnswer(receipts);
  const guard = createCodeGuard(later, now, wrongCodes);
  const inTurn = createTurns(ENTRIES_AT_ONCE);
  const joins = createThrottle({ burst: LIMITS.joinsBurst, perSecond: LIMITS.joinsPerSecond }, now);
  const screens = createThrottle({ burst: LIMITS.screensBurst, perSecond: LIMITS.screensPerSecond }, now);

  /** Finds the room of a code: at once for who shows more than a code, through the guard for all others. */
  async function withRoom<T extends object>(
    { address }: Caller,
    code: string,
    shown: Shown,
    act: (room: Room) => Promise<Reply<T>>,
  ): Promise<Reply<T>> {
    if (shown.key !== undefined || shown.secret !== undefined) {
      const known = await rooms.find(code);
      if (known.ok && isNoGuess(known.room, shown)) return act(known.room);
    }
    const found = await guard.pass(address, async () => {
      const looked = await rooms.find(code);
      return !looked.ok && looked.refusal.name === 'unknown-room' ? null : looked;
    });
    if (found === 'full') return refused({ name: 'too-many', seconds: 5 });
    if (found === null) return refused('unknown-room');
    return found.ok ? act(found.room) : found;
  }

  /**
   * Gives the caller a role in a room, and lets go of the one it had in another. A connection that asks for two roles
   * at once gets one after the other, or it would be left with both.
   */
  const enter = <T extends object>(
    caller: Caller,
    message: { code: string } & Shown,
    act: (room: Room) => Promise<Reply<T>>,
  ): Promise<Reply<T>> =>
    withRoom(caller, message.code, message, async (room) => {
      const entered = await inTurn(caller, async () => {
        if (caller.room !== room) caller.room?.detach(caller.line);
        // Known before it has the role: whoever hangs up in the very moment of getting it must be found here.
        caller.room = room;
        return act(room);
      });
      return entered ?? refused({ name: 'too-many', seconds: 1 });
    });

  /** Where the screen's digits are asked for, wrong ones go through the guard, as wrong codes do. */
  async function pinIsNoGuess(room: Room, { address }: Caller, pin: string | null): Promise<Reply> {
    if (pin === null || !room.state.pins) return { ok: true };
    const passed = await guard.pass(address, () => Promise.resolve(room.letsIn(pin) ? room : null));
    if (passed === 'full') return refused({ name: 'too-many', seconds: 5 });
    return passed ? { ok: true } : refused('pin-needed');
  }

  async function join(
    room: Room,
    caller: Caller,
    message: ClientEvent<'join'>,
  ): Promise<Reply<Accepted['join']>> {
    const secretHash = hashSecret(message.secret);
    const isTaken = (nameKey: string): boolean => room.state.playerByName[nameKey] !== undefined;
    if (room.state.playerBySecret[secretHash] !== undefined) return room.resume(caller.line, secretHash);
    const seconds = joins.take(caller.address);
    if (seconds > 0) return refused({ name: 'too-many', seconds });
    const unguessed = await pinIsNoGuess(room, caller, message.pin ?? null);
    if (!unguessed.ok) return unguessed;
    const named = readName(room.givesNames ? giveName(isTaken) : message.name, isTaken);
    if (!named.ok) return named;
    const { name, nameKey } = named;
    const reply = await room.join(caller.line, {
      type: 'join',
      secretHash,
      name,
      nameKey,
      pin: message.pin ?? null,
    });
    if (reply.ok || reply.refusal.name !== 'name-taken') return reply;
    return refused({ name: 'name-taken', free: freeName(name, isTaken) });
  }

  return {
    clock: () => Promise.resolve({ ok: true, now: now() }),
    knock: (caller, message) =>
      withRoom(caller, message.code, message, ({ code, title, phase, givesNames, state }) =>
        Promise.resolve({
          ok: true,
          code,
          title,
          phase,
          names: givesNames ? 'given' : 'own',
          pin: state.pins !== null,
        }),
      ),
    join: (caller, message) => enter(caller, message, (room) => join(room, caller, message)),
    resume: (caller, message) =>
      enter(caller, message, (room) => room.resume(caller.line, hashSecret(message.secret))),
    'claim-seat': (caller, message) =>
      enter(caller, message, (room) =>
        room.claimSeat(caller.line, {
          type: 'claim-seat',
          keyHash: hashSecret(message.key),
          secretHash: hashSecret(message.secret),
        }),
      ),
    host: (caller, message) =>
      enter(caller, message, (room) => room.attachHost(caller.line, hashSecret(message.secret))),
    screen: (caller, message) =>
      enter(caller, message, async (room) => {
        const seconds = room.knows(hashSecret(message.secret)) ? 0 : screens.take(caller.address);
        if (seconds > 0) return refused({ name: 'too-many', seconds });
        return room.attachScreen(caller.line, {
          type: 'ask-screen',
          secretHash: hashSecret(message.secret),
          keyHash: message.key === undefined ? null : hashSecret(message.key),
          word: newPairingWord(),
        });
      }),
    answer: (caller, message, receivedAt) => {
      const { room, line } = caller;
      const who = room?.whoIs(line);
      if (!room || who?.role !== 'player') return Promise.resolve(refused('not-allowed'));
      return answer({ room, player: who.player, message, receivedAt, credit: caller.credit() });
    },
    command: async ({ room, line }, command) => {
      if (!room || room.whoIs(line)?.role !== 'host') return refused('not-allowed');
      return runHostCommand(room, command, prepareQuiz);
    },
  };
}
