// What the running page derives from the host's view: the next step, the line, the people, what is announced.
import { hostWords, TIMING } from '@oneliner/shared';
import type { HostPerson, HostView, Phase } from '@oneliner/shared';
import { describe, expect, it } from 'vitest';
import { joinAddress, screenAddress, seatAddress, typed } from '../../../client/host/room/addresses.ts';
import { announcement } from '../../../client/host/room/announcement.ts';
import { canPause, nextStep, wouldBeAlone } from '../../../client/host/room/next-step.ts';
import { merged, newest, sinceFirst } from '../../../client/host/room/people.ts';
import { spanOf } from '../../../client/host/room/span.ts';

const place = { step: 2, number: 2, of: 3, prompt: 'What?' };
const reveal = { kind: 'choice', options: ['this', 'that'], key: 1, chosen: [0, 1] } as const;
const phases = {
  lobby: { name: 'lobby', title: 'Test', of: 3 },
  announced: {
    ...place,
    name: 'announced',
    shape: { kind: 'choice', options: 2 },
    announcedAt: 1000,
    opensAt: 4000,
  },
  open: {
    ...place,
    name: 'open',
    question: { kind: 'choice', options: ['this', 'that'] },
    opensAt: 4000,
    closesAt: 24_000,
    changingAnswers: false,
  },
  reveal: {
    ...place,
    name: 'reveal',
    reveal: { ...reveal, options: [...reveal.options], chosen: [...reveal.chosen] },
    explanation: 'That.',
    entry: 'That',
    nextAt: null,
  },
  leaderboard: {
    name: 'leaderboard',
    step: 2,
    number: 2,
    of: 3,
    isVoid: false,
    rows: [],
    players: 0,
    nextAt: 9000,
  },
  podium: { name: 'podium', rows: [], players: 0, asked: 3 },
  paused: { name: 'paused', why: 'host', from: 'open', number: 2, of: 3, resumesAt: null },
} satisfies Record<Phase['name'], Phase>;

const viewOf = (phase: Phase, rest: Partial<HostView> = {}): HostView => ({
  version: [0, 1],
  code: 'K7M4QX',
  title: 'Test',
  hostLeftAt: null,
  moment: 4,
  phase,
  joinKey: 'key',
  joinOrigin: null,
  locked: false,
  asksPin: false,
  tally: { here: 0, players: 0, answered: 0, expected: 0 },
  people: [],
  screens: [],
  settings: null,
  question: null,
  pending: null,
  ...rest,
});

describe('the next step', () => {
  it.each([
    [phases.lobby, 'start', hostWords.steps.start],
    [phases.announced, 'skip', hostWords.steps.skip],
    [phases.open, 'reveal', hostWords.steps.reveal],
    [phases.reveal, 'next', hostWords.steps.leaderboard],
    [{ ...phases.reveal, number: 3 }, 'next', hostWords.steps.podium],
    [phases.leaderboard, 'next', hostWords.steps.nextQuestion],
    [phases.paused, 'resume', hostWords.steps.resume],
  ] as [Phase, string, string][])('follows from the phase %#', (phase, command, label) => {
    expect(nextStep(viewOf(phase))).toMatchObject({ do: command, label });
  });

  it('is none at the podium, during the count of three, and while something can be taken back', () => {
    expect(nextStep(viewOf(phases.podium))).toBeNull();
    expect(nextStep(viewOf({ ...phases.paused, resumesAt: 5000 }))).toBeNull();
    expect(nextStep(viewOf(phases.open, { pending: { what: 'reveal', at: 9000 } }))).toBeNull();
  });

  it('is asked about twice where it would start a game for nobody', () => {
    const tally = { here: 0, players: 3, answered: 0, expected: 0 };
    expect(wouldBeAlone(viewOf(phases.lobby, { tally }))).toBe(true);
    expect(wouldBeAlone(viewOf(phases.lobby, { tally: { ...tally, here: 1 } }))).toBe(false);
    expect(wouldBeAlone(viewOf(phases.lobby, { tally, title: '' }))).toBe(false);
    expect(wouldBeAlone(viewOf(phases.announced, { tally }))).toBe(false);
  });

  it('can be put off by a pause while a game is on, and a count can be called off', () => {
    const pausable = Object.values(phases).filter((phase) => canPause(viewOf(phase)));
    expect(pausable.map(({ name }) => name)).toEqual(['announced', 'open', 'reveal', 'leaderboard']);
    expect(canPause(viewOf({ ...phases.paused, resumesAt: 5000 }))).toBe(true);
  });
});

describe('the line', () => {
  it('runs out with what comes by itself, and rests where nothing does', () => {
    expect(spanOf(viewOf(phases.announced))).toEqual({ from: 1000, to: 4000 });
    expect(spanOf(viewOf(phases.open))).toEqual({ from: 4000, to: 24_000 });
    expect(spanOf(viewOf({ ...phases.open, closesAt: null }))).toBeNull();
    expect(spanOf(viewOf(phases.leaderboard))).toEqual({ from: 9000 - TIMING.autoLeaderboardMs, to: 9000 });
    expect(spanOf(viewOf(phases.reveal))).toBeNull();
    expect(spanOf(viewOf(phases.lobby))).toBeNull();
  });

  it('shows the two seconds of what can be taken back before all else', () => {
    const pending = { what: 'end', at: 9000 } as const;
    expect(spanOf(viewOf(phases.open, { pending }))).toEqual({ from: 7000, to: 9000 });
  });
});

const person = (player: number, answered = false): HostPerson => ({
  player,
  name: `p${player}`,
  state: 'here',
  answered,
  points: 0,
  place: null,
});
const ids = (people: HostPerson[]) => people.map(({ player }) => player);

it('finds a crowd that came at once: the newest, the next of them, or all since one', () => {
  const people = [2, 3, 5, 6, 7, 9].map((player) => person(player));
  expect(ids(newest(people, new Set(), 2))).toEqual([7, 9]);
  expect(ids(newest(people, new Set([7, 9]), 2))).toEqual([5, 6]);
  expect(ids(newest(people, new Set(), 50))).toEqual(ids(people));
  expect(ids(sinceFirst(people, new Set([9, 5])))).toEqual([5, 6, 7, 9]);
  expect(sinceFirst(people, new Set())).toEqual([]);
});

it('merges the people who changed into those known, in the order they joined', () => {
  const people = merged([person(1), person(3)], [person(2), person(3, true)]);
  expect(people).toEqual([person(1), person(2), person(3, true)]);
});

it('never says a key where it announces what is going on', () => {
  const spoken = Object.values(phases).map((phase) => announcement(viewOf(phase)));
  expect(spoken.join()).not.toMatch(/this|that/);
  expect(new Set(spoken).size).toBe(spoken.length);
});

it('hands out addresses whose keys stand in the fragment alone', () => {
  const origin = 'http://192.168.1.20:3000';
  expect(joinAddress(origin, viewOf(phases.lobby))).toBe(`${origin}/K7M4QX#k=key`);
  expect(seatAddress(origin, 'K7M4QX', 'once')).toBe(`${origin}/K7M4QX#seat=once`);
  expect(screenAddress('K7M4QX', 'once')).toBe('/screen/K7M4QX#k=once');
  expect(typed(origin)).toBe('192.168.1.20:3000');
});
