// The names of everything in Redis. What belongs to one room has its code in braces, so that a cluster keeps it together.

export const streamOf = (code: string): string => `oneliner:{${code}}:log`;
/** Number, time and hash of a room's last entry, and the epoch of its log. */
export const headOf = (code: string): string => `oneliner:{${code}}:head`;
export const channelOf = (code: string): string => `oneliner:{${code}}:news`;
export const shelfKey = (key: string): string => `oneliner:shelf:${key}`;
export const serverKey = (server: string): string => `oneliner:server:${server}`;
/** The server that was the last to listen at a place. */
export const seatKey = (seat: string): string => `oneliner:seat:${seat}`;
export const PROBE_KEY = 'oneliner:probe';
/** The server that deletes old rooms at present. */
export const TIDYING_KEY = 'oneliner:tidying';

export const ALL_HEADS = 'oneliner:{*}:head';
/** The code in a head's key. */
export const codeOfHead = (key: string): string => key.slice('oneliner:{'.length, -'}:head'.length);
