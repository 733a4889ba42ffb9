// All rooms that this server has open: opening, finding, and letting go of those that nobody needs or that expired.
import { LIMITS, refused } from '@oneliner/shared';
import type { OpenedRoom, Reply, StepNumber } from '@oneliner/shared';
import type { CommandOf } from '../game/commands.ts';
import { RULES_VERSION } from '../game/state.ts';
import type { Ending } from '../log/room-log.ts';
import type { Shelf } from '../log/shelf.ts';
import { Room } from './room.ts';
import type { FoundRoom, RoomParts } from './room.ts';

export interface RoomsParts extends Omit<RoomParts, 'isStopping' | 'onEnd'> {
  shelf: Shelf;
  /** A fresh code from a secure generator. */
  newCode(): string;
  /** How long a room is kept after its last entry. */
  keepMs: number;
}

/** Whose room it is, and the key in its QR code. */
type Opening = Omit<CommandOf<'open-room'>, 'type' | 'rules'>;
type Prepare = CommandOf<'prepare'>;

/** Codes tried before the server says that it is full. */
const CODE_ATTEMPTS = 20;
const EXPIRE_EVERY_MS = 10 * 60_000;
/** How often this server looks whether others have died, and for rooms that nobody here needs. */
const LOOK_EVERY_MS = 2000;
const LOOKS_UNTIL_RELEASE = 30;

export class Rooms {
  readonly #parts: RoomsParts & RoomParts;
  readonly #open = new Map<string, Promise<FoundRoom>>();
  /** Each open room with the number of looks since somebody here needed it. */
  readonly #unused = new Map<Room, number>();
  /** Of rooms whose log lost entries, until they are open again: the last question whose answer was shown here. */
  readonly #revealed = new Map<string, StepNumber>();
  readonly #callOffs: { look: () => void; tidy: () => void } = {
    look: () => undefined,
    tidy: () => undefined,
  };
  #isStopping = false;

  constructor(parts: RoomsParts) {
    const onEnd = (room: Room, why: Ending): void => {
      this.#forget(room);
      if (why === 'rewritten') this.#startOver(room);
      else room.close('room-closed');
    };
    this.#parts = { ...parts, isStopping: () => this.#isStopping, onEnd };
  }

  /** How many rooms are open here. */
  get count(): number {
    return this.#open.size;
  }

  /** Begins a room with a quiz on its table. The same host again, here or on another server, gets the same room. */
  async create(opening: Opening, quiz: Omit<Prepare, 'moment'>): Promise<Reply<OpenedRoom>> {
    const begun = await this.#begin(opening);
    if (!begun.ok) return begun;
    const { room } = begun;
    const opened = { ok: true, code: room.code } as const;
    if (room.hasQuiz) return opened;
    const prepared = await room.submit({ ...quiz, moment: room.state.moment });
    // The same request may have come twice at once.
    return prepared.ok || room.hasQuiz ? opened : prepared;
  }

  /** The room with this code, opened from its log if this server has not got it open. */
  find(code: string): Promise<FoundRoom> {
    const open = this.#open.get(code);
    if (open) return this.#need(open);
    const opening = Room.open(code, this.#parts, this.#revealed.get(code) ?? 0);
    this.#open.set(code, opening);
    void opening.then((found) => {
      if (found.ok) this.#revealed.delete(code);
      if (found.ok) this.#unused.set(found.room, 0);
      else if (this.#open.get(code) === opening) this.#open.delete(code);
    });
    return opening;
  }

  /** Whoever asks for a room is about to use it. */
  async #need(open: Promise<FoundRoom>): Promise<FoundRoom> {
    const found = await open;
    if (found.ok && this.#unused.has(found.room)) this.#unused.set(found.room, 0);
    return found;
  }

  /** Deletes rooms that nobody has used for long, and looks after those that are open; now, and again and again. */
  async keepTidy(): Promise<void> {
    this.#lookLater();
    await this.#expire();
  }

  /** Tells everybody that this server stops. */
  async stop(): Promise<void> {
    this.#callOffs.look();
    this.#callOffs.tidy();
    this.#isStopping = true;
    for (const found of await Promise.all(this.#open.values())) if (found.ok) found.room.close('stopping');
  }

  async #begin(opening: Opening): Promise<FoundRoom> {
    if (this.#open.size >= LIMITS.roomsPerServer) return refused('server-full');
    const { log, serverId } = this.#parts;
    const openRoom = { type: 'open-room', rules: RULES_VERSION, ...opening } as const;
    for (let attempt = 0; attempt < CODE_ATTEMPTS; attempt += 1) {
      const code = await this.#codeFor(opening.hostHash, attempt);
      if (code === null) return refused('not-saved');
      const created = await log.create(code, openRoom, serverId);
      if (created?.ok === false) return refused('not-saved');
      const found = await this.find(code);
      if (!found.ok || found.room.state.hostHash === opening.hostHash) return found;
    }
    return refused('server-full');
  }

  /** The code of this host's room: the first that any server has noted; a fresh one where that is somebody else's. */
  async #codeFor(hostHash: string, attempt: number): Promise<string | null> {
    const { shelf, newCode, keepMs } = this.#parts;
    const [key, code] = [`host:${hostHash}`, newCode()];
    if (attempt === 0) return shelf.claim(key, code, keepMs);
    return (await shelf.put(key, code, keepMs)) ? code : null;
  }

  #lookLater(): void {
    this.#callOffs.look = this.#parts.later(LOOK_EVERY_MS, () => {
      void this.#look().then(() => {
        if (!this.#isStopping) this.#lookLater();
      });
    });
  }

  async #look(): Promise<void> {
    const { fleet, serverId } = this.#parts;
    const servers = new Set([...this.#unused.keys()].flatMap(({ state }) => state.servers));
    servers.delete(serverId);
    if (servers.size > 0) {
      const living = await fleet.living([...servers]);
      const gone = [...servers].filter((id) => !living.has(id));
      for (const room of this.#unused.keys()) room.declareGone(gone);
    }
    for (const [room, looks] of this.#unused) this.#unused.set(room, room.isUnused ? looks + 1 : 0);
    for (const [room, looks] of this.#unused) if (looks >= LOOKS_UNTIL_RELEASE) this.#release(room);
  }

  /** Whoever comes from now on finds the room in its log. */
  #release(room: Room): void {
    this.#forget(room);
    void room.cease();
  }

  /** Entries that people had seen are lost: whoever is connected here comes anew to what is left. */
  #startOver(room: Room): void {
    const { code, lastRevealed } = room;
    this.#revealed.set(code, Math.max(lastRevealed, this.#revealed.get(code) ?? 0));
    room.hangUp();
    void this.find(code);
  }

  #forget(room: Room): void {
    this.#open.delete(room.code);
    this.#unused.delete(room);
  }

  async #expire(): Promise<void> {
    const { log, keepMs, later } = this.#parts;
    // Rooms that are open here hear of it from the log.
    await log.expire(log.now() - keepMs);
    if (this.#isStopping) return;
    this.#callOffs.tidy = later(EXPIRE_EVERY_MS, () => {
      void this.#expire();
    });
  }
}
