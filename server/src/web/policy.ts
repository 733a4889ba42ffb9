// What browsers may do with our pages: the content policy in full, and the other headers of safety.
import type { IncomingMessage } from 'node:http';
import helmet from 'helmet';

/** The sockets of the host that the page came from, by name: older Safari does not count them as 'self'. */
const socketsOf = ({ headers }: IncomingMessage): string => {
  const host = headers.host ?? '';
  return /^[a-z0-9.:[\]-]+$/i.test(host) ? `ws://${host} wss://${host}` : "'self'";
};

/**
 * The headers of every answer. Over plain HTTP nothing asks for HTTPS: no HSTS, no upgrade of requests (with it phones
 * on a local network get a blank page), and none of the headers that browsers ignore there with a warning.
 */
export const safetyHeaders = (publicUrl: string | null) => {
  const isSecure = publicUrl?.startsWith('https:') ?? false;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'script-src-attr': ["'none'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'media-src': ["'self'", 'data:'],
        'manifest-src': ["'self'"],
        'connect-src': ["'self'", socketsOf],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    crossOriginOpenerPolicy: isSecure,
    originAgentCluster: isSecure,
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
  });
};
