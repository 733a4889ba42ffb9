// The addresses that a host hands out: in QR codes, to type, and for the big screen.
import type { HostView } from '@oneliner/shared';

/** What a person types: the address without its protocol. */
export const typed = (origin: string): string => origin.replace(/^https?:\/\//, '');

/** Gets a phone in without guessing the code: the key stands in the fragment, which no server ever sees. */
export const joinAddress = (origin: string, { code, joinKey }: HostView): string =>
  `${origin}/${code}#k=${joinKey}`;

/** Gives a seat to another phone, once. */
export const seatAddress = (origin: string, code: string, key: string): string =>
  `${origin}/${code}#seat=${key}`;

/** Opens a screen that is paired at once, once. */
export const screenAddress = (code: string, key: string): string => `/screen/${code}#k=${key}`;
