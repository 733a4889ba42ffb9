// Time that stands still until it is told to pass; timers fire in order, and what each sets off is done before the next.

interface Timer {
  at: number;
  /** Of two at the same moment the one armed first fires first. */
  order: number;
  /** null once it is called off. */
  action: (() => void) | null;
}

const isBefore = (a: Timer, b: Timer): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** Timers run in one turn of Node's loop, each in a macrotask of its own: far cheaper than a turn for each. */
const TURNS_AT_ONCE = 64;

export class Hours {
  #now = 1_000_000;
  #armed = 0;
  /** A heap: every timer fires before the two at 2i + 1 and 2i + 2. */
  readonly #heap: Timer[] = [];

  now = (): number => this.#now;

  later = (ms: number, action: () => void): (() => void) => {
    this.#armed += 1;
    const timer: Timer = { at: this.#now + ms, order: this.#armed, action };
    this.#push(timer);
    return () => {
      timer.action = null;
    };
  };

  /** Lets `ms` pass. Rejects with what a timer throws. */
  pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    return new Promise((resolve, reject) => {
      let isOver = false;
      const turn = (): void => {
        if (isOver) return;
        try {
          isOver = !this.#fireNext(until);
          if (isOver) resolve();
        } catch (error) {
          isOver = true;
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      const turns = (): void => {
        for (let i = 0; i < TURNS_AT_ONCE; i += 1) setImmediate(turn);
        setImmediate(() => {
          if (!isOver) turns();
        });
      };
      turns();
    });
  }

  /** Fires the next timer up to `until`; false when there is none, and it is `until` now. */
  #fireNext(until: number): boolean {
    for (let next = this.#heap[0]; next && next.at <= until; next = this.#heap[0]) {
      this.#pop();
      if (!next.action) continue;
      this.#now = Math.max(this.#now, next.at);
      next.action();
      return true;
    }
    this.#now = until;
    return false;
  }

  #push(timer: Timer): void {
    const heap = this.#heap;
    let at = heap.length;
    for (let up = (at - 1) >> 1; at > 0 && isBefore(timer, heap[up] as Timer); up = (at - 1) >> 1) {
      heap[at] = heap[up] as Timer;
      at = up;
    }
    heap[at] = timer;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      const right = heap[child + 1];
      if (right && isBefore(right, heap[child] as Timer)) child += 1;
      if (!isBefore(heap[child] as Timer, last)) break;
      heap[at] = heap[child] as Timer;
      at = child;
    }
    heap[at] = last;
  }
}
