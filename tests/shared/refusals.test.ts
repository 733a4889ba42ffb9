// Every refusal has a sentence that a person can act on, and travels as its name with its parameters.
import { refusalSentence, refused } from '@oneliner/shared';
import type { Refusal, RefusalName } from '@oneliner/shared';
import { expect, test } from 'vitest';

/** One of each: a new refusal does not compile until it stands here. */
const all: { [N in RefusalName]: Extract<Refusal, { name: N }> } = {
  malformed: { name: 'malformed' },
  'too-many': { name: 'too-many', seconds: 7 },
  'not-allowed': { name: 'not-allowed' },
  'password-needed': { name: 'password-needed' },
  'not-saved': { name: 'not-saved' },
  fault: { name: 'fault' },
  'unknown-room': { name: 'unknown-room' },
  'other-rules': { name: 'other-rules' },
  'room-full': { name: 'room-full', players: 2000 },
  'room-locked': { name: 'room-locked' },
  'server-full': { name: 'server-full' },
  'no-late-joining': { name: 'no-late-joining' },
  'name-empty': { name: 'name-empty' },
  'name-long': { name: 'name-long', graphemes: 20 },
  'name-taken': { name: 'name-taken', free: 'Ada 2' },
  'name-unfit': { name: 'name-unfit', free: 'Quick Fox' },
  'pin-needed': { name: 'pin-needed' },
  removed: { name: 'removed' },
  stale: { name: 'stale' },
  'not-now': { name: 'not-now' },
  'too-early': { name: 'too-early' },
  'too-late': { name: 'too-late' },
  'already-answered': { name: 'already-answered' },
  'next-question': { name: 'next-question' },
  'no-such-option': { name: 'no-such-option' },
  'unknown-player': { name: 'unknown-player' },
  'unknown-screen': { name: 'unknown-screen' },
  'key-spent': { name: 'key-spent' },
  'unknown-document': { name: 'unknown-document' },
  'document-too-large': { name: 'document-too-large', bytes: 1_000_000 },
  'documents-full': { name: 'documents-full' },
  'document-not-text': { name: 'document-not-text' },
  'document-empty': { name: 'document-empty' },
  'document-too-heavy': { name: 'document-too-heavy' },
  'no-questions': { name: 'no-questions' },
};
const refusals: Refusal[] = Object.values(all);

test.each(refusals)('$name has a sentence with a full stop and nothing unfilled', (refusal) => {
  const sentence = refusalSentence(refusal);
  expect(sentence).toMatch(/^[A-Z].*\.$/);
  expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
});

test('no two refusals say the same', () => {
  expect(new Set(refusals.map(refusalSentence)).size).toBe(refusals.length);
});

test.each(refusals)('$name names each of its parameters in its sentence', (refusal) => {
  const { name, ...parameters } = refusal;
  for (const value of Object.values(parameters)) {
    const shown = name === 'document-too-large' ? '1 MB' : String(value);
    expect(refusalSentence(refusal)).toContain(shown);
  }
});

test('a refusal without parameters is refused by its name alone', () => {
  expect(refused('stale')).toEqual({ ok: false, refusal: { name: 'stale' } });
  expect(refused({ name: 'too-many', seconds: 3 })).toEqual({
    ok: false,
    refusal: { name: 'too-many', seconds: 3 },
  });
});
