// A forge that never comes to an end with some documents.
import { parentPort } from 'node:worker_threads';

parentPort?.on('message', ({ name }: { name: string }) => {
  while (name === 'hang.md');
  const bank = { title: name, entries: 1, questions: [], most: 0, remarks: [] };
  parentPort?.postMessage({ ok: true, bank });
});
