// A reconnect storm on a real server: whoever lost the line with everybody else is back within the time that is promised.
import { expect, test } from 'vitest';
import { Storm } from './storm.ts';

/** `npm run bench:storm` has a thousand on a machine of their own; here other tests run beside them. */
const PHONES = 300;
const BEARABLE_MS = 5000;

test(`${PHONES} phones whose lines break in the same moment all see their room again in time`, async () => {
  const storm = await Storm.gather(PHONES);
  expect((await storm.cut()).at(-1)).toBeLessThan(BEARABLE_MS);
  expect(storm.mistakes).toEqual([]);
  await storm.close();
});
