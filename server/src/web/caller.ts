// Who is calling, by network address, as far as one's own proxies tell. Nothing else in the server sees an address.
import { hash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/** A v4 address as it is; of a v6 one the first four groups, since whoever has one has all that begin with them. */
const network = (address: string): string => {
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (v4 !== undefined || !isIPv6(address)) return v4 ?? address;
  const [left = '', right] = address.split('::');
  const head = left.split(':').filter(Boolean);
  const tail = right === undefined ? [] : right.split(':').filter(Boolean);
  const zeros = Array<string>(8 - head.length - tail.length).fill('0');
  return `${[...head, ...zeros, ...tail].slice(0, 4).join(':')}::/64`;
};

/** Made anew at every start and kept nowhere: who reads the memory of limits learns no address from it. */
const salt = randomBytes(32).toString('base64url');

/**
 * The caller's address: the socket's own, or, behind `proxies` of one's own, the one that the first of them
 * saw. What a client writes into X-Forwarded-For itself stands further left and is never reached.
 */
export const addressOf = ({ headers, socket }: IncomingMessage, proxies: number): string => {
  const forwarded = proxies === 0 ? '' : [headers['x-forwarded-for'] ?? ''].flat().join(',');
  const chain = [...forwarded.split(','), socket.remoteAddress ?? '']
    .map((part) => part.trim())
    .filter(Boolean);
  return network(chain[Math.max(0, chain.length - 1 - proxies)] ?? '');
};

/** What limits know a caller by: the same for the same address, and only while this process lives. */
export const callerOf = (request: IncomingMessage, proxies: number): string =>
  hash('sha256', salt + addressOf(request, proxies), 'base64url');
