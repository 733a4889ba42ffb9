// Imported before the server itself: what Node.js makes of its files is kept for the next start, which takes half as long.
// Plain JavaScript, since for one file of TypeScript each thread would load the whole of what strips types: 15 MB.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/oneliner'));
