// Evenings that once went wrong, made small, each under the name of what must hold; `npm run simulate` prints the next ones.
import type { Plan } from './plan.ts';

const settings = { points: 'speed', streakBonus: true, lateJoining: true, textOnPhones: false } as const;

export const pinned: Record<string, Plan> = {
  'an answer that was saved by a disk which then failed is not too late when it is sent again': {
    seed: 352,
    quizzes: [{ questions: 1, settings: { ...settings, seconds: 8, advance: 'auto' }, keepScores: true }],
    phones: [
      {
        name: 'phone 3',
        joinsAt: 2668.575185816735,
        skew: 0,
        thinks: 8992.59070144035,
        answers: 1,
        acts: [],
      },
    ],
    hosts: 2,
    screens: [],
    whims: [],
    lag: { least: 10.098990499973297, more: 0 },
    diskMs: 0,
    faults: [{ at: 8402.0299105905, fault: 'lying', ms: 7954.61799595505 }],
  },
  'an answer that waits for a slow disk is not too late when it is sent again': {
    seed: 586,
    quizzes: [{ questions: 4, settings: { ...settings, seconds: 5 }, keepScores: true }],
    phones: [
      {
        name: 'phone 2',
        joinsAt: 1759.3186392914504,
        skew: 0,
        thinks: 4094.22965941485,
        answers: 1,
        acts: [],
      },
      {
        name: 'phone 4',
        joinsAt: 2287.6949734054506,
        skew: 0,
        thinks: 8773.148812470026,
        answers: 1,
        acts: [],
      },
    ],
    hosts: 1,
    screens: [],
    whims: [],
    lag: { least: 14.926384722115472, more: 0 },
    diskMs: 0,
    faults: [{ at: 7104.6430945862085, fault: 'slow', ms: 5892.125281877816, each: 2652.6790990959853 }],
  },
  'a server that begins on a full disk pauses what ran before anybody gets in': {
    seed: 364,
    quizzes: [{ questions: 3, settings: { ...settings, seconds: 7 }, keepScores: true }],
    phones: [],
    hosts: 2,
    screens: [],
    whims: [],
    lag: { least: 60.42324311379343, more: 28.499091370031238 },
    diskMs: 0,
    faults: [
      { at: 3843.0206310003996, fault: 'kill', when: 'now', down: 1881.463659182191, wall: -1373723 },
      { at: 5364.490800537169, fault: 'full', ms: 2298.2783433049917 },
    ],
  },
  'who left while the server was dead and the disk full does not count as here': {
    seed: 538,
    quizzes: [{ questions: 3, settings: { ...settings, seconds: 6 }, keepScores: false }],
    phones: [
      {
        name: 'phone 24',
        joinsAt: 1762.6032668631524,
        skew: 92633,
        thinks: 8923.885751049966,
        answers: 0.7,
        acts: [{ at: 25788.37222699076, act: 'leave' }],
      },
    ],
    hosts: 1,
    screens: [],
    whims: [{ question: 1, phase: 'open', after: 4917.152711586095, act: 'pause' }],
    lag: { least: 12.5314113330096, more: 0 },
    diskMs: 0,
    faults: [
      { at: 23964.597083162516, fault: 'full', ms: 4801.03136152029 },
      {
        at: 21976.149576483294,
        fault: 'kill',
        when: 'before a commit',
        down: 5615.4355973005295,
        wall: -825565,
      },
    ],
  },
  'who is removed is gone from a podium that shows already': {
    seed: 326,
    quizzes: [
      { questions: 1, settings: { ...settings, seconds: 8, changingAnswers: true }, keepScores: true },
    ],
    phones: [
      {
        name: 'phone 1',
        joinsAt: 1908.5237346589565,
        skew: 0,
        thinks: 9872.363792266697,
        answers: 0.7,
        acts: [],
      },
    ],
    hosts: 1,
    screens: [],
    whims: [{ question: 1, phase: 'reveal', after: 4538.886593002826, act: 'remove', phone: 'phone 1' }],
    lag: { least: 37.727321442449465, more: 0 },
    diskMs: 0,
    faults: [],
  },
};
