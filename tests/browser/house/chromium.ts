// Debian's Chromium, in which the server goes by a name that is not localhost, so that nothing of a secure context is there.
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { locate } from '../../run/programs.ts';

/** What phones call the server: a name as on a local network, over plain HTTP. */
export const HOST = 'quiz.local';

export const launch = async (): Promise<Browser> => {
  const executablePath = locate('chromium');
  if (!executablePath) throw new Error('Install chromium: apt-get install chromium');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', `--host-resolver-rules=MAP ${HOST} 127.0.0.1`],
  });
};
