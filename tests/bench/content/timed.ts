// One bank in a process of its own, from the file's bytes to its questions: time and memory. Run with a size or a file.
import { readFileSync } from 'node:fs';
import { makeBank, readBytes } from '@oneliner/content';
import { synthetic } from './synthetic.ts';

const [what = ''] = process.argv.slice(2);
const isSize = /^\d+$/.test(what);
const made = isSize ? synthetic(Number(what)) : '';
const startMs = performance.now();
const before = process.threadCpuUsage();
const read = isSize ? { ok: true as const, text: made } : readBytes(readFileSync(what));
const { questions } = makeBank({ name: 'timed.md', text: read.ok ? read.text : '' });
const { user, system } = process.threadCpuUsage(before);
console.log(
  JSON.stringify({
    ms: performance.now() - startMs,
    cpuMs: (user + system) / 1000,
    startMs,
    megabytes: process.resourceUsage().maxRSS / 1024,
    questions: questions.length,
  }),
);
