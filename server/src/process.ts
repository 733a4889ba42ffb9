// How the process ends: in order on a signal, at once on a second, and never because of one fault.
import { serverWords } from '@oneliner/shared';
import type { Journal } from './journal.ts';
import { Bucket } from './web/throttle.ts';

/** More faults than this in a row are no accident: the process can no longer be trusted and a fresh one is better. */
const FAULTS = { burst: 10, perSecond: 0.1 };

/**
 * Logs what nobody caught and goes on: every room can be read again from its log, so one fault is no reason to send
 * everybody home. A process that faults again and again exits with 1.
 */
export const keepGoing = (journal: Journal): void => {
  const faults = new Bucket(FAULTS, () => performance.now());
  const note = (err: unknown): void => {
    journal.fatal({ err }, 'a fault that nobody caught');
    if (faults.take() > 0) process.exit(1);
  };
  process.on('uncaughtException', note);
  process.on('unhandledRejection', note);
};

/**
 * On SIGINT or SIGTERM, or when the process that started this one is gone: `stop`, then exit. A second signal exits at once.
 * @param farewell the last thing it says
 */
export const stopOnSignals = (stop: () => Promise<void>, farewell: string = serverWords.stopped): void => {
  let isStopping = false;
  const onSignal = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    console.log(serverWords.stopping);
    stop().then(
      () => {
        console.log(farewell);
        process.exit(0);
      },
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  process.once('disconnect', onSignal);
};
