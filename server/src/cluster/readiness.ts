// Which of several servers take people in: each is asked again and again, as any balancer with health checks does.
import { setTimeout as delay } from 'node:timers/promises';

const ASK_EVERY_MS = 500;
/** A server that takes longer is of no use to anybody at present. */
const PATIENCE_MS = 1000;

export interface Readiness {
  /** The origins of the servers that are ready, in the order they were given. */
  ready(): string[];
  /** It was found out otherwise that this server is not there; it counts again when it answers. */
  failed(origin: string): void;
  stop(): void;
}

const isReady = async (origin: string): Promise<boolean> => {
  try {
    const response = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    await response.text();
    return response.ok;
  } catch {
    return false;
  }
};

/** Resolves when each was asked once. */
export const watchReadiness = async (origins: readonly string[]): Promise<Readiness> => {
  const ready = new Set<string>();
  const ending = new AbortController();
  const ask = async (origin: string): Promise<void> => {
    if (await isReady(origin)) ready.add(origin);
    else ready.delete(origin);
  };
  const keepAsking = async (origin: string): Promise<void> => {
    while (!ending.signal.aborted) {
      await delay(ASK_EVERY_MS, undefined, { signal: ending.signal }).catch(() => undefined);
      await ask(origin);
    }
  };
  await Promise.all(origins.map(ask));
  for (const origin of origins) void keepAsking(origin);
  return {
    ready: () => origins.filter((origin) => ready.has(origin)),
    failed: (origin) => ready.delete(origin),
    stop: () => {
      ending.abort();
    },
  };
};
