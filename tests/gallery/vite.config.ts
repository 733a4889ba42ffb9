// Serves the gallery with the client's own settings; see README.md of the client for how to look at it.
import { fileURLToPath } from 'node:url';
import client from '../../client/vite.config.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

export default {
  ...client,
  root,
  server: { port: 5174, fs: { allow: [fileURLToPath(new URL('../..', import.meta.url))] } },
};
