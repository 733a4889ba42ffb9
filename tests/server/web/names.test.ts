// Names: what is taken out, what is refused, and which names count as the same.
import { LIMITS } from '@oneliner/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeName, nameKey, readName, tidyName } from '../../../server/src/web/names.ts';

const nobody = () => false;
const graphemes = (text: string) => [...new Intl.Segmenter('en').segment(text)].length;
/** Any text, with many marks, spaces and invisible characters in it. */
const typed = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom(
        '\u0301',
        '\u0323',
        ' ',
        '\u3000',
        '\u200d',
        '\u202e',
        '\ud800',
        'Ａ',
        'ﬁ',
        '¨',
        '각',
        '\u1160',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('a tidied name', () => {
  it.each([
    ['  Ana \t Maria ', 'Ana Maria'],
    ['Ａｎａ', 'Ana'],
    ['An\u200ba\u202e', 'Ana'],
    ['\u3164\u2800', ''],
    ['e\u0301', 'é'],
    ['a\u0300\u0300\u0300\u0300\u0300', 'à\u0300\u0300'],
    ['\u0301x', 'x'],
    ['line\u2028break', 'line break'],
    ['\ud83d', ''],
    ['👩‍💻 Zoé', '👩💻 Zoé'],
    ['שָׁלוֹם', 'שָׁלוֹם'],
    ['Δημήτρης', 'Δημήτρης'],
  ])('%j is shown as %j', (name, shown) => {
    expect(tidyName(name)).toBe(shown.normalize('NFKC'));
  });

  it('has nothing invisible, no spaces to spare and no piled marks, and stays as it is when tidied again', () => {
    fc.assert(
      fc.property(typed, (name) => {
        const tidy = tidyName(name);
        expect(tidy).not.toMatch(/\p{C}|\p{Default_Ignorable_Code_Point}|\p{M}{4}|^ | $| {2}/u);
        expect(tidyName(tidy)).toBe(tidy);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a name that is read', () => {
  it.each(['', '   ', '\u200b\u200b', '\u0301'])('%j is empty', (name) => {
    expect(readName(name, nobody)).toEqual({ ok: false, refusal: { name: 'name-empty' } });
  });

  it('has at most twenty graphemes', () => {
    const long = { ok: false, refusal: { name: 'name-long', graphemes: 20 } };
    expect(readName('x'.repeat(21), nobody)).toEqual(long);
    expect(readName('é'.repeat(20), nobody)).toMatchObject({ ok: true });
    expect(readName('🇩🇪'.repeat(20), nobody)).toMatchObject({ ok: true });
    expect(readName('ᄀ'.repeat(150), nobody)).toEqual(long);
  });

  it.each(['fuck', 'f u c k', 'Sh1t', 'ｆｕｃｋ', 'fυck'])(
    '%j is unfit, and a free one is offered',
    (name) => {
      expect(readName(name, nobody)).toEqual({ ok: false, refusal: { name: 'name-unfit', free: 'Guest' } });
      expect(readName(name, (key) => key === nameKey('Guest'))).toMatchObject({
        refusal: { free: 'Guest 2' },
      });
    },
  );

  it.each(['Scunthorpe', 'Cockburn', 'Matsushita', 'Cassandra', 'Dickens', 'Essex', 'J R R Tolkien'])(
    '%j is fit',
    (name) => {
      expect(readName(name, nobody)).toMatchObject({ ok: true, name });
    },
  );

  it('is accepted within its bounds or refused by name, whatever was typed', () => {
    fc.assert(
      fc.property(typed, (name) => {
        const read = readName(name, nobody);
        if (!read.ok) {
          expect(read.refusal.name).toMatch(/^name-(empty|long|unfit)$/);
          return;
        }
        expect(graphemes(read.name)).toBeLessThanOrEqual(LIMITS.nameGraphemes);
        expect(read.name).not.toBe('');
      }),
    );
  });
});

describe('the key of a name', () => {
  it.each([
    ['Ana', 'ANA'],
    ['Ana', 'Аna'],
    ['Ali', 'AIi'],
    ['Ivan', 'lvan'],
    ['Ivan', 'ivan'],
    ['Tom', 'T0m'],
    ['Marnie', 'Mamie'],
    ['Straße', 'STRASSE'],
    ['Ana Maria', 'AnaMaria'],
    ['Σίσυφος', 'ΣΊΣΥΦΟΣ'],
  ])('is the same for %j and %j', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });

  it.each([
    ['Ana', 'Anna'],
    ['Ana', 'Ana 2'],
    ['Rene', 'René'],
    ['Max', 'Maz'],
  ])('tells %j from %j', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });

  it('is never the name of a property that every object has', () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'valueOf'])
      expect(({} as Record<string, unknown>)[nameKey(name)]).toBeUndefined();
  });

  it('does not depend on case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const name = tidyName(text);
        expect(nameKey(name.toUpperCase())).toBe(nameKey(name));
      }),
    );
  });
});

describe('a free name', () => {
  it('is the name itself, or the first number that is free', () => {
    const taken = new Set(['Ana', 'Ana 2'].map(nameKey));
    expect(freeName('Bo', (key) => taken.has(key))).toBe('Bo');
    expect(freeName('Ana', (key) => taken.has(key))).toBe('Ana 3');
  });

  it('is a name that can be taken', () => {
    fc.assert(
      fc.property(typed, fc.nat(30), (text, others) => {
        const read = readName(text, nobody);
        if (!read.ok) return;
        const taken = new Set<string>();
        const isTaken = (key: string) => taken.has(key);
        for (let other = 0; other <= others; other += 1) taken.add(nameKey(freeName(read.name, isTaken)));
        const free = readName(freeName(read.name, isTaken), isTaken);
        if (free.ok) expect(isTaken(free.nameKey)).toBe(false);
        else expect(free.refusal.name).toBe('name-unfit');
      }),
      { numRuns: 50 },
    );
  });
});
