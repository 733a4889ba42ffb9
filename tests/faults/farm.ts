// Three real servers behind a balancer, over a Redis that can be killed, restarted, and replaced by its replica.
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { createBalancer } from '../../server/src/cluster/balancer.ts';
import type { Balancer } from '../../server/src/cluster/balancer.ts';
import { GameServer } from '../browser/house/game-server.ts';
import { RedisServer } from '../server/log/redis-server.ts';

/** The one address of Redis, whichever of them serves at present. */
class Front {
  readonly #listener: Server;
  readonly #lines = new Set<Socket>();
  #target: number;

  private constructor(target: number) {
    this.#target = target;
    this.#listener = createServer((line) => {
      const onward = connect(this.#target, '127.0.0.1');
      for (const [one, other] of [
        [line, onward],
        [onward, line],
      ] as const) {
        this.#lines.add(one);
        one.pipe(other);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          this.#lines.delete(one);
          other.destroy();
        });
      }
    });
  }

  static async open(target: number): Promise<Front> {
    const front = new Front(target);
    front.#listener.listen(0, '127.0.0.1');
    await once(front.#listener, 'listening');
    return front;
  }

  get url(): string {
    return `redis://127.0.0.1:${(this.#listener.address() as AddressInfo).port}`;
  }

  /** Sends everybody to another one. */
  point(target: number): void {
    this.#target = target;
    for (const line of this.#lines) line.destroy();
  }

  close(): void {
    this.#listener.close();
    for (const line of this.#lines) line.destroy();
  }
}

export class Farm {
  readonly origin: string;
  readonly redisUrl: string;
  readonly servers: GameServer[];
  readonly #balancer: Balancer;
  readonly #front: Front;
  #master: RedisServer;
  #replica: RedisServer;

  private constructor(
    servers: GameServer[],
    balancer: Balancer,
    front: Front,
    master: RedisServer,
    replica: RedisServer,
  ) {
    this.servers = servers;
    this.#balancer = balancer;
    this.#front = front;
    this.#master = master;
    this.#replica = replica;
    this.origin = `http://127.0.0.1:${balancer.port}`;
    this.redisUrl = front.url;
  }

  static async open(): Promise<Farm> {
    const master = await RedisServer.open();
    const replica = await RedisServer.open('--replicaof', '127.0.0.1', `${master.port}`);
    const front = await Front.open(master.port);
    const environment = { LOG: front.url };
    const servers = await Promise.all([1, 2, 3].map(() => GameServer.open({ environment })));
    const targets = servers.map(({ port }) => `http://127.0.0.1:${port}`);
    const balancer = await createBalancer({ targets, port: 0, host: '127.0.0.1' });
    return new Farm(servers, balancer, front, master, replica);
  }

  /** Kills Redis and starts it again on its append-only file. */
  async restartRedis(): Promise<void> {
    await this.#master.stop('SIGKILL');
    await this.#master.start();
  }

  /** From now on the replica gets nothing more: it takes over with what it has. */
  async partReplica(): Promise<void> {
    await this.#replica.ask(['REPLICAOF', 'NO', 'ONE']);
  }

  /** Resolves when the replica has what stands in Redis now. */
  async untilReplicated(): Promise<void> {
    await this.#master.ask(['SET', 'oneliner:mark', `${performance.now()}`]);
    const wanted = await this.#master.ask(['GET', 'oneliner:mark']);
    while ((await this.#replica.ask(['GET', 'oneliner:mark'])) !== wanted);
  }

  /** Redis dies and its replica takes over; the next one is made of what was the master. */
  async failOver(): Promise<void> {
    const dead = this.#master;
    await dead.stop('SIGKILL');
    await this.partReplica();
    this.#front.point(this.#replica.port);
    await dead.start('--replicaof', '127.0.0.1', `${this.#replica.port}`);
    [this.#master, this.#replica] = [this.#replica, dead];
  }

  async close(): Promise<void> {
    await this.#balancer.close();
    await Promise.all(this.servers.map((server) => server.close()));
    this.#front.close();
    await Promise.all([this.#master.close(), this.#replica.close()]);
  }
}
