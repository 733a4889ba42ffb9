// The metrics over HTTP, on a port of their own: who plays does not see them, and who watches needs no way into the game.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from '../http.ts';
import type { Metrics } from './meter.ts';

export interface ServedMetrics {
  /** Where they are, such as `http://127.0.0.1:9464/metrics`. */
  url: string;
  close(): void;
}

/** Resolves when it listens; rejects with the system's error (EADDRINUSE, EACCES, EADDRNOTAVAIL …). */
export const serveMetrics = async (
  metrics: Pick<Metrics, 'read' | 'contentType'>,
  place: { port: number; host: string | null },
): Promise<ServedMetrics> => {
  const http = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    void metrics.read().then((text) => {
      response.writeHead(200, { 'content-type': metrics.contentType }).end(text);
    });
  });
  http.listen(place.port, place.host ?? undefined);
  await once(http, 'listening');
  const { address, port } = http.address() as AddressInfo;
  return {
    url: `http://${address.includes(':') ? `[${address}]` : address}:${port}/metrics`,
    close() {
      http.close();
      http.closeAllConnections();
    },
  };
};
