// How the tests run: everything but the browser side by side, the browser's files one after another with more time.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import client from '../client/vite.config.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  test: {
    projects: [
      {
        // The client's state classes are written in runes.
        ...(client.plugins && { plugins: client.plugins }),
        test: {
          name: 'code',
          root,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', '**/node_modules/**'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          root,
          include: ['tests/browser/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
