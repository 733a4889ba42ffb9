// Plays the evenings it is given the seeds of, one after another, and says of each what went wrong.
import { parentPort } from 'node:worker_threads';
import { drawPlan } from './draw-plan.ts';
import { judge } from './judge.ts';

parentPort?.on('message', async (seed: number) => {
  parentPort?.postMessage(await judge(drawPlan(seed)));
});
