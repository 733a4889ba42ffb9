// Some seconds of everything that strangers may send, to a real server in a process of its own.
import { expect, test } from 'vitest';
import { fuzz, openHouse } from './fuzz.ts';
import { heapOf, openMeasured } from './measured.ts';

/** What it may keep: compiled code, and buckets of the limits. */
const MAY_KEEP_BYTES = 15_000_000;

test(
  'the server survives what strangers send, says nothing of its inside, and its memory comes back',
  {
    timeout: 120_000,
  },
  async () => {
    const server = await openMeasured();
    const { strings, desk } = await openHouse(server);
    const first = await fuzz(server, strings, { seed: 'first', ms: 2000 });
    const heap = await heapOf(server);
    const second = await fuzz(server, strings, { seed: 'second', ms: 6000 });
    expect([...first.findings, ...second.findings]).toEqual([]);
    expect(second.messages).toBeGreaterThan(500);
    expect(second.requests).toBeGreaterThan(50);
    expect((await heapOf(server)) - heap).toBeLessThan(MAY_KEEP_BYTES);
    expect((await fetch(`http://127.0.0.1:${server.port}/readyz`)).status).toBe(200);
    desk.line.close();
    await server.close();
  },
);
