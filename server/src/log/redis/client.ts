// Connections to Redis that never keep anybody waiting: commands fail at once while it is away, and it is dialled again.
import { createClient } from 'redis';
import { scripts } from './scripts.ts';

const RECONNECT_MS = 250;
const CONNECT_TIMEOUT_MS = 2000;
/** A Redis that does not answer for this long counts as away; what was sent may still be done. */
export const ANSWER_MS = 2000;

const connectTo = (url: string) =>
  createClient({
    url,
    scripts,
    disableOfflineQueue: true,
    pingInterval: 1000,
    socket: { connectTimeout: CONNECT_TIMEOUT_MS, reconnectStrategy: () => RECONNECT_MS },
  });

export type Redis = ReturnType<typeof connectTo>;

/** Resolves as `answer` does; rejects where that takes too long. */
export const inTime = async <T>(answer: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('Redis does not answer'));
    }, ANSWER_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Opens a connection; rejects with the system's error where the first attempt fails. */
export const dialRedis = async (url: string): Promise<Redis> => {
  const client = connectTo(url);
  // Every command says so itself when the line is down.
  client.on('error', () => undefined);
  const failed = new Promise<never>((_resolve, reject) => {
    client.once('error', reject);
  });
  try {
    await Promise.race([client.connect(), failed]);
    return client;
  } catch (error) {
    client.destroy();
    throw error;
  }
};
