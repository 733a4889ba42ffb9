// Whole evenings in bad weather, one for each seed: nothing that was acknowledged is lost, and nothing counts twice.
import { describe, expect, test } from 'vitest';
import { apply } from '../../server/src/game/apply.ts';
import type { Entry } from '../../server/src/game/commands.ts';
import { begin } from '../../server/src/game/state.ts';
import type { RoomState } from '../../server/src/game/state.ts';
import { Evening, isForward } from './evening.ts';
import type { Weather } from './evening.ts';

const weathers: Record<string, Weather> = {
  calm: { cuts: 0, kills: 0, fullDisks: 0 },
  'lines that are cut': { cuts: 0.15, kills: 0, fullDisks: 0 },
  'a server that dies': { cuts: 0, kills: 0.03, fullDisks: 0 },
  'a disk that fills': { cuts: 0.02, kills: 0, fullDisks: 0.08 },
  'everything at once': { cuts: 0.1, kills: 0.02, fullDisks: 0.05 },
};
const SEEDS = Array.from({ length: 8 }, (_, index) => index + 1);

/** The fold of what stands on the disk, by nobody's memory. */
async function foldOf(evening: Evening): Promise<RoomState> {
  const stored = await evening.network.house.disk.read(evening.code, 1, 100_000);
  const entries = stored.map(
    ({ command, ...entry }) => ({ epoch: 0, ...entry, command: JSON.parse(command) }) as Entry,
  );
  const [first, ...rest] = entries;
  if (!first) throw new Error('nothing stands on the disk');
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
  const state = begin(first);
  for (const entry of rest) apply(state, entry);
  return state;
}

describe.each(Object.entries(weathers))('an evening with %s', (_name, weather) => {
  test.each(SEEDS)('seed %i', { timeout: 60_000 }, async (seed) => {
    const evening = new Evening(seed, weather);
    await evening.play();
    const state = await foldOf(evening);
    expect(state.phase.name).toBe('podium');
    const acknowledged = evening.diaries.reduce((sum, diary) => sum + diary.acknowledged.size, 0);
    expect(acknowledged).toBeGreaterThan(evening.diaries.length);
    for (const diary of evening.diaries) {
      for (const [step, option] of diary.acknowledged) {
        const counted = state.run?.steps[step - 1]?.answers[diary.player];
        expect(counted?.reply, `${diary.name}, question ${step}`).toEqual({ kind: 'choice', option });
      }
      for (const asked of state.run?.steps ?? []) {
        const counted = asked.answers[diary.player];
        if (counted) expect(counted.reply).toEqual({ kind: 'choice', option: diary.sent.get(asked.step) });
      }
      expect(isForward(diary.versions), `${diary.name} saw a version go back`).toBe(true);
      expect(diary.lastRoom?.phase.name).toBe('podium');
      expect(diary.lastMe?.standing?.points).toBe(state.run?.scores[diary.player]?.points);
      if (weather.cuts + weather.kills + weather.fullDisks === 0)
        expect(diary.refusals.filter((name) => name !== 'too-late' && name !== 'not-now')).toEqual([]);
    }
    const live = await evening.network.house.rooms.find(evening.code);
    expect(live?.state).toEqual(state);
  });
});
