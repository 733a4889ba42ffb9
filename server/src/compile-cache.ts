// Imported before the server itself: what Node.js makes of its files is kept for the next start, which takes half as long.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { paths } from './paths.ts';

enableCompileCache(join(paths.root, 'node_modules/.cache/oneliner'));
