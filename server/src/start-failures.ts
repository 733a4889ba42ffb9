// Why a server cannot listen, as a sentence that says what to do about it.
import { serverWords } from '@oneliner/shared';
import type { Config } from './config.ts';

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

/** The sentence for what starting the server threw. */
export const whyNotStarted = (error: unknown, { port, host }: Config): string => {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return serverWords.portTaken(port);
    case 'EACCES':
      return serverWords.portNotAllowed(port);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return serverWords.addressUnknown(host ?? '');
    default:
      return serverWords.notStarted(error instanceof Error ? error.message : String(error));
  }
};
