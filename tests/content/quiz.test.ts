// A quiz from a bank: what is asked, in which order, and where the right option stands.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeBank, makeQuiz } from '@oneliner/content';
import type { Question } from '@oneliner/shared';
import { stepOf } from '../../content/src/quiz/mix.ts';

const text = readFileSync(
  new URL('../../content/documents/python-backend-interview.md', import.meta.url),
  'utf8',
);
const { questions } = makeBank({ name: 'x.md', text });
const seeds = Array.from({ length: 40 }, (_, at) => `room ${at}`);
const quiz = (seed: string, more: object = {}): Question[] =>
  makeQuiz({ questions, count: 12, shuffle: true, seed, ...more });
const keyOf = ({ body }: Question): string => body.options[body.key] ?? '';

describe('a default quiz', () => {
  it('has as many questions as wanted, each fact once, each entry at most twice', () => {
    for (const seed of seeds) {
      const asked = quiz(seed);
      expect(asked).toHaveLength(12);
      expect(new Set(asked.flatMap(({ factIds }) => factIds)).size).toBe(12);
      for (const entry of Map.groupBy(asked, ({ source }) => source.entry).values())
        expect(entry.length).toBeLessThanOrEqual(2);
    }
  });

  it('asks of an entry a second time only where there are fewer entries than questions', () => {
    for (const seed of seeds) {
      const asked = quiz(seed);
      expect(new Set(asked.map(({ source }) => source.entry)).size).toBe(asked.length);
    }
  });

  it('asks the document’s own question at least every fourth time, and mixes four families or more', () => {
    for (const seed of seeds) {
      const asked = quiz(seed);
      expect(asked.filter(({ family }) => family === 'question-to-one-liner').length).toBeGreaterThanOrEqual(
        3,
      );
      expect(new Set(asked.map(({ family }) => family)).size).toBeGreaterThanOrEqual(4);
    }
  });

  it('gets harder step by step, and no question tells the answer of another', () => {
    for (const seed of seeds) {
      const asked = quiz(seed);
      expect(asked.map(stepOf)).toEqual(asked.map(stepOf).sort((a, b) => a - b));
      for (const one of asked)
        for (const other of asked)
          if (one !== other)
            expect(` ${other.prompt.toLowerCase()} `).not.toContain(` ${keyOf(one).toLowerCase()} `);
    }
  });

  it('is the same for the same seed, and another for another', () => {
    expect(quiz('a')).toEqual(quiz('a'));
    expect(quiz('a').map(({ id }) => id)).not.toEqual(quiz('b').map(({ id }) => id));
  });

  it('never asks what was asked already while anything else is left', () => {
    const first = quiz('a');
    const avoid = first.flatMap(({ factIds }) => factIds);
    expect(
      quiz('b', { avoid })
        .flatMap(({ factIds }) => factIds)
        .filter((id) => avoid.includes(id)),
    ).toEqual([]);
    const all = questions.flatMap(({ factIds }) => factIds);
    expect(quiz('b', { avoid: all })).toHaveLength(12);
  });

  it('begins with what is new, and of a small document not always with the same', () => {
    const small = quiz('small', { count: 5 });
    const avoid = small.flatMap(({ factIds }) => factIds);
    const again = seeds.map((seed) => quiz(seed, { questions: small, count: 5, avoid }));
    for (const asked of again) expect(asked).toHaveLength(5);
    expect(new Set(again.map(([first]) => first?.id)).size).toBe(5);
    const mixed = quiz('a', { questions: [...small, ...questions.slice(0, 30)], count: 12, avoid });
    const isNew = mixed.map(({ factIds }) => !factIds.some((id) => avoid.includes(id)));
    expect(isNew).toEqual([...isNew].sort((a, b) => Number(b) - Number(a)));
  });

  it('leaves out what the host dislikes', () => {
    const leftOut = questions.slice(0, 60).map(({ id }) => id);
    expect(quiz('a', { leftOut }).filter(({ id }) => leftOut.includes(id))).toEqual([]);
  });
});

describe('the host’s own order', () => {
  const order = [questions[5], questions[1], questions[9]].map((one) => one?.id ?? '');

  it('is kept, as far as the count goes', () => {
    expect(quiz('a', { order, shuffle: false, count: 2 }).map(({ id }) => id)).toEqual(order.slice(0, 2));
  });

  it('is drawn anew where the host shuffles, from the same questions', () => {
    expect(
      quiz('a', { order, count: 3 })
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...order].sort());
  });
});

describe('places of the right option', () => {
  it('are each letter equally often, to a few in a hundred', () => {
    const keys = seeds.flatMap((seed) => quiz(seed)).filter(({ body }) => body.options.length === 4);
    for (const place of [0, 1, 2, 3])
      expect(keys.filter(({ body }) => body.key === place).length / keys.length).toBeCloseTo(0.25, 1);
  });

  it('keep the options of a question together with their key', () => {
    for (const asked of quiz('a')) {
      const before = questions.find(({ id }) => id === asked.id);
      expect(keyOf(asked)).toBe(before && keyOf(before));
      expect([...asked.body.options].sort()).toEqual([...(before?.body.options ?? [])].sort());
    }
  });

  it('do not depend on which option was right in the bank', () => {
    const turned = questions.map((one) => ({
      ...one,
      body: {
        ...one.body,
        options: [...one.body.options].reverse(),
        key: one.body.options.length - 1 - one.body.key,
      },
    }));
    const places = (bank: readonly Question[]): number[] =>
      makeQuiz({ questions: bank, count: 12, shuffle: true, seed: 'a' }).map(({ body }) => body.key);
    expect(places(turned)).toEqual(places(questions));
  });
});
