// What answers cost, from what had been used before and after them: pure arithmetic.
import type { Played } from '../load/room.ts';
import { percentile } from '../numbers.ts';
import type { RedisWork } from '../processes/redis.ts';
import { acknowledgementsOf, lostOf } from './played.ts';

/** All that was used up to a moment. */
export interface Used {
  /** Processor time of all servers together, and of their Redis, ms. */
  serversMs: number;
  redisMs: number;
  /** Null where there is no Redis. */
  work: RedisWork | null;
  /** On the lines of phones, in both directions. */
  frames: number;
  bytes: number;
}

/** For each answer, with all of its question around it: announcement, options, reveal, board. */
export interface Cost {
  serversMicros: number;
  redisMicros: number;
  frames: number;
  bytes: number;
  scripts: number;
  memoryBytes: number;
  fileBytes: number;
  sentBytes: number;
  /** Of one script, not of one answer. */
  scriptMicros: number;
  /** From answer to acknowledgement, p99, ms. */
  acknowledged: number;
  /** All answers together that were refused or never acknowledged. */
  lost: number;
}

const NO_WORK: RedisWork = { scripts: 0, scriptMicros: 0, memoryBytes: 0, fileBytes: 0, sentBytes: 0 };

export const costOf = (before: Used, after: Used, played: readonly Played[]): Cost => {
  const acknowledgements = acknowledgementsOf(played);
  const lost = lostOf(played);
  const answers = acknowledgements.length + lost;
  const [worked, work] = [before.work ?? NO_WORK, after.work ?? NO_WORK];
  const each = (of: 'scripts' | 'memoryBytes' | 'fileBytes' | 'sentBytes') =>
    (work[of] - worked[of]) / answers;
  return {
    serversMicros: ((after.serversMs - before.serversMs) * 1000) / answers,
    redisMicros: ((after.redisMs - before.redisMs) * 1000) / answers,
    frames: (after.frames - before.frames) / answers,
    bytes: (after.bytes - before.bytes) / answers,
    scripts: each('scripts'),
    memoryBytes: each('memoryBytes'),
    fileBytes: each('fileBytes'),
    sentBytes: each('sentBytes'),
    scriptMicros: (work.scriptMicros - worked.scriptMicros) / (work.scripts - worked.scripts),
    acknowledged: percentile(acknowledgements, 0.99),
    lost,
  };
};
