// The server's structured log: JSON lines for machines, with room and seq where there is one, and never a secret.
import pino from 'pino';
import type { DestinationStream, Logger } from 'pino';

export type Journal = Logger;

/** Whatever carries one of these names is blotted out, however it came into a line. */
const SECRET_NAMES = [
  'secret',
  'key',
  'joinKey',
  'keyHash',
  'secretHash',
  'hostHash',
  'token',
  'password',
  'hostPassword',
  'host-password',
  'cookie',
  'authorization',
];
const DEPTH = 3;

const redactedPaths = Array.from({ length: DEPTH }, (_, depth) => Array(depth).fill('*').join('.')).flatMap(
  (prefix) => SECRET_NAMES.map((name) => `${prefix}["${name}"]`),
);

/** @param destination Where the lines go: the standard error by default, which leaves the standard output to people. */
export const createJournal = (level: string, destination: DestinationStream = pino.destination(2)): Journal =>
  pino(
    {
      level,
      base: null,
      redact: { paths: redactedPaths, censor: '[secret]' },
    },
    destination,
  );
