// Scores are what the answers give by the published formula, and nothing but a reveal or a start moves them.
import type { Settings } from '@oneliner/shared';
import type { RoomState, Step } from '../../../server/src/game/state.ts';
import type { MakeCheck } from './check.ts';

interface Standing {
  points: number;
  streak: number;
}

/** Written down a second time, from the rules and not from the code. */
function gained(elapsedMs: number, streak: number, { seconds, points, streakBonus }: Settings): number {
  const isFlat = points === 'flat' || seconds === null || elapsedMs < 500;
  const base = isFlat ? 1000 : Math.round(1000 - 500 * Math.min(1, elapsedMs / (seconds * 1000)));
  return base + (streakBonus ? Math.min(500, 100 * (streak - 1)) : 0);
}

function score(standing: Standing, step: Step, player: number, settings: Settings): Standing {
  const answer = step.answers[player];
  if (!answer || answer.reply.option !== step.question.body.key) return { ...standing, streak: 0 };
  const streak = standing.streak + 1;
  return { points: standing.points + gained(answer.elapsedMs, streak, settings), streak };
}

export const scores: MakeCheck = (_evening, say) => {
  const standings = new Map<number, Standing>();
  let revealed = 0;

  const onReveal = ({ run, players }: RoomState): void => {
    const step = run?.steps.at(-1);
    if (!run || !step) return;
    for (const { id, isRemoved, entersAt } of players) {
      if (isRemoved || entersAt > step.step) continue;
      const before = standings.get(id) ?? { points: 0, streak: 0 };
      standings.set(id, score(before, step, id, run.quiz.settings));
    }
  };

  return {
    see({ command, seq }, { answered }, state) {
      const { run } = state;
      if (!run) return;
      if (command.type === 'start' && answered.ok) {
        revealed = 0;
        if (run.quiz.keepScores) for (const standing of standings.values()) standing.streak = 0;
        else standings.clear();
      }
      if (run.scored > revealed) onReveal(state);
      revealed = run.scored;
      for (const player of run.ranking) {
        const [points, own] = [run.scores[player]?.points, standings.get(player)?.points];
        if (points !== own) say(`entry ${seq}: player ${player} has ${points} points, and earned ${own}`);
      }
    },
  };
};
