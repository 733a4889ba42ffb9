// All rooms that this server has open: opening, finding, and letting go of those that expired.
import { LIMITS, refused } from '@oneliner/shared';
import type { OpenedRoom, Reply } from '@oneliner/shared';
import type { CommandOf } from '../game/commands.ts';
import { Room } from './room.ts';
import type { RoomParts } from './room.ts';

export interface RoomsParts extends Omit<RoomParts, 'isStopping'> {
  /** A fresh code from a secure generator. */
  newCode(): string;
  /** How long a room is kept after its last entry. */
  keepMs: number;
}

type OpenRoom = CommandOf<'open-room'>;
type Prepare = CommandOf<'prepare'>;

/** Codes tried before the server says that it is full. */
const CODE_ATTEMPTS = 20;
const EXPIRE_EVERY_MS = 10 * 60_000;

export class Rooms {
  readonly #parts: RoomsParts & RoomParts;
  readonly #open = new Map<string, Promise<Room | null>>();
  /** The code of each room opened here by the host's hash, so that the same request opens no second room. */
  readonly #codeByHost = new Map<string, Promise<Reply<OpenedRoom>>>();
  #callOff: () => void = () => undefined;
  #isStopping = false;

  constructor(parts: RoomsParts) {
    this.#parts = { ...parts, isStopping: () => this.#isStopping };
  }

  /** How many rooms are open here. */
  get count(): number {
    return this.#open.size;
  }

  /** Begins a room with a quiz on its table. */
  async create(openRoom: OpenRoom, quiz: Omit<Prepare, 'moment'>): Promise<Reply<OpenedRoom>> {
    const { hostHash } = openRoom;
    const begun = this.#codeByHost.get(hostHash) ?? this.#begin(openRoom);
    this.#codeByHost.set(hostHash, begun);
    const opened = await begun;
    const room = opened.ok ? await this.find(opened.code) : null;
    if (!room) this.#codeByHost.delete(hostHash);
    if (!opened.ok || !room) return opened.ok ? refused('not-saved') : opened;
    if (room.hasQuiz) return opened;
    const prepared = await room.submit({ ...quiz, moment: room.state.moment });
    // The same request may have come twice at once.
    return prepared.ok || room.hasQuiz ? opened : prepared;
  }

  async #begin(openRoom: OpenRoom): Promise<Reply<OpenedRoom>> {
    if (this.#open.size >= LIMITS.roomsPerServer) return refused('server-full');
    for (let attempt = 0; attempt < CODE_ATTEMPTS; attempt += 1) {
      const code = this.#parts.newCode();
      const created = await this.#parts.log.create(code, openRoom, this.#parts.serverId);
      if (created === null) continue;
      return created.ok ? { ok: true, code } : refused('not-saved');
    }
    return refused('server-full');
  }

  /** The room with this code, opened from its log if this server has not got it open; null when there is none. */
  find(code: string): Promise<Room | null> {
    const open = this.#open.get(code);
    if (open) return open;
    const opening = Room.open(code, this.#parts);
    this.#open.set(code, opening);
    void opening.then(
      (room) => room ?? this.#open.delete(code),
      () => this.#open.delete(code),
    );
    return opening;
  }

  /** Deletes rooms that nobody has used for long, now and every ten minutes. */
  async keepTidy(): Promise<void> {
    await this.#expire();
    this.#callOff = this.#parts.later(EXPIRE_EVERY_MS, () => {
      void this.keepTidy();
    });
  }

  /** Tells everybody that this server stops. */
  async stop(): Promise<void> {
    this.#callOff();
    this.#isStopping = true;
    for (const opened of await Promise.allSettled(this.#open.values()))
      if (opened.status === 'fulfilled') opened.value?.close('stopping');
  }

  async #expire(): Promise<void> {
    const { log, keepMs } = this.#parts;
    for (const code of await log.expire(log.now() - keepMs)) {
      const room = await this.#open.get(code);
      this.#open.delete(code);
      if (room) this.#codeByHost.delete(room.state.hostHash);
      room?.close('room-closed');
    }
  }
}
