// A device that pages run on: its own clock, which may be wrong and jump, and sleep, in which nothing runs.
import type { Dial } from '../../client/src/transport.ts';
import type { Hours } from '../server/hours.ts';

/** Whether its version would tell that it is old. */
export const isView = (payload: unknown): boolean =>
  typeof payload === 'object' && payload !== null && 'version' in payload;

export class Device {
  readonly #hours: Hours;
  #skew: number;
  #asleepUntil = 0;

  constructor(hours: Hours, skew: number) {
    this.#hours = hours;
    this.#skew = skew;
  }

  now = (): number => this.#hours.now() + this.#skew;

  /** What was called off while the device slept does not run when it wakes, though it was due. */
  after = (ms: number, run: () => void): (() => void) => {
    let isOff = false;
    const callOff = this.#hours.later(ms, () => {
      this.#awake(() => {
        if (!isOff) run();
      });
    });
    return () => {
      isOff = true;
      callOff();
    };
  };

  jump(ms: number): void {
    this.#skew += ms;
  }

  /** Runs nothing for `ms`, then all that was due, and then `woken`. */
  sleep(ms: number, woken: () => void): void {
    this.#asleepUntil = this.#hours.now() + ms;
    this.#hours.later(ms, () => {
      this.#awake(woken);
    });
  }

  /** A line whose words wait while the device sleeps; all but views end when it is let go of. */
  dial =
    (dial: Dial): Dial =>
    ({ opened, closed, heard }) => {
      let isLetGo = false;
      const unlessLetGo = (tell: () => void) => () => {
        this.#awake(() => {
          if (!isLetGo) tell();
        });
      };
      const line = dial({
        opened: unlessLetGo(opened),
        closed: unlessLetGo(closed),
        heard: (event, payload) => {
          this.#awake(() => {
            if (!isLetGo || isView(payload)) heard(event, payload);
          });
        },
      });
      return {
        send: line.send,
        close: () => {
          isLetGo = true;
          line.close();
        },
      };
    };

  #awake(run: () => void): void {
    const wait = this.#asleepUntil - this.#hours.now();
    if (wait > 0)
      this.#hours.later(wait, () => {
        this.#awake(run);
      });
    else run();
  }
}
