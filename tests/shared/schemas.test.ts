// The schemas of the contract take every good message and refuse every bad one, without throwing.
import {
  clientEvents,
  hostCommandSchema,
  openRoomSchema,
  planSchema,
  settingsSchema,
} from '@oneliner/shared';
import type { ClientEventName } from '@oneliner/shared';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { commands, events, openRoom, plan } from './messages.ts';

type Schema = v.GenericSchema<unknown, unknown>;

const names = Object.keys(clientEvents) as ClientEventName[];
const rows: [title: string, schema: Schema, good: object][] = [
  ...names.map((name): [string, Schema, object] => [name, clientEvents[name], events[name]]),
  ...Object.values(commands).map((good): [string, Schema, object] => [
    `command ${good.do}`,
    hostCommandSchema,
    good,
  ]),
  ['POST /api/rooms', openRoomSchema, openRoom],
  ['settings', settingsSchema, plan.settings],
];
/** Rows with at least one field. */
const bendable = rows.filter(([, , good]) => Object.keys(good).length > 0);

/** The only fields that may be missing. */
const optional = ['knock key', 'join key', 'screen key'];

const hostile: unknown[] = [
  null,
  -1,
  1.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '',
  '\0',
  'x'.repeat(1_000_000),
  [],
  [null],
  Array.from({ length: 10_000 }, () => 1),
  {},
  { length: 1, toString: 'no function' },
  new Uint8Array(30),
  () => 'a function',
];

/** What is no mistake after all: untimed questions, no order of one's own, a name to be refused with a sentence. */
const isAllowed = (field: string, value: unknown): boolean =>
  (field === 'seconds' && value === null) ||
  (['leftOut', 'order'].includes(field) && Array.isArray(value) && value.length === 0) ||
  (field === 'name' && typeof value === 'string' && value.length <= 200);

describe.each(rows)('%s', (_title, schema, good) => {
  test('takes its good message and gives the same', () => {
    expect(v.parse(schema, structuredClone(good))).toEqual(good);
  });

  test('drops what it does not know, a prototype among it', () => {
    const extra = '{"__proto__":{"isHost":true},"extra":1,';
    const text = extra + JSON.stringify({ ...good, last: 1 }).slice(1);
    const parsed = v.parse(schema, JSON.parse(text)) as object;
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
    expect(Object.keys(parsed)).toEqual(Object.keys(good));
    expect(parsed).not.toHaveProperty('isHost');
  });

  test('never throws, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true }),
        (any) => void v.safeParse(schema, any),
      ),
    );
    fc.assert(fc.property(fc.jsonValue(), (any) => void v.safeParse(schema, any)));
  });

  test.each([undefined, null, true, 7, 'text', 'x'.repeat(100_000)])('refuses %j', (bad) => {
    expect(v.is(schema, bad)).toBe(false);
  });
});

describe.each(bendable)('%s', (title, schema, good) => {
  test('refuses a message without one of its fields', () => {
    for (const field of Object.keys(good)) {
      const rest = Object.fromEntries(Object.entries(good).filter(([name]) => name !== field));
      expect(v.is(schema, rest), field).toBe(optional.includes(`${title} ${field}`));
    }
  });

  test('refuses every field of a wrong type or size', () => {
    for (const field of Object.keys(good)) {
      for (const [index, value] of hostile.entries()) {
        if (isAllowed(field, value)) continue;
        expect(v.is(schema, { ...good, [field]: value }), `${field} as the hostile value ${index}`).toBe(
          false,
        );
      }
    }
  });
});

describe('a plan', () => {
  test('has 1 to 100 questions of 5 to 120 seconds', () => {
    const withCount = (count: number) => v.is(planSchema, { ...plan, count });
    expect([0, 1, 100, 101].map(withCount)).toEqual([false, true, true, false]);
    const withSeconds = (seconds: number | null) => v.is(settingsSchema, { ...plan.settings, seconds });
    expect([4, 5, 120, 121, 7.5, null].map(withSeconds)).toEqual([false, true, true, false, false, true]);
  });

  test.each(['../etc/passwd', 'a b', 'A', '', 'a'.repeat(81), '.', '%2e'])(
    'does not take %j for a document',
    (documentId) => {
      expect(v.is(planSchema, { ...plan, documentId })).toBe(false);
    },
  );
});

test.each([
  ['http://192.168.1.20:3000', true],
  ['https://quiz.example', true],
  ['http://[fe80::1]:3000', true],
  ['javascript:alert(1)', false],
  ['http://a/b', false],
  ['http://a b', false],
  ['//a', false],
  [`http://${'a'.repeat(200)}`, false],
])('an origin such as %j may stand in the QR: %s', (origin, isOrigin) => {
  expect(v.is(hostCommandSchema, { do: 'choose-origin', origin })).toBe(isOrigin);
});
