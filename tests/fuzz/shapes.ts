// Messages made from the contract's own schemas: ones that parse, and ones that nearly do.
import * as v from 'valibot';
import type { Dice } from '../simulation/dice.ts';
import { hostile } from './hostile.ts';

/** What is read here of a Valibot schema. */
interface Schema {
  type: string;
  entries?: Record<string, Schema>;
  item?: Schema;
  wrapped?: Schema;
  literal?: unknown;
  options?: unknown[];
  pipe?: { type: string; requirement?: unknown }[];
}

const bound = ({ pipe = [] }: Schema, type: string, otherwise: number): number => {
  const found = pipe.find((action) => action.type === type)?.requirement;
  return typeof found === 'number' ? found : otherwise;
};

const fitting = new WeakMap<Schema, string[]>();

/** Those of `strings` that the schema takes; a text without rules takes them all. */
const stringsFor = (schema: Schema, strings: readonly string[]): string[] => {
  const known =
    fitting.get(schema) ?? strings.filter((text) => v.is(schema as unknown as v.GenericSchema, text));
  fitting.set(schema, known);
  return known;
};

const pick = <T>(dice: Dice, from: readonly T[]): T | undefined => from[dice.whole(0, from.length - 1)];

const draw = (schema: Schema, strings: readonly string[], dice: Dice): unknown => {
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.entries ?? {})
          .filter(([, entry]) => entry.type !== 'optional' || dice.chance(0.5))
          .map(([name, entry]) => [name, draw(entry, strings, dice)]),
      );
    case 'variant':
      return draw(pick(dice, schema.options as Schema[]) as Schema, strings, dice);
    case 'array': {
      const length = dice.whole(bound(schema, 'min_length', 0), Math.min(4, bound(schema, 'max_length', 4)));
      return Array.from({ length }, () => draw(schema.item as Schema, strings, dice));
    }
    case 'nullable':
    case 'optional':
      return schema.type === 'nullable' && dice.chance(0.2)
        ? null
        : draw(schema.wrapped as Schema, strings, dice);
    case 'literal':
      return schema.literal;
    case 'picklist':
      return pick(dice, schema.options ?? []);
    case 'boolean':
      return dice.chance(0.5);
    case 'number':
      return dice.whole(bound(schema, 'min_value', 0), Math.min(40, bound(schema, 'max_value', 40)));
    case 'string':
      return pick(dice, stringsFor(schema, strings)) ?? '';
    default:
      throw new Error(`the contract has a new kind of schema, ${schema.type}: say here how to draw from it`);
  }
};

/** A message that parses, with texts out of `strings` wherever they fit. */
export const valid = (schema: v.GenericSchema, strings: readonly string[], dice: Dice): unknown =>
  draw(schema as unknown as Schema, strings, dice);

/** The same message with one thing wrong in it: a part gone, replaced, or added. */
export const spoil = (message: unknown, dice: Dice): unknown => {
  if (typeof message !== 'object' || message === null || dice.chance(0.15)) return hostile(dice);
  const entries = Object.entries(message);
  const at = dice.whole(0, Math.max(0, entries.length - 1));
  const [name, value] = entries[at] ?? ['', null];
  const what = dice.pick(['lose', 'add', 'replace', 'replace']);
  if (what === 'lose') entries.splice(at, 1);
  else if (what === 'add')
    entries.push([dice.pick(['__proto__', 'constructor', 'toString', 'x']), hostile(dice)]);
  else entries[at] = [name, dice.chance(0.3) ? spoil(value, dice) : hostile(dice)];
  if (Array.isArray(message)) return entries.map(([, part]) => part as unknown);
  // Not through `Object.fromEntries` alone: a key like __proto__ must stand in the JSON.
  return Object.defineProperties(
    {},
    Object.fromEntries(entries.map(([key, part]) => [key, { value: part, enumerable: true }])),
  );
};
