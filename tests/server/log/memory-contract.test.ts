// The contract on the disk in memory: what other tests build on behaves like the real thing.
import { startClock } from '../../../server/src/log/clock.ts';
import { describeRoomLog, describeShelf } from './contract.ts';
import type { OpenHome } from './contract.ts';
import { FakeTime } from './fake-time.ts';
import { openMemoryHome } from './memory-disk.ts';

const open: OpenHome = () => {
  const time = new FakeTime();
  const home = openMemoryHome(startClock(time, 0));
  const pass = (ms: number) => {
    time.pass(ms);
    return Promise.resolve();
  };
  return Promise.resolve({ ...home, pass, close: () => home.log.close() });
};

describeRoomLog('memory', open);
describeShelf('memory', open);
