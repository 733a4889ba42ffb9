// Which pages may talk to this server: those it served itself, as far as their Origin tells.
import { isIP } from 'node:net';

const isLocalName = (hostname: string): boolean =>
  hostname === 'localhost' || hostname.endsWith('.localhost') || /^[a-z0-9-]+\.local$/.test(hostname);

const isAddress = (hostname: string): boolean => isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;

/**
 * Whether a request with this Origin header may open a socket or post. Exactly PUBLIC_URL where that is set; else
 * addresses, localhost and .local names, none of which a stranger on the internet can put a page under. A missing
 * header is refused: every browser sends it on the requests that this guards.
 */
export const isAllowedOrigin = (origin: string | undefined, publicUrl: string | null): boolean => {
  const url = origin === undefined ? null : URL.parse(origin);
  if (url === null || url.origin !== origin || !/^https?:$/.test(url.protocol)) return false;
  if (publicUrl !== null) return origin === publicUrl;
  return isAddress(url.hostname) || isLocalName(url.hostname);
};
