// One bank in a process of its own: how long it took and how much memory it had at its peak. Run with a size or a file.
import { readFileSync } from 'node:fs';
import { makeBank } from '@oneliner/content';
import { synthetic } from './synthetic.ts';

const [what = ''] = process.argv.slice(2);
const text = /^\d+$/.test(what) ? synthetic(Number(what)) : readFileSync(what, 'utf8');
const start = performance.now();
const { questions } = makeBank({ name: 'timed.md', text });
const ms = Math.round(performance.now() - start);
const cpu = Math.round(process.cpuUsage().user / 1000);
console.log(
  JSON.stringify({
    ms,
    cpu,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    questions: questions.length,
  }),
);
