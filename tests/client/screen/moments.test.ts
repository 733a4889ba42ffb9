// What a view says at a moment of the room's clock: the line's length, the sound, and the people after an update.
import { TIMING } from '@oneliner/shared';
import type { PeopleUpdate, Person, Phase, ScreenView } from '@oneliner/shared';
import { describe, expect, test } from 'vitest';
import { beatOf } from '../../../client/screen/cues.ts';
import { lineShare } from '../../../client/screen/line.ts';
import { withUpdate } from '../../../client/screen/people.ts';

const person = (player: number, state: Person['state'] = 'here'): Person => ({
  player,
  name: `Player ${player}`,
  state,
});
const tally = { here: 2, players: 2, answered: 1, expected: 2 };

const view = (phase: Phase, people: Person[] = []): ScreenView => ({
  version: [1, 1],
  code: 'K7M4QX',
  title: 'Quiz',
  hostLeftAt: null,
  phase,
  joinKey: 'q3Zk9bT1xV7mLr5wEy2NsA',
  joinOrigin: null,
  locked: false,
  pin: null,
  tally: { here: 0, players: 0, answered: 0, expected: 0 },
  people,
});

const lobby: Phase = { name: 'lobby', title: 'Quiz', of: 3 };
const place = { step: 1, number: 1, of: 3, prompt: 'Who are you?' };
const announced: Phase = {
  name: 'announced',
  ...place,
  shape: { kind: 'choice', options: 2 },
  announcedAt: 1000,
  opensAt: 5000,
};
const open = (closesAt: number | null): Phase => ({
  name: 'open',
  ...place,
  question: { kind: 'choice', options: ['a', 'b'] },
  opensAt: 5000,
  closesAt,
  changingAnswers: false,
});
const paused = (resumesAt: number | null): Phase => ({
  name: 'paused',
  why: 'host',
  from: 'open',
  number: 1,
  of: 3,
  resumesAt,
});

describe('the line', () => {
  const shareAt = (phase: Phase, now: number) => lineShare(view(phase), () => now);

  test('fills while a question is read and runs out while it is open', () => {
    expect([1000, 3000, 5000].map((now) => shareAt(announced, now))).toEqual([0, 0.5, 1]);
    expect([4600, 5000, 15_000, 25_000, 25_300].map((now) => shareAt(open(25_000), now))).toEqual([
      1, 1, 0.5, 0, 0,
    ]);
  });

  test('stays whole where there is no hurry, and at the reveal until it parts', () => {
    expect(shareAt(open(null), 99_000)).toBe(1);
  });

  test('grows with every arrival and is never full', () => {
    const shares = [0, 1, 2, 40, 2000].map((count) =>
      lineShare(
        view(
          lobby,
          Array.from({ length: count }, (_, index) => person(index + 1)),
        ),
        () => 0,
      ),
    );
    expect(shares[0]).toBe(0);
    expect(shares).toEqual(shares.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
    expect(shares.at(-1)).toBeLessThan(1);
  });

  test('rests in a pause and runs out with the count of three', () => {
    expect(shareAt(paused(null), 0)).toBe(0);
    expect(shareAt(paused(8000), 8000 - TIMING.resumeCountMs)).toBe(1);
    expect(shareAt(paused(8000), 8000)).toBe(0);
  });
});

describe('the sounds', () => {
  const cueAt = (phase: Phase, now: number) => beatOf(view(phase), now).cue;
  const nameAt = (phase: Phase, now: number) => beatOf(view(phase), now).name;

  test('keep silent about options that arrive ahead: the same beat as the announcement', () => {
    expect(nameAt(open(25_000), 4600)).toBe(nameAt(announced, 4600));
    expect(cueAt(open(25_000), 5000)).toBe('opens');
  });

  test('tick in each of the last five seconds, then say that time is up', () => {
    expect(cueAt(open(25_000), 19_900)).toBe('opens');
    expect(cueAt(open(25_000), 20_000)).toBe('tick');
    expect(nameAt(open(25_000), 20_000)).not.toBe(nameAt(open(25_000), 21_000));
    expect(cueAt(open(25_000), 25_000)).toBe('timeUp');
    expect(cueAt(open(null), 99_000)).toBe('opens');
  });

  test('greet who arrives, not who leaves', () => {
    const beat = (...people: Person[]) => beatOf(view(lobby, people), 0).name;
    expect(beat(person(1))).not.toBe(beat(person(1), person(2)));
    expect(beat(person(2))).toBe(beat(person(1), person(2)));
  });

  test('celebrate a podium, but neither nobody’s points nor those of an earlier quiz', () => {
    const row = { player: 1, name: 'Ada', place: 1, was: 1, gained: 0, streak: 0 };
    const podium = (points: number, asked: number): Phase => ({
      name: 'podium',
      rows: [{ ...row, points }],
      players: 1,
      asked,
    });
    expect(cueAt(podium(900, 4), 0)).toBe('podium');
    expect(cueAt(podium(0, 4), 0)).toBeNull();
    expect(cueAt(podium(900, 0), 0)).toBeNull();
  });
});

describe('a small update', () => {
  const update: PeopleUpdate = {
    version: [1, 2],
    people: [person(2, 'away'), person(3), person(1, 'gone')],
    tally,
  };

  test('brings people into the lobby, changes them and takes them out', () => {
    const after = withUpdate(view(lobby, [person(1), person(2)]), update);
    expect(after.people).toEqual([person(2, 'away'), person(3)]);
    expect(after.tally).toEqual(tally);
  });

  test('brings nothing but counts into a question', () => {
    const after = withUpdate(view(open(25_000)), update);
    expect(after.people).toEqual([]);
    expect(after.tally).toEqual(tally);
  });
});
