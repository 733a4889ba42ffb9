// `npm run build`: the three pages, made beside those that a server may be serving and put in their place file by file.
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const at = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

/** What pages name goes before the pages: at every moment all that a page in `to` names is there. */
const assetsFirst = (a: string, b: string): number =>
  Number(b.startsWith('assets')) - Number(a.startsWith('assets'));

const publish = (from: string, to: string): void => {
  const files = filesIn(from).sort(assetsFirst);
  for (const file of files) {
    mkdirSync(dirname(join(to, file)), { recursive: true });
    renameSync(join(from, file), join(to, file));
  }
  for (const file of filesIn(to)) if (!files.includes(file)) rmSync(join(to, file));
};

const fresh = at(`dist-${process.pid}`);
try {
  await build({ configFile: at('vite.config.ts'), logLevel: 'warn', build: { outDir: fresh } });
  publish(fresh, at('dist'));
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
