// Says in one sentence what to do when the install step was left out; plain JavaScript, since it must run on any Node.js.
import { existsSync } from 'node:fs';

const major = Number(process.versions.node.split('.')[0]);
const installed = existsSync(new URL('../node_modules/node/package.json', import.meta.url));

if (!installed || major < 26) {
  const why = installed
    ? 'the Node.js that comes with the install did not start'
    : 'nothing is installed yet';
  console.error(`Run \`npm ci\` in this folder first, then this command again: ${why}.`);
  process.exit(1);
}
