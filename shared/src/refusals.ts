// The closed list of refusals: whatever is not accepted is refused by one of these names, with what a person needs to act on.

/** Each name with its parameters. Sentences stand in `words/en/refusals.ts`. */
export interface RefusalParameters {
  /** The message does not parse by the contract's schema. */
  malformed: object;
  /** The connection or address sends too much; try again after `seconds`. */
  'too-many': { seconds: number };
  /** This role may not do that, or the connection has no role yet. */
  'not-allowed': object;
  /** This server lets only those host who know its password; none or a wrong one was given. */
  'password-needed': object;
  /** The log could not write; the same message may be sent again. */
  'not-saved': object;
  /** A mistake of the server; it is in its log, and the room goes on. */
  fault: object;
  /** No room has this code (any more). */
  'unknown-room': object;
  /** The room goes by rules that this server does not know, as during an update; another server may. */
  'other-rules': object;
  'room-full': { players: number };
  'room-locked': object;
  'server-full': object;
  /** The game runs and the host has switched late joining off. */
  'no-late-joining': object;
  'name-empty': object;
  'name-long': { graphemes: number };
  /** The name is taken, or looks like a taken one; `free` is one that is not. */
  'name-taken': { free: string };
  'name-unfit': { free: string };
  /** The room asks new players for the four digits on its big screen; none or wrong ones were given. */
  'pin-needed': object;
  /** The host removed this phone's player from the room. */
  removed: object;
  /** The command was meant for a moment that has passed; a repeat of it does no harm. */
  stale: object;
  /** The present phase does not allow it. */
  'not-now': object;
  /** The question is not open yet; send again at its opening. */
  'too-early': object;
  /** Time was up when the answer reached the server. */
  'too-late': object;
  /** Another answer to this question counts already. */
  'already-answered': object;
  /** Who joined late enters at the next question. */
  'next-question': object;
  /** The reply does not fit the question. */
  'no-such-option': object;
  'unknown-player': object;
  'unknown-screen': object;
  /** A key that works once was used, or was never given out. */
  'key-spent': object;
  'unknown-document': object;
  /** The documents that hosts have brought take all the room there is for them. */
  'documents-full': object;
  'document-too-large': { bytes: number };
  'document-not-text': object;
  /** The document has no entry that a question can be made from. */
  'document-empty': object;
  /** Making the questions took more time or memory than one document may have. */
  'document-too-heavy': object;
  /** Nothing is left to ask after the host's choices. */
  'no-questions': object;
}

export type RefusalName = keyof RefusalParameters;
export type Refusal = { [N in RefusalName]: { name: N } & RefusalParameters[N] }[RefusalName];

export type Refused = { ok: false; refusal: Refusal };
/** The answer to every event and request: what was asked for, or a refusal. */
export type Reply<T extends object = object> = ({ ok: true } & T) | Refused;

type PlainRefusalName = {
  [N in RefusalName]: keyof RefusalParameters[N] extends never ? N : never;
}[RefusalName];

/** A refusal as a reply: by its name alone, or whole when it has parameters. */
export const refused = (refusal: Refusal | PlainRefusalName): Refused => ({
  ok: false,
  refusal: (typeof refusal === 'string' ? { name: refusal } : refusal) as Refusal,
});
