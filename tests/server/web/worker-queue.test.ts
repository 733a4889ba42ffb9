// The thread beside the server: one order after the other, within limits, and a fresh thread after one that was ended.
import { afterEach, describe, expect, it } from 'vitest';
import { createWorkerQueue } from '../../../server/src/web/worker-queue.ts';
import type { WorkerQueue } from '../../../server/src/web/worker-queue.ts';

const script = new URL('./threads/odd.ts', import.meta.url);
const queues: WorkerQueue[] = [];
const LIMITS = { timeLimitMs: 10_000, memoryMb: 32, idleLimitMs: 10_000, places: 8 };
const queue = (limits: Partial<typeof LIMITS> = {}): WorkerQueue => {
  const made = createWorkerQueue({ script, ...LIMITS, ...limits });
  queues.push(made);
  return made;
};

afterEach(async () => {
  await Promise.all(queues.splice(0).map((one) => one.close()));
});

describe('an order', () => {
  it('is done on the thread', async () => {
    expect(await queue().run('echo')).toEqual({ done: true, result: 'echo' });
  });

  it('that takes too long is ended, and the next is done by a fresh thread', async () => {
    const threads = queue({ timeLimitMs: 3000 });
    const both = await Promise.all([threads.run('hang'), threads.run('echo')]);
    expect(both).toEqual([
      { done: false, why: 'too-heavy' },
      { done: true, result: 'echo' },
    ]);
  });

  it('that takes too much memory is ended, and the next is done by a fresh thread', async () => {
    const threads = queue();
    expect(await threads.run('hoard')).toEqual({ done: false, why: 'too-heavy' });
    expect(await threads.run('echo')).toEqual({ done: true, result: 'echo' });
  });

  it('that fails by a bug rejects, and the next is done', async () => {
    const threads = queue();
    const failing = threads.run('throw');
    const next = threads.run('echo');
    await expect(failing).rejects.toThrow('a bug on the thread');
    expect(await next).toEqual({ done: true, result: 'echo' });
  });

  it('whose thread ends itself rejects', async () => {
    await expect(queue().run('exit')).rejects.toThrow('ended before');
  });

  it('does not wait behind too many', async () => {
    const threads = queue({ places: 2 });
    const three = await Promise.all(['echo', 'echo', 'echo'].map((deed) => threads.run(deed)));
    expect(three.map(({ done }) => done)).toEqual([true, true, false]);
    expect(three[2]).toEqual({ done: false, why: 'too-many' });
    expect(await threads.run('echo')).toMatchObject({ done: true });
  });

  it('is done by a fresh thread where the one before had nothing to do for a while', async () => {
    const threads = queue({ idleLimitMs: 0 });
    const first = await threads.run('name');
    await expect.poll(() => threads.run('name')).not.toEqual(first);
  });

  it('is done by the thread of the one before until then', async () => {
    const threads = queue();
    expect(await threads.run('name')).toEqual(await threads.run('name'));
  });

  it('that takes longer than a thread may be idle is done', async () => {
    const threads = queue({ idleLimitMs: 100 });
    await threads.run('echo');
    expect(await threads.run('work')).toMatchObject({ done: true });
  });

  it('that is under way when the queue is closed rejects', async () => {
    const threads = queue();
    const hanging = threads.run('hang');
    await threads.close();
    await expect(hanging).rejects.toThrow();
  });
});
