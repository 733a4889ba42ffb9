// Looks over the shoulder of every page: errors in its console, broken rules of the content policy, calls to other hosts.
import type { BrowserContext, ConsoleMessage, Request } from 'playwright-core';

/** A server that is away is no mistake of the page. */
const isAboutAbsence = (text: string): boolean =>
  /net::ERR_(CONNECTION|INTERNET|EMPTY|NETWORK|SOCKET)|WebSocket connection to .* failed/.test(text);

/**
 * Gathers what no page may do into `complaints`, for as long as the context lives.
 * @param host the only host that may be called, without a port.
 */
export const watch = (context: BrowserContext, host: string, complaints: string[]): void => {
  context.on('console', (message: ConsoleMessage) => {
    const isBad = message.type() === 'error' || message.type() === 'warning';
    if (isBad && !isAboutAbsence(message.text())) complaints.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) =>
    complaints.push(`thrown: ${error.error().stack ?? error.error().message}`),
  );
  context.on('request', (request: Request) => {
    const url = new URL(request.url());
    if (!['data:', 'blob:'].includes(url.protocol) && url.hostname !== host)
      complaints.push(`request to another host: ${request.url()}`);
  });
  context.on('page', (page) =>
    page.on('websocket', (socket) => {
      if (new URL(socket.url()).hostname !== host) complaints.push(`socket to another host: ${socket.url()}`);
    }),
  );
};
