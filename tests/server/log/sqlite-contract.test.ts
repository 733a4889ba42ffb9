// The contract on SQLite.
import { describeRoomLog, describeShelf } from './contract.ts';
import type { OpenHome } from './contract.ts';
import { FakeTime } from './fake-time.ts';
import { openHome, scratchFolder } from './sqlite-scratch.ts';

const open: OpenHome = async () => {
  const time = new FakeTime();
  const home = await openHome(scratchFolder(), { time });
  const pass = (ms: number) => {
    time.pass(ms);
    return Promise.resolve();
  };
  return { ...home, pass, close: () => home.log.close() };
};

describeRoomLog('SQLite', open);
describeShelf('SQLite', open);
