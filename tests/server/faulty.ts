// A process that faults as often as it is told, and says when it has outlived that.
import { createJournal } from '../../server/src/journal.ts';
import { keepGoing } from '../../server/src/process.ts';

keepGoing(createJournal('info'));
const faults = Number(process.argv[2]);
for (let fault = 0; fault < faults; fault += 1) {
  if (fault % 2 === 0) void Promise.reject(new Error('a promise that nobody awaits'));
  else
    setImmediate(() => {
      throw new Error('an error that nobody catches');
    });
}
setTimeout(() => {
  console.log('still here');
}, 50);
