// Bytes to text: encodings, refusals, and the repair of UTF-8 that was once read as something else.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBytes } from '@oneliner/content';
import { repair } from '../../content/src/decode/mojibake.ts';

const seed = readFileSync(new URL('../../content/documents/python-backend-interview.md', import.meta.url));

describe('readBytes', () => {
  it('reads UTF-8 and keeps its byte order mark for the next stage', () => {
    expect(readBytes(new TextEncoder().encode('# Tea — für alle'))).toEqual({
      ok: true,
      text: '# Tea — für alle',
    });
  });

  it('reads UTF-16 with its mark, in both orders', () => {
    const little = Uint8Array.from([0xff, 0xfe, ...new Uint8Array(Uint16Array.from([65, 233]).buffer)]);
    expect(readBytes(little)).toEqual({ ok: true, text: 'Aé' });
    expect(readBytes(Uint8Array.from([0xfe, 0xff, 0, 65, 0, 233]))).toEqual({ ok: true, text: 'Aé' });
  });

  it('reads Windows-1252 where the bytes are no UTF-8', () => {
    expect(readBytes(Uint8Array.from([0x63, 0x61, 0x66, 0xe9]))).toEqual({ ok: true, text: 'café' });
  });

  it('refuses what is no text', () => {
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00]);
    expect(readBytes(picture)).toEqual({ ok: false, refusal: { name: 'document-not-text' } });
  });

  it('refuses more than 1 MB', () => {
    expect(readBytes(new Uint8Array(1_000_001).fill(65))).toEqual({
      ok: false,
      refusal: { name: 'document-too-large', bytes: 1_000_000 },
    });
  });
});

const damaged = (text: string, as: string): string =>
  [...new TextEncoder().encode(text)]
    .map((byte) => new TextDecoder(as).decode(Uint8Array.from([byte])))
    .join('');

describe('repair', () => {
  it('undoes Mac Roman and Windows-1252', () => {
    const text = 'One — two → three ⭐ café “quoted”';
    expect(repair(damaged(text, 'macintosh')).text).toBe(text);
    expect(repair(damaged(text, 'windows-1252')).text).toBe(text);
  });

  it('repairs the document that the game was made for', () => {
    const { text, repairs, readAs } = repair(seed.toString('utf8'));
    expect({ repairs, readAs }).toEqual({ repairs: 100, readAs: 'macintosh' });
    expect(text).not.toMatch(/[‚√¬]/);
  });

  it('leaves two damaged characters alone: that is no pattern', () => {
    const text = `plain ${damaged('—', 'macintosh')} and ${damaged('é', 'macintosh')}`;
    expect(repair(text)).toEqual({ text, repairs: 0, readAs: null });
  });

  it('leaves French quotation marks and apostrophes before accents alone', () => {
    const text = 'L’été d’être à l’école, l’état, l’évêque … « à l’œuvre »';
    expect(repair(text).text).toBe(text);
  });

  it.each([
    [
      'an apostrophe before an accent, and nothing else that is foreign',
      'l’état, l’école, l’étoile, d’éclat',
    ],
    ['quoted signs among other marks', 'Signs “Ω”, “µ” and “π” — all Greek, as “ß” is not …'],
    ['roots', 'The root √π is 1.77; √π + √π = 2√π, and √∞ is none.'],
  ])('leaves %s alone', (_, text) => expect(repair(text).text).toBe(text));

  const word = fc.constantFrom(
    'café',
    'naïve',
    'Straße',
    'élève',
    'Ελλάδα',
    'слово',
    '日本語',
    'data',
    'año',
    'ČSSR',
  );
  const mark = fc.constantFrom(' — ', ' → ', ' “', '” ', ' ⭐ ', ' ', ', ', ' l’', ' … ', ' €');
  const sound = fc
    .array(fc.tuple(word, mark), { minLength: 1, maxLength: 30 })
    .map((pairs) => pairs.flat().join(''));

  it('leaves any sound text as it is', () => {
    fc.assert(fc.property(sound, (text) => repair(text).text === text));
  });

  it('undoes any damage of which enough shows', () => {
    const certain = (text: string): string => `${text} — → ⭐ é`;
    fc.assert(
      fc.property(sound, fc.constantFrom('macintosh', 'windows-1252'), (text, as) => {
        expect(repair(damaged(certain(text), as)).text).toBe(certain(text));
      }),
    );
  });
});
