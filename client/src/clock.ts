// The room's clock as seen from here: an offset to this device's clock, measured by messages there and back.

interface Sample {
  roundTrip: number;
  offset: number;
}

const SAMPLES = 8;

export class RoomClock {
  readonly #here: () => number;
  #samples: Sample[] = [];
  #offset = 0;

  /** @param here this device's clock in ms. */
  constructor(here: () => number) {
    this.#here = here;
  }

  /** The room's time in ms; this device's own until the first measurement. */
  now(): number {
    return this.#here() + this.#offset;
  }

  /** This device's time in ms, to stamp the sending of a measurement. */
  here(): number {
    return this.#here();
  }

  /**
   * Takes in one measurement. The shortest way there and back among the last few wins: its error is at
   * most half of it (Cristian's algorithm).
   * @param sentAt when it left, by this device's clock.
   * @param roomNow what the room's clock said on the other side.
   */
  measured(sentAt: number, roomNow: number): void {
    const receivedAt = this.#here();
    const sample = { roundTrip: receivedAt - sentAt, offset: roomNow - (sentAt + receivedAt) / 2 };
    this.#samples = [...this.#samples.slice(1 - SAMPLES), sample];
    const best = this.#samples.reduce((a, b) => (b.roundTrip < a.roundTrip ? b : a));
    this.#offset = best.offset;
  }

  /** Forgets the measurements, as another server or a jump of this clock may lie between; the offset stays until the next. */
  forget(): void {
    this.#samples = [];
  }
}
