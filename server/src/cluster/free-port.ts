// Whether a port can be had, found out by taking it for a moment.
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/**
 * The port, or one that the system chose for 0: it was free just now.
 * @param host the address to listen on; null for all interfaces
 * @throws the system's error (EADDRINUSE, EACCES, EADDRNOTAVAIL …) where nobody could listen there
 */
export const freePort = async (port: number, host: string | null): Promise<number> => {
  const server = createServer().listen(port, host ?? undefined);
  await once(server, 'listening');
  const { port: found } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return found;
};
