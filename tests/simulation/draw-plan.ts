// Draws the plan of an evening from its seed: mostly small ones with a few faults, now and then a full pub on a bad night.
import { Dice } from './dice.ts';
import type { Fault, PhoneAct, PhonePlan, Plan, QuizPlan, Whim } from './plan.ts';

const MOST_PHONES = 50;
/** About how long a question takes from its announcement to the next. */
const QUESTION_MS = 13_000;

const some = <T>(most: number, dice: Dice, draw: () => T): T[] =>
  Array.from({ length: dice.whole(0, most) }, draw);

const drawQuiz = (dice: Dice, most: number): QuizPlan => ({
  questions: dice.whole(1, most),
  settings: {
    seconds: dice.chance(0.15) ? null : dice.whole(5, 9),
    points: dice.chance(0.8) ? 'speed' : 'flat',
    streakBonus: dice.chance(0.7),
    lateJoining: dice.chance(0.8),
    textOnPhones: dice.chance(0.7),
    changingAnswers: dice.chance(0.2),
    advance: dice.chance(0.2) ? 'auto' : 'host',
  },
  keepScores: dice.chance(0.7),
});

function drawAct(dice: Dice, lasts: number): PhoneAct {
  const at = dice.between(2_000, lasts);
  const act = dice.pick(['open a second tab', 'reload', 'leave', 'sleep', 'sleep', 'jump'] as const);
  if (act === 'sleep') return { at, act, ms: dice.between(1_000, 15_000) };
  if (act === 'jump') return { at, act, ms: dice.between(-3_600_000, 3_600_000) };
  return { at, act };
}

function drawPhone(dice: Dice, index: number, lasts: number): PhonePlan {
  const isLate = dice.chance(0.15);
  return {
    name: `phone ${index + 1}`,
    joinsAt: dice.between(0, isLate ? lasts : 3_000),
    skew: dice.whole(-100_000, 100_000),
    thinks: dice.between(500, 12_000),
    answers: dice.pick([1, 1, 1, 0.7]),
    acts: dice.chance(0.25) ? [drawAct(dice, lasts)] : [],
  };
}

function drawWhim(dice: Dice, questions: number, phones: PhonePlan[]): Whim {
  const question = dice.whole(1, questions);
  const act = dice.pick([
    'pause',
    'pause',
    'skip',
    'reveal',
    'take back',
    'remove',
    'hand over',
    'lock',
    'unlock',
    'end',
  ]);
  const phase = act === 'skip' ? 'announced' : dice.pick(['announced', 'open', 'open', 'reveal'] as const);
  const phone = phones[dice.whole(0, phones.length - 1)]?.name ?? '';
  const whom = act === 'remove' || act === 'hand over' ? { phone } : {};
  return { question, phase, after: dice.between(100, 6_000), act: act as Whim['act'], ...whom };
}

function drawFault(dice: Dice, names: readonly [string, ...string[]], lasts: number, servers: number): Fault {
  const at = dice.between(0, lasts);
  const who = dice.chance(0.2) ? 'all' : dice.pick(names);
  const ms = dice.between(200, 9_000);
  const shared = servers > 1 ? (['partition', 'partition'] as const) : [];
  const fault = dice.pick([
    'cut',
    'cut',
    'stall',
    'stall',
    'kill',
    'kill',
    'stop',
    'full',
    'lying',
    'slow',
    ...shared,
  ]);
  const server = servers > 1 ? dice.whole(0, servers - 1) : 0;
  switch (fault) {
    case 'cut':
      return { at, fault, who, client: dice.between(0, 6_000), server: dice.between(0, 9_000) };
    case 'stall':
      return { at, fault, who, way: dice.pick(['up', 'down']), ms };
    case 'kill': {
      const wall = dice.chance(0.3) ? dice.whole(-3_600_000, 3_600_000) : 0;
      return {
        at,
        fault,
        server,
        when: dice.pick(['now', 'before a commit', 'after a commit']),
        down: ms,
        wall,
      };
    }
    case 'stop':
      return { at, fault, server, down: ms };
    case 'partition':
      return { at, fault, server, ms };
    case 'slow':
      return { at, fault, ms, each: dice.between(100, 3_000) };
    default:
      return { at, fault: fault as 'full' | 'lying', ms };
  }
}

export function drawPlan(seed: number): Plan {
  const dice = new Dice(`evening ${seed}`);
  const servers = dice.of('servers').pick([1, 1, 2, 3]);
  const quizzes = [drawQuiz(dice, 4), ...(dice.chance(0.2) ? [drawQuiz(dice, 2)] : [])];
  const questions = quizzes.reduce((sum, quiz) => sum + quiz.questions, 0);
  const lasts = 5_000 + questions * QUESTION_MS;
  const count = 1 + Math.floor(MOST_PHONES * dice.next() ** 3);
  const phones = Array.from({ length: count }, (_, index) =>
    drawPhone(dice.of(`phone ${index}`), index, lasts),
  );
  const hosts = dice.whole(1, 2);
  const screens = Array.from({ length: dice.whole(1, 2) }, () => dice.pick(['key', 'word'] as const));
  const names: [string, ...string[]] = ['host 1', 'screen 1', ...phones.map(({ name }) => name)];
  return {
    seed,
    servers,
    quizzes,
    phones,
    hosts,
    screens,
    whims: some(4, dice, () => drawWhim(dice, questions, phones)),
    lag: {
      least: dice.between(1, 80),
      more: dice.chance(0.2) ? dice.between(0, 1_500) : dice.between(0, 200),
    },
    diskMs: dice.between(0, 30),
    faults: some(6, dice, () => drawFault(dice, names, lasts, servers)),
  };
}
