// `npm run build`: the three pages, made beside those that a server may be serving and put in their place file by file.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const at = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

const isAsset = (file: string): boolean => file.startsWith('assets');

/**
 * What pages name goes before the pages, and of the same name has the same content, so that it stays where it is: at
 * every moment all that a page in `to` names is there.
 */
const publish = (from: string, to: string): void => {
  const files = filesIn(from).sort((a, b) => Number(isAsset(b)) - Number(isAsset(a)));
  for (const file of files) {
    if (isAsset(file) && existsSync(join(to, file))) continue;
    mkdirSync(dirname(join(to, file)), { recursive: true });
    renameSync(join(from, file), join(to, file));
  }
  for (const file of filesIn(to)) if (!files.includes(file)) rmSync(join(to, file));
};

// Whoever builds, a test too, gets the pages that people get; the build's own parts look when they are loaded.
process.env['NODE_ENV'] = 'production';
// The names of styles come from where a file lies, as seen from here.
process.chdir(at('.'));
const { build } = await import('vite');
const fresh = at(`dist-${process.pid}`);
try {
  await build({ configFile: at('vite.config.ts'), logLevel: 'warn', build: { outDir: fresh } });
  publish(fresh, at('dist'));
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
