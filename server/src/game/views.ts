// Who sees what: the only place that turns the state of a room into what leaves the server.
import { kinds } from '@oneliner/shared';
import type {
  HostPerson,
  HostView,
  MeView,
  Person,
  Phase,
  Place,
  PlayerId,
  Result,
  RoomView,
  Row,
  ScreenView,
  Standing,
  Tally,
} from '@oneliner/shared';
import { presentPin } from './pins.ts';
import { currentStep, playerIn } from './state.ts';
import type { Player, RoomState, RunningPhase, Step } from './state.ts';

type Audience = 'player' | 'screen' | 'host';

/** How many rows of the leaderboard each audience gets; the podium is whole for screen and host. */
const BOARD_ROWS: Record<Audience, number> = { player: 5, screen: 10, host: 10 };

const titleOf = (state: RoomState): string => (state.prepared ?? state.run?.quiz)?.title ?? '';

function place(state: RoomState, step: Step, audience: Audience): Place {
  const isShown = audience !== 'player' || state.run?.quiz.settings.textOnPhones === true;
  return {
    step: step.step,
    number: state.run?.steps.length ?? 0,
    of: state.run?.quiz.questions.length ?? 0,
    prompt: isShown ? step.question.prompt : null,
  };
}

function row(state: RoomState, id: PlayerId): Row[] {
  const player = playerIn(state, id);
  const score = state.run?.scores[id];
  if (!player || !score) return [];
  const { points, place, was, gained, streak } = score;
  return [{ player: id, name: player.name, points, place, was, gained, streak }];
}

const rows = (state: RoomState, ids: PlayerId[]): Row[] => ids.flatMap((id) => row(state, id));

function podiumRows(state: RoomState, audience: Audience): Row[] {
  const ranking = state.run?.ranking ?? [];
  if (audience !== 'player') return rows(state, ranking);
  const after = ranking.findIndex((id) => (state.run?.scores[id]?.place ?? 0) > 3);
  return rows(state, ranking.slice(0, after === -1 ? 10 : Math.min(after, 10)));
}

function runningPhase(state: RoomState, phase: RunningPhase, step: Step, audience: Audience): Phase {
  const { question } = step;
  const kind = kinds[question.body.kind];
  const where = place(state, step, audience);
  switch (phase.name) {
    case 'announced':
      return { ...where, ...phase, shape: kind.shape(question.body) };
    case 'open': {
      const changingAnswers = state.run?.quiz.settings.changingAnswers === true;
      return { ...where, ...phase, question: kind.public(question.body), changingAnswers };
    }
    case 'reveal': {
      const replies = Object.values(step.answers).map(({ reply }) => reply);
      const { explanation, source } = question;
      return {
        ...where,
        ...phase,
        reveal: kind.reveal(question.body, replies),
        explanation,
        entry: source.entry,
      };
    }
    case 'leaderboard': {
      const ranking = state.run?.ranking ?? [];
      const { step: asked, number, of } = where;
      const top = rows(state, ranking.slice(0, BOARD_ROWS[audience]));
      return { ...phase, step: asked, number, of, isVoid: step.isVoid, rows: top, players: ranking.length };
    }
  }
}

function phaseFor(state: RoomState, audience: Audience): Phase {
  const { phase, run } = state;
  const of = (state.prepared ?? run?.quiz)?.questions.length ?? 0;
  if (phase.name === 'lobby') return { name: 'lobby', title: titleOf(state), of };
  if (phase.name === 'podium')
    return {
      name: 'podium',
      rows: podiumRows(state, audience),
      players: run?.ranking.length ?? 0,
      asked: run?.scored ?? 0,
    };
  if (phase.name === 'paused') {
    const { why, from, resumesAt } = phase;
    return { name: 'paused', why, from: from.name, number: run?.steps.length ?? 0, of, resumesAt };
  }
  const step = currentStep(state);
  if (!step) throw new Error('a game is on without a step');
  return runningPhase(state, phase, step, audience);
}

const common = (state: RoomState, code: string, audience: Audience): RoomView => ({
  version: state.version,
  code,
  title: titleOf(state),
  hostLeftAt: state.host.leftAt,
  phase: phaseFor(state, audience),
});

/** The part of a player's view that is the same for all of them. */
export const roomView = (state: RoomState, code: string): RoomView => common(state, code, 'player');

