// A thousand evenings in all weathers: what was acknowledged counts, once; the rest at most once; and nobody is shown what is not so.
import { expect, test } from 'vitest';
import { playSeeds } from './crew.ts';
import { drawPlan } from './draw-plan.ts';
import { playEvening } from './evening.ts';

test('nothing is lost in a thousand evenings', { timeout: 300_000 }, async () => {
  expect(await playSeeds({ from: 1, count: 1000 })).toEqual([]);
});

test('the same seed gives the same evening', async () => {
  // The word of a screen and PINs come from the system's secure source.
  const told = async (): Promise<string> => {
    const { entries } = await playEvening(drawPlan(7));
    return JSON.stringify(entries).replaceAll(/"word":"\w+"/g, '');
  };
  expect(await told()).toBe(await told());
});

test('seeds draw evenings of all sizes with all kinds of trouble', () => {
  const plans = Array.from({ length: 1000 }, (_, seed) => drawPlan(seed));
  const sizes = plans.map(({ phones }) => phones.length);
  expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([1, 50]);
  const faults = new Set(plans.flatMap((plan) => plan.faults.map(({ fault }) => fault)));
  expect(faults.size).toBe(8);
  const acts = new Set(
    plans.flatMap(({ phones }) => phones.flatMap((phone) => phone.acts.map(({ act }) => act))),
  );
  expect(acts.size).toBe(5);
});
