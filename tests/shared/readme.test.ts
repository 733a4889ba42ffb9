// README.md of the contract names all there is, and its example speaks the contract.
import { clientEvents, hostCommandSchema, TIMING } from '@oneliner/shared';
import type { ClientEventName, Notice, ServerToClient } from '@oneliner/shared';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

const readme = readFileSync(new URL('../../shared/README.md', import.meta.url), 'utf8');
const refusals = readFileSync(new URL('../../shared/src/words/en/refusals.ts', import.meta.url), 'utf8');

/** One line for each: a new event or notice does not compile until it stands here. */
const pushed: Record<keyof ServerToClient, true> = {
  room: true,
  me: true,
  host: true,
  'host-people': true,
  screen: true,
  'screen-people': true,
  pairing: true,
  notice: true,
  saving: true,
};
const notices: Record<Notice, true> = {
  replaced: true,
  removed: true,
  'seat-taken': true,
  'room-closed': true,
  unpaired: true,
  stopping: true,
};

const hasRow = (name: string): boolean => readme.includes(`\n| \`${name}\` |`);

describe('a table of README.md has', () => {
  test.each(Object.keys(clientEvents))('the event %s of a client', (name) => {
    expect(hasRow(name)).toBe(true);
  });

  test.each(hostCommandSchema.options.map((option) => option.entries.do.literal))(
    'the command %s',
    (name) => {
      expect(hasRow(name)).toBe(true);
    },
  );

  test.each(Object.keys(pushed))('the event %s of the server', (name) => {
    expect(hasRow(name)).toBe(true);
  });

  test.each(Object.keys(notices))('the notice %s', (name) => {
    expect(hasRow(name)).toBe(true);
  });

  test.each([...refusals.matchAll(/^ {2}'?([a-z-]+)'?: \(/gm)].map(([, name = '']) => name))(
    'the refusal %s',
    (name) => {
      expect(hasRow(name)).toBe(true);
    },
  );

  test.each(Object.entries(TIMING).filter(([name]) => !name.startsWith('update')))(
    'the time of %s',
    (_name, ms) => {
      expect(readme).toMatch(new RegExp(`\\| [^|\\n]*\\| (?:\\d+, )?${ms}(?:, \\d+)? \\|`));
    },
  );
});

test('what the phone sends in the example of README.md parses', () => {
  const sent = [...readme.matchAll(/^→ ([a-z-]+) +(\{.*\})$/gm)];
  expect(sent.length).toBeGreaterThan(3);
  for (const [, event, payload = ''] of sent) {
    expect(v.is(clientEvents[event as ClientEventName], JSON.parse(payload)), payload).toBe(true);
  }
});
