// A thread that may wait for the disk: does one request of the main thread after the other.
import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { toColumns } from './columns.ts';
import type { Database } from './database.ts';
import type { Opened, Reply, Request, Results } from './messages.ts';
import { openDatabase, openForReading } from './open-database.ts';
import type { ThreadOptions } from './thread.ts';

const perform = (database: Database, request: Request): Results[Request['type']] => {
  switch (request.type) {
    case 'commit':
      return database.commit(request.writes);
    case 'probe':
      database.probe();
      return null;
    case 'read':
      return toColumns(database.read(request.code, request.fromSeq, request.limit));
    case 'list':
      return database.list();
    case 'get':
      return database.get(request.key, request.at);
    case 'close':
      database.close();
      return null;
  }
};

const serve = (port: MessagePort, database: Database, letGo: () => void): void => {
  const say = (message: Reply | Opened) => {
    port.postMessage(message);
  };
  port.on('message', (request: Request) => {
    try {
      say({ ok: true, result: perform(database, request) });
    } catch (error) {
      say({ ok: false, why: (error as Error).message });
    }
    if (request.type !== 'close') return;
    letGo();
    port.close();
  });
  say({ ok: true, lastAt: database.lastAt() });
};

if (parentPort) {
  const options = workerData as ThreadOptions;
  const opened = options.access === 'writing' ? openDatabase(options) : openForReading(options);
  if (opened.ok) serve(parentPort, opened.database, opened.letGo);
  else parentPort.postMessage(opened satisfies Opened);
}
