// Why a server cannot listen, as a sentence that says what to do about it.
import { serverWords } from '@oneliner/shared';
import type { Config } from './config.ts';

/** Where something should listen, and the names of the settings that say so. */
export interface Place {
  port: number;
  host: string | null;
  settings: { port: 'PORT' | 'METRICS_PORT'; host: 'HOST' | 'METRICS_HOST' };
}

export const gamePlace = ({ port, host }: Config): Place => ({
  port,
  host,
  settings: { port: 'PORT', host: 'HOST' },
});

export const metricsPlace = ({ metricsPort, metricsHost }: Config): Place => ({
  port: metricsPort,
  host: metricsHost,
  settings: { port: 'METRICS_PORT', host: 'METRICS_HOST' },
});

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/** The sentence for what listening at `place` threw. */
export const whyNotStarted = (error: unknown, { port, host, settings }: Place): string => {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return serverWords.portTaken(port, settings.port);
    case 'EACCES':
      return serverWords.portNotAllowed(port, settings.port);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return serverWords.addressUnknown(host ?? '', settings.host);
    default:
      return serverWords.notStarted(error instanceof Error ? error.message : String(error));
  }
};
