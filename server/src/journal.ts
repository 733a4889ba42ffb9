// The server's structured log: JSON lines for machines, with room and seq where there is one, and never a secret.
import pino from 'pino';
import type { DestinationStream, Logger } from 'pino';

export type Journal = Logger;

/** Whatever carries one of these names is blotted out, however it came into a line. */
const SECRET_NAMES = new Set([
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
]);

/** Deeper than anything that is logged: what goes round in circles ends here. */
const DEPTH = 6;

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const clean = (name: string, value: unknown, depth: number): unknown => {
  if (SECRET_NAMES.has(name)) return '[secret]';
  if (!Array.isArray(value) && !isPlain(value)) return value;
  if (depth === 0) return '[deep]';
  if (Array.isArray(value)) return value.map((each) => clean('', each, depth - 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, clean(name, each, depth - 1)]),
  );
};

/** A copy with no secret in it. pino's own `redact` takes fifty times as long, and a busy server writes hundreds a second. */
const withoutSecrets = (fields: object): Record<string, unknown> =>
  clean('', { ...fields }, DEPTH) as Record<string, unknown>;

/** @param destination Where the lines go: the standard error by default, which leaves the standard output to people. */
export const createJournal = (level: string, destination: DestinationStream = pino.destination(2)): Journal =>
  pino(
    {
      level,
      base: null,
      formatters: { log: withoutSecrets, bindings: withoutSecrets },
      serializers: { err: (error: Error) => withoutSecrets(pino.stdSerializers.err(error)) },
    },
    destination,
  );
