// What a page remembers on this device; where the browser keeps nothing (private, full, forbidden), until it is closed.

/** The part of the browser's Storage that is used. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export class Memory {
  readonly #shelf: Shelf | null;
  readonly #meanwhile = new Map<string, string | null>();

  /** @param open gives the browser's storage; it may throw or have none. */
  constructor(open: () => Shelf | null) {
    try {
      this.#shelf = open();
    } catch {
      this.#shelf = null;
    }
  }

  /** What was kept under this key; null when nothing was. */
  get(key: string): string | null {
    const here = this.#meanwhile.get(key);
    if (here !== undefined) return here;
    try {
      return this.#shelf?.getItem(key) ?? null;
    } catch {
      return null;
    }
  }

  /** Keeps a value under this key; null forgets it. */
  set(key: string, value: string | null): void {
    try {
      if (!this.#shelf) throw new Error('no storage');
      if (value === null) this.#shelf.removeItem(key);
      else this.#shelf.setItem(key, value);
      this.#meanwhile.delete(key);
    } catch {
      this.#meanwhile.set(key, value);
    }
  }
}

export const memory = new Memory(() => globalThis.localStorage ?? null);
