// The balancer alone, before servers that say no more than who they are.
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createBalancer } from '../../../server/src/cluster/balancer.ts';
import type { Balancer } from '../../../server/src/cluster/balancer.ts';

/** A server that takes people in or not, and tells its name. */
class Door {
  isReady = true;
  readonly #name: string;
  #http: Server | null = null;
  port = 0;

  constructor(name: string) {
    this.#name = name;
  }

  static async open(name: string): Promise<Door> {
    const door = new Door(name);
    await door.start();
    onTestFinished(() => door.die());
    return door;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.#http = createServer(({ url }, response) => {
      if (url === '/readyz') response.writeHead(this.isReady ? 200 : 503);
      response.end(this.#name);
    }).listen(this.port, '127.0.0.1');
    await once(this.#http, 'listening');
    this.port = (this.#http.address() as AddressInfo).port;
  }

  die(): void {
    this.#http?.close();
    this.#http?.closeAllConnections();
  }
}

const before = async (...doors: Door[]): Promise<Balancer> => {
  const balancer = await createBalancer({ targets: doors.map(({ origin }) => origin), port: 0 });
  onTestFinished(() => balancer.close().catch(() => undefined));
  return balancer;
};

/** Who answers on a connection of its own. */
const asked = async ({ port }: Balancer): Promise<string> => {
  const call = request({ host: '127.0.0.1', port, agent: false }).end();
  const [response] = (await once(call, 'response')) as [NodeJS.ReadableStream];
  response.setEncoding('utf8');
  let text = '';
  for await (const part of response) text += part as string;
  return text;
};

const askedTimes = async (balancer: Balancer, times: number): Promise<string> => {
  let names = '';
  for (let i = 0; i < times; i += 1) names += await asked(balancer);
  return [...names].sort().join('');
};

describe('the balancer', () => {
  it('gives connections to the servers in turn', async () => {
    const balancer = await before(await Door.open('a'), await Door.open('b'), await Door.open('c'));
    expect(await askedTimes(balancer, 6)).toBe('aabbcc');
  });

  it('passes over a server from the moment it is gone, and finds it again', async () => {
    const [a, b] = [await Door.open('a'), await Door.open('b')];
    const balancer = await before(a, b);
    b.die();
    expect(await askedTimes(balancer, 4)).toBe('aaaa');
    await b.start();
    await vi.waitFor(() => {
      expect(balancer.ready()).toHaveLength(2);
    }, 5000);
    expect(await askedTimes(balancer, 4)).toBe('aabb');
  });

  it('brings nobody new to a server that says it is not ready', async () => {
    const [a, b] = [await Door.open('a'), await Door.open('b')];
    a.isReady = false;
    const balancer = await before(a, b);
    expect(await askedTimes(balancer, 4)).toBe('bbbb');
    b.isReady = false;
    a.isReady = true;
    await vi.waitFor(() => {
      expect(balancer.ready()).toEqual([a.origin]);
    }, 5000);
    expect(await askedTimes(balancer, 4)).toBe('aaaa');
  });

  it('brings people to servers that are not ready where no other is there', async () => {
    const [a, b] = [await Door.open('a'), await Door.open('b')];
    for (const door of [a, b]) door.isReady = false;
    const balancer = await before(a, b);
    expect(balancer.ready()).toEqual([]);
    expect(await askedTimes(balancer, 4)).toBe('aabb');
  });

  it('hangs up on everybody while no server is there', async () => {
    const door = await Door.open('a');
    const balancer = await before(door);
    door.die();
    const caller = connect(balancer.port, '127.0.0.1').resume();
    await once(caller, 'close');
    expect(balancer.ready()).toEqual([]);
  });

  it('carries what is long whole, and ends both sides when one is gone', async () => {
    const long = 'x'.repeat(5_000_000);
    const door = await Door.open(long);
    const balancer = await before(door);
    expect(await asked(balancer)).toHaveLength(long.length);
    const caller = connect(balancer.port, '127.0.0.1').resume();
    await once(caller, 'connect');
    caller.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
    await once(caller, 'data');
    door.die();
    await once(caller, 'close');
  });

  it('lets go of its port and of everybody when it closes, and says when the port is not free', async () => {
    const door = await Door.open('a');
    const balancer = await before(door);
    const { port } = balancer;
    const options = { targets: [door.origin], port };
    await expect(createBalancer(options)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const caller = connect(port, '127.0.0.1').resume();
    await once(caller, 'connect');
    await Promise.all([balancer.close(), once(caller, 'close')]);
    const other = await createBalancer(options);
    await other.close();
  });
});
