// Builds the three pages from one root, and serves them in development under the addresses the server gives them.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

const page = (name: string) => fileURLToPath(new URL(`${name}/index.html`, import.meta.url));
const server = `http://localhost:${process.env['PORT'] ?? 3000}`;

const pageOf = (path: string): string | null => {
  if (path === '/host' || path.startsWith('/host/')) return path.includes('.') ? null : '/host/index.html';
  if (path === '/screen' || path.startsWith('/screen/'))
    return path.includes('.') ? null : '/screen/index.html';
  return path === '/' || /^\/[A-Za-z0-9]{6}$/.test(path) ? '/play/index.html' : null;
};

const addresses: Plugin = {
  name: 'addresses-of-the-pages',
  configureServer(dev) {
    dev.middlewares.use((request, _response, next) => {
      const [path = '/', query] = (request.url ?? '/').split('?');
      const found = pageOf(path);
      if (found) request.url = query === undefined ? found : `${found}?${query}`;
      next();
    });
  },
};

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  appType: 'mpa',
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } }), addresses],
  server: {
    proxy: { '/socket.io': { target: server, ws: true }, '/api': { target: server } },
  },
  build: {
    emptyOutDir: true,
    target: ['chrome109', 'firefox115', 'safari15.4'],
    // The content policy allows no inline script, style or data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { play: page('play'), host: page('host'), screen: page('screen') },
      // On a slow machine they would stand where `npm start` says where to go.
      checks: { bundlerTimings: false },
    },
  },
});
