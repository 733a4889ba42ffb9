// A log whose appends are timed, whatever home it has.
import type { Appended, RoomLog } from '../log/room-log.ts';
import type { Meter } from './meter.ts';

/** The same log; `appended` is told of every entry that was committed through it. */
export const timedLog = (log: RoomLog, { appended }: Pick<Meter, 'appended'>): RoomLog => {
  const timed = async <A extends Appended | null>(append: Promise<A>): Promise<A> => {
    const begun = performance.now();
    const done = await append;
    if (done?.ok) appended((performance.now() - begun) / 1000);
    return done;
  };
  return {
    mayForget: log.mayForget,
    now: () => log.now(),
    create: (...entry) => timed(log.create(...entry)),
    append: (...entry) => timed(log.append(...entry)),
    follow: (...from) => log.follow(...from),
    catchUp: (code) => log.catchUp(code),
    list: () => log.list(),
    expire: (before) => log.expire(before),
    isWritable: () => log.isWritable(),
    lagMs: () => log.lagMs(),
    close: () => log.close(),
  };
};
