// `npm run cluster` as it is: a game through its balancer, of which a server is killed, and nothing left of it at the end.
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { defaultSettings, serverWords } from '@oneliner/shared';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createBot } from '../../../server/src/demo/bot.ts';
import type { Bot } from '../../../server/src/demo/bot.ts';
import { createHostBot } from '../../../server/src/demo/host-bot.ts';
import type { HostBot } from '../../../server/src/demo/host-bot.ts';
import { dataFolder, startProcess } from '../process.ts';

const QUESTIONS = 2;
const PLAYERS = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Fay', 'Gus'];
const PATIENCE = { timeout: 20_000 };
/** Time to kill a server between the moment a question opens and its first answer. */
const THINKING_MS = 1000;

/** The command, with a folder of its own for what it puts beside itself for a while. */
const startCluster = async () => {
  const folder = dataFolder();
  const running = startProcess({ TMPDIR: folder, LOG_LEVEL: 'error' }, 'cluster.ts');
  // Killed, it could not take its Redis with it.
  onTestFinished(async () => {
    running.child.kill('SIGTERM');
    await running.ended;
  });
  await vi.waitFor(() => {
    expect(running.said()).toContain('Redis ');
  }, PATIENCE);
  const origin = /http:\/\/localhost:\d+/.exec(running.said())?.[0] ?? '';
  return { ...running, folder, origin };
};

/** The processes that it named, in order. */
const pidsIn = (text: string): number[] => [...text.matchAll(/kill -9 (\d+)/g)].map(([, pid]) => Number(pid));

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const player = (origin: string, { code }: HostBot, name: string): Bot => {
  const bot = createBot({ origin, code, name, think: () => THINKING_MS, choose: () => 0 });
  onTestFinished(bot.close);
  return bot;
};

const opened = async (origin: string): Promise<HostBot> => {
  const plan = { count: QUESTIONS, settings: { ...defaultSettings, seconds: 60 } };
  const host = await createHostBot({ origin, joinOrigin: origin, plan });
  onTestFinished(host.close);
  return host;
};

describe('npm run cluster', () => {
  it('plays a game to its podium though a server is killed while a question is open', async () => {
    const { origin, said, child, ended, folder } = await startCluster();
    const host = await opened(origin);
    const bots = PLAYERS.map((name) => player(origin, host, name));
    await host.until(({ people }) => people.length === PLAYERS.length);
    await host.step('start');

    for (let number = 1; number <= QUESTIONS; number += 1) {
      await host.until(({ phase }) => phase.name === 'announced' && phase.number === number);
      await host.step('skip');
      await host.until(({ phase }) => phase.name === 'open');
      if (number === 1) process.kill(pidsIn(said())[1] ?? 0, 'SIGKILL');
      const { people } = await host.until(({ phase }) => phase.name === 'reveal');
      expect(people.filter(({ answered }) => answered)).toHaveLength(PLAYERS.length);
      await host.step('next');
      await host.until(({ phase }) => phase.name === (number < QUESTIONS ? 'leaderboard' : 'podium'));
      if (number < QUESTIONS) await host.step('next');
    }
    expect(bots.map((bot) => bot.acknowledged.size)).toEqual(PLAYERS.map(() => QUESTIONS));
    expect(
      host
        .view()
        .people.map(({ name }) => name)
        .sort(),
    ).toEqual(PLAYERS);
    expect(said()).toContain(serverWords.clusterEnded(serverWords.clusterServer(2)));
    await vi.waitFor(() => {
      expect(said()).toContain(`${serverWords.clusterServer(2)} is started again`);
    }, PATIENCE);

    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(said()).toContain(serverWords.clusterStopped);
    expect(pidsIn(said())).toHaveLength(5);
    expect(pidsIn(said()).filter(isRunning)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says what to install where there is no redis-server', async () => {
    const { ended, logged } = startProcess({ PATH: '' }, 'cluster.ts');
    expect(await ended).toBe(1);
    expect(logged().trim()).toBe(serverWords.clusterNeedsRedis);
  });

  it('says which port is taken, and leaves nothing behind', async () => {
    const other = createServer().listen(0);
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const folder = dataFolder();
    const { ended, logged } = startProcess({ PORT: `${port}`, TMPDIR: folder }, 'cluster.ts');
    expect(await ended).toBe(1);
    expect(logged().trim()).toBe(serverWords.portTaken(port, 'PORT'));
    expect(readdirSync(folder)).toEqual([]);
  });
});
