// A small balancer of plain TCP: each new connection goes to the next server that takes people in. It knows nobody again.
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { watchReadiness } from './readiness.ts';

export interface BalancerOptions {
  /** The origins of the servers, such as `http://localhost:3001`. */
  targets: readonly string[];
  /** 0 lets the system choose a free one. */
  port: number;
  /** The address to listen on; null, or left out, for all interfaces. */
  host?: string | null;
}

export interface Balancer {
  port: number;
  /** The targets that new connections go to at present. */
  ready(): string[];
  /** Cuts every connection and listens no more. */
  close(): Promise<void>;
}

/** Resolves when it is through, to null when nobody is there. */
const dial = (target: string): Promise<Socket | null> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(target);
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port), noDelay: true });
    socket.once('connect', () => {
      resolve(socket);
    });
    socket.once('error', () => {
      resolve(null);
    });
  });

/** What is still under way to the other end gets there, unless the line broke. */
const carry = (from: Socket, to: Socket): void => {
  from.pipe(to);
  from.on('error', () => to.destroy());
  from.on('close', () => {
    to.destroySoon();
  });
};

/** Resolves when it has asked every target once and listens; rejects with the system's error when it cannot listen. */
export const createBalancer = async ({ targets, port, host }: BalancerOptions): Promise<Balancer> => {
  const readiness = await watchReadiness(targets);
  const callers = new Set<Socket>();
  let turn = 0;

  /**
   * Through to the next server that is there; null when none is. Where none is ready all are tried: a server that has
   * lost its Redis still shows people what it waits for.
   */
  const reach = async (): Promise<Socket | null> => {
    const ready = readiness.ready();
    const candidates = ready.length > 0 ? ready : targets;
    turn += 1;
    for (let i = 0; i < candidates.length; i += 1) {
      const target = candidates[(turn + i) % candidates.length] ?? '';
      const server = await dial(target);
      if (server) return server;
      readiness.failed(target);
    }
    return null;
  };

  const listener = createServer({ noDelay: true }, (caller) => {
    callers.add(caller);
    caller.on('close', () => callers.delete(caller));
    caller.on('error', () => undefined);
    void reach().then((server) => {
      if (!server || caller.destroyed) {
        server?.destroy();
        caller.destroy();
        return;
      }
      carry(caller, server);
      carry(server, caller);
    });
  });
  try {
    listener.listen(port, host ?? undefined);
    await once(listener, 'listening');
  } catch (error) {
    readiness.stop();
    throw error;
  }
  return {
    port: (listener.address() as AddressInfo).port,
    ready: () => readiness.ready(),
    async close() {
      const closed = once(listener, 'close');
      readiness.stop();
      listener.close();
      for (const caller of callers) caller.destroy();
      await closed;
    },
  };
};
