// Every event on the socket: what a page sends with the schema that parses it, and what the server pushes.
import * as v from 'valibot';
import { planSchema } from './http.ts';
import { LIMITS } from './limits.ts';
import { codeSchema, momentSchema, playerIdSchema, secretSchema, stepSchema } from './ids.ts';
import type { PlayerId } from './ids.ts';
import { replySchema } from './question.ts';
import type { Reply } from './refusals.ts';
import type { Settings } from './settings.ts';
import type { HostPerson, HostView, MeView, PeopleUpdate, PhaseName, RoomView, ScreenView } from './views.ts';

const at = { moment: momentSchema };
const screenSchema = v.pipe(v.number(), v.integer(), v.minValue(1));

/** What a host can do. Steps of the game name the moment they were meant for, so that a second click is `stale`. */
export const hostCommandSchema = v.variant('do', [
  v.object({ do: v.literal('prepare'), ...at, plan: planSchema, keepScores: v.boolean() }),
  v.object({ do: v.literal('start'), ...at }),
  v.object({ do: v.literal('skip'), ...at }),
  v.object({ do: v.literal('reveal'), ...at }),
  v.object({ do: v.literal('next'), ...at }),
  v.object({ do: v.literal('pause'), ...at }),
  v.object({ do: v.literal('resume'), ...at }),
  v.object({ do: v.literal('end'), ...at }),
  v.object({ do: v.literal('take-back'), ...at }),
  v.object({ do: v.literal('lock'), locked: v.boolean() }),
  /** From now on new players need the changing digits on the screen, or no longer. */
  v.object({ do: v.literal('ask-pin'), on: v.boolean() }),
  v.object({
    do: v.literal('remove'),
    players: v.pipe(v.array(playerIdSchema), v.minLength(1), v.maxLength(LIMITS.removedAtOnce)),
  }),
  /** Lets whoever shows `key` take over the player's seat, once. The host's page makes the key and shows it as a QR. */
  v.object({ do: v.literal('hand-over'), player: playerIdSchema, key: secretSchema }),
  /** Lets whoever shows `key` be a screen of this room, once. The host's page makes the key. */
  v.object({ do: v.literal('invite-screen'), key: secretSchema }),
  v.object({ do: v.literal('pair-screen'), screen: screenSchema }),
  v.object({ do: v.literal('unpair-screen'), screen: screenSchema }),
  /** Where phones find the game: the origin that stands in the QR. */
  v.object({
    do: v.literal('choose-origin'),
    origin: v.pipe(v.string(), v.maxLength(200), v.regex(/^https?:\/\/[^/\s]+$/)),
  }),
]);
export type HostCommand = v.InferOutput<typeof hostCommandSchema>;

export const clientEvents = {
  /** The room's clock, to measure this client's offset. Allowed to everybody. */
  clock: v.object({}),
  /** Is there such a room? Answered after a second when there is not. */
  knock: v.object({ code: codeSchema, key: v.optional(secretSchema) }),
  /** Become a player, or the same player again: a phone is known by the secret it made for itself. */
  join: v.object({
    code: codeSchema,
    key: v.optional(secretSchema),
    /** Empty where the game gives the names. */
    name: v.pipe(v.string(), v.maxLength(200)),
    pin: v.optional(v.pipe(v.string(), v.regex(/^\d{4}$/))),
    secret: secretSchema,
  }),
  /** Come back as the player this secret belongs to. */
  resume: v.object({ code: codeSchema, secret: secretSchema }),
  /** Take over a seat with a key that the host showed. */
  'claim-seat': v.object({ code: codeSchema, key: secretSchema, secret: secretSchema }),
  /** `number` rises with each answer to the same question where answers may change; 1 otherwise. */
  answer: v.object({
    step: stepSchema,
    reply: replySchema,
    number: v.pipe(v.number(), v.integer(), v.minValue(1)),
    /** What the acknowledgement of this answer carried, where the server has lost it since. */
    receipt: v.optional(v.pipe(v.string(), v.maxLength(LIMITS.receiptLength))),
  }),
  /** Become the host's page of a room. */
  host: v.object({ code: codeSchema, secret: secretSchema }),
  command: hostCommandSchema,
  /** Become a screen: paired at once with a key, or waiting for the host's tap. */
  screen: v.object({ code: codeSchema, secret: secretSchema, key: v.optional(secretSchema) }),
};

export type ClientEventName = keyof typeof clientEvents;
export type ClientEvent<N extends ClientEventName> = v.InferOutput<(typeof clientEvents)[N]>;

/** What each event is answered with, besides a refusal. */
export interface Accepted {
  clock: { now: number };
  /** `names`: whether players choose their names; `pin`: whether new ones need the digits on the screen. */
  knock: { code: string; title: string; phase: PhaseName; names: Settings['names']; pin: boolean };
  join: { player: PlayerId };
  resume: { player: PlayerId };
  'claim-seat': { player: PlayerId };
  /** A receipt where the server's log may lose what it has acknowledged; see `answer`. */
  answer: { receipt?: string };
  host: object;
  command: object;
  screen: { paired: boolean };
}

export type ClientToServer = {
  [N in ClientEventName]: (message: ClientEvent<N>, answer: (reply: Reply<Accepted[N]>) => void) => void;
};

/** Why a connection has no role any more: taken by a newer one, removed by the host, the room or seat is gone, or the server stops. */
export type Notice = 'replaced' | 'removed' | 'seat-taken' | 'room-closed' | 'unpaired' | 'stopping';

export interface ServerToClient {
  room: (view: RoomView) => void;
  me: (view: MeView) => void;
  host: (view: HostView) => void;
  'host-people': (update: PeopleUpdate<HostPerson>) => void;
  screen: (view: ScreenView) => void;
  'screen-people': (update: PeopleUpdate) => void;
  /** All that an unpaired screen learns: the word to show to the host. */
  pairing: (message: { word: string }) => void;
  notice: (notice: Notice) => void;
  /** To everybody, beside the views: the server cannot save at present (also on connecting), or can again. */
  saving: (message: { works: boolean }) => void;
}
