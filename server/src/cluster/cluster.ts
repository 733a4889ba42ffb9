// Three servers on one Redis behind one balancer, all on this machine, to try out what happens when one of them dies.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverWords } from '@oneliner/shared';
import { forkServer, listening } from '../child.ts';
import { createBalancer } from './balancer.ts';
import type { Balancer, BalancerOptions } from './balancer.ts';
import { freePort } from './free-port.ts';
import { Kept } from './kept.ts';
import type { KeptNote } from './kept.ts';
import { spawnRedis, untilAnswers } from './redis.ts';

export interface ClusterOptions extends Omit<BalancerOptions, 'targets'> {
  /** What the servers are given beside their ports and the log. */
  environment: NodeJS.ProcessEnv;
  note: KeptNote;
}

/** One of its programs, and where it can be seen alone. */
export interface Member {
  kept: Kept;
  addresses: string[];
}

const NUMBERS = [1, 2, 3];

export class Cluster {
  /** The servers, then Redis. */
  readonly members: Member[] = [];
  readonly #options: ClusterOptions;
  readonly #folder = mkdtempSync(join(tmpdir(), 'oneliner-cluster-'));
  #redis: Kept | null = null;
  #servers: Kept[] = [];
  #balancer: Balancer | null = null;

  private constructor(options: ClusterOptions) {
    this.#options = options;
    process.once('exit', this.#abandon);
  }

  /**
   * Resolves when all of it takes people in; to null when a server could not start, which has said why. Rejects with
   * the system's error when the balancer cannot listen. Nothing is left running then.
   * @param options.port the balancer's; the servers take the next ones. With 0 the system chooses all of them.
   */
  static async start(options: ClusterOptions): Promise<Cluster | null> {
    // Whether the balancer will get its port is asked before anything is started in vain.
    await freePort(options.port, options.host ?? null);
    const cluster = new Cluster(options);
    try {
      const url = await cluster.#startRedis();
      const origins = await cluster.#startServers(url);
      if (origins) {
        cluster.#balancer = await createBalancer({ ...options, targets: origins });
        return cluster;
      }
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    await cluster.stop();
    return null;
  }

  /** The balancer's. */
  get port(): number {
    return this.#balancer?.port ?? 0;
  }

  /** First the servers, so that they tell everybody and save; then what they need, with its folder. */
  async stop(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.stop()));
    await this.#balancer?.close();
    await this.#redis?.stop();
    this.#abandon();
    process.off('exit', this.#abandon);
  }

  /** Whatever ends this process early, nothing of it goes on. */
  readonly #abandon = (): void => {
    for (const kept of [...this.#servers, this.#redis]) kept?.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  };

  async #startRedis(): Promise<string> {
    // redis-server cannot be told to take any.
    const port = await freePort(0, '127.0.0.1');
    const url = `redis://127.0.0.1:${port}`;
    const start = () => spawnRedis(port, this.#folder);
    this.#redis = new Kept(serverWords.clusterRedis, start, this.#options.note);
    this.members.push({ kept: this.#redis, addresses: [url] });
    await untilAnswers(url);
    return url;
  }

  /** Their origins. */
  async #startServers(redisUrl: string): Promise<string[] | null> {
    const members = await Promise.all(NUMBERS.map((number) => this.#startServer(number, redisUrl)));
    if (!members.every((member) => member !== null)) return null;
    this.members.unshift(...members);
    return members.map(({ addresses }) => addresses[0]);
  }

  /** One that dies comes back under the port that it had; the port of its metrics follows from that. */
  async #startServer(number: number, redisUrl: string) {
    const { port, environment, note } = this.#options;
    let own = port === 0 ? 0 : port + number;
    const given = { ...environment, LOG: redisUrl, REDIS_WAIT: '', METRICS_PORT: '' };
    const start = () => forkServer({ ...given, PORT: `${own}` }, 'ignore', true);
    const kept = new Kept(serverWords.clusterServer(number), start, note);
    this.#servers.push(kept);
    const found = await listening(kept.child);
    if (!found) return null;
    own = Number(new URL(found.origin).port);
    return { kept, addresses: [found.origin, found.metrics] as [string, string] };
  }
}
