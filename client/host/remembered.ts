// What this browser remembers of its host: rooms with their secrets, own documents, settings, disliked questions.
import type { DocumentSummary } from '@oneliner/shared';
import { memory } from '../src/storage.ts';
import type { Habits } from './setup/draft.svelte.ts';

/** A room that this browser opened, and what proves it. */
export interface Seat {
  code: string;
  secret: string;
}

const ROOMS = 20;
const DOCUMENTS = 12;

function recall<T>(key: string): T | null {
  try {
    return JSON.parse(memory.get(`oneliner.host.${key}`) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

const keep = (key: string, value: unknown): void =>
  memory.set(`oneliner.host.${key}`, value === null ? null : JSON.stringify(value));

/** Rooms of this browser, the newest first. */
const seats = (): Seat[] => recall<Seat[]>('rooms') ?? [];

export const seatIn = (code: string): Seat | null => seats().find((seat) => seat.code === code) ?? null;

/** The room to come back to; null after it was left. */
export const currentSeat = (): Seat | null => seatIn(recall<string>('room') ?? '');

/** Makes this the room to come back to. */
export function takeSeat(seat: Seat): void {
  keep('rooms', [seat, ...seats().filter(({ code }) => code !== seat.code)].slice(0, ROOMS));
  keep('room', seat.code);
}

/** Comes back to no room by itself; the room can still be reached by its address. */
export const leaveSeat = (): void => keep('room', null);

export function forgetSeat(code: string): void {
  keep(
    'rooms',
    seats().filter((seat) => seat.code !== code),
  );
  if (recall('room') === code) leaveSeat();
}

/** The documents that this host brought, the newest first. */
export const ownDocuments = (): DocumentSummary[] => recall<DocumentSummary[]>('documents') ?? [];

export function rememberDocument({ id, title, entries }: DocumentSummary): void {
  const others = ownDocuments().filter((document) => document.id !== id);
  keep('documents', [{ id, title, entries }, ...others].slice(0, DOCUMENTS));
}

export const forgetDocument = (id: string): void =>
  keep(
    'documents',
    ownDocuments().filter((document) => document.id !== id),
  );

export const lastDocument = (): string | null => recall('document');
export const rememberLastDocument = (id: string): void => keep('document', id);

export const habits = (): Habits | null => recall('habits');
export const rememberHabits = (habits: Habits): void => keep('habits', habits);

/** The questions of a document that this host left out. */
export const dislikes = (documentId: string): string[] => recall(`left-out.${documentId}`) ?? [];
export const rememberDislikes = (documentId: string, ids: string[]): void =>
  keep(`left-out.${documentId}`, ids.length === 0 ? null : ids);
