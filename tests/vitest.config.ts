// How the tests run: their files side by side, and those of the browser after all others, with more time.
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import client from '../client/vite.config.ts';
import { LongestFirst } from './run/longest-first.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Many files wait for a server, a page or a clock: one at a time would leave a core of two idle. */
const AT_A_TIME = 2;

export default defineConfig({
  root,
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        // The client's state classes are written in runes.
        ...(client.plugins && { plugins: client.plugins }),
        test: {
          name: 'code',
          root,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', '**/node_modules/**'],
          maxWorkers: Math.max(AT_A_TIME, availableParallelism() - 1),
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          root,
          include: ['tests/browser/**/*.test.ts'],
          sequence: { groupOrder: 1 },
          maxWorkers: AT_A_TIME,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