/** A question's outcome belongs to a player's view from its reveal on, and only if they were in by then. */
function lastResult(state: RoomState, player: Player): Result | null {
  const { run } = state;
  const step = run?.steps[run.scored - 1];
  const score = run?.scores[player.id];
  if (!step || step.isVoid || !score || player.entersAt > step.step) return null;
  const answer = step.answers[player.id];
  return {
    step: step.step,
    answered: answer !== undefined,
    right: score.right,
    points: score.gained,
    bonus: score.bonus,
    elapsedMs: answer?.elapsedMs ?? null,
  };
}

function standing(state: RoomState, id: PlayerId): Standing | null {
  const { run } = state;
  const score = run?.scores[id];
  if (!run || !score) return null;
  const { points, streak, place, was, ahead } = score;
  const before = ahead === null ? undefined : run.scores[ahead];
  return {
    points,
    streak,
    place,
    was,
    players: run.ranking.length,
    ahead:
      ahead !== null && before
        ? { name: state.players[ahead - 1]?.name ?? '', points: before.points - points }
        : null,
  };
}

/** The part of a player's view that is their own. Undefined for who is not in the room. */
export function meView(state: RoomState, id: PlayerId): MeView | undefined {
  const player = playerIn(state, id);
  if (!player) return undefined;
  const step = currentStep(state);
  const answer = step?.answers[id];
  return {
    version: state.version,
    player: id,
    name: player.name,
    entersAt: player.entersAt,
    answer: step && answer ? { step: step.step, reply: answer.reply } : null,
    result: lastResult(state, player),
    standing: standing(state, id),
  };
}

export function tally(state: RoomState): Tally {
  const step = currentStep(state);
  return {
    here: state.present,
    players: state.members,
    answered: step?.answered ?? 0,
    expected: (step?.answered ?? 0) + Math.max(0, step?.waitingFor ?? 0),
  };
}

const stateOf = (player: Player): Person['state'] =>
  player.isRemoved ? 'gone' : player.connection === null ? 'away' : 'here';

const person = (player: Player): Person => ({
  player: player.id,
  name: player.name,
  state: stateOf(player),
});

const hostPerson = (state: RoomState, player: Player): HostPerson => ({
  ...person(player),
  answered: currentStep(state)?.answers[player.id] !== undefined,
  points: state.run?.scores[player.id]?.points ?? 0,
  place: state.run?.scores[player.id]?.place ?? null,
});

const those = (state: RoomState, ids: Iterable<PlayerId>): Player[] =>
  [...ids].flatMap((id) => state.players[id - 1] ?? []);

const inRoom = (state: RoomState): Player[] => state.players.filter(({ isRemoved }) => !isRemoved);

/** The rows of a small update for the host. */
export const hostPeople = (state: RoomState, ids: Iterable<PlayerId>): HostPerson[] =>
  those(state, ids).map((player) => hostPerson(state, player));

/** The rows of a small update for screens, which need names in the lobby alone. */
export const screenPeople = (state: RoomState, ids: Iterable<PlayerId>): Person[] =>
  state.phase.name === 'lobby' ? those(state, ids).map(person) : [];

export const screenView = (state: RoomState, code: string): ScreenView => ({
  ...common(state, code, 'screen'),
  joinKey: state.joinKey,
  joinOrigin: state.joinOrigin,
  locked: state.isLocked,
  pin: presentPin(state),
  tally: tally(state),
  people: state.phase.name === 'lobby' ? inRoom(state).map(person) : [],
});

export const hostView = (state: RoomState, code: string): HostView => ({
  ...common(state, code, 'host'),
  moment: state.moment,
  joinKey: state.joinKey,
  joinOrigin: state.joinOrigin,
  locked: state.isLocked,
  asksPin: state.pins !== null,
  tally: tally(state),
  people: inRoom(state).map((player) => hostPerson(state, player)),
  screens: state.screens.map(({ id, word, isPaired, connections }) => ({
    screen: id,
    word,
    state: isPaired ? 'paired' : 'asking',
    here: connections.length > 0,
  })),
  settings: (state.prepared ?? state.run?.quiz)?.settings ?? null,
  question: currentStep(state)?.question ?? null,
  pending: state.pending,
});
