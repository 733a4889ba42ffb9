// What a page remembers on this device; where the browser keeps nothing (private, full, forbidden), until it is closed.

/** The part of the browser's Storage that is used. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export class Memory {
  readonly #open: () => Shelf | null;
  readonly #meanwhile = new Map<string, string | null>();

  /** @param open gives the browser's storage; it may throw or have none. */
  constructor(open: () => Shelf | null) {
    this.#open = open;
  }

  /** What was kept under this key; null when nothing was. */
  get(key: string): string | null {
    const here = this.#meanwhile.get(key);
    if (here !== undefined) return here;
    try {
      return this.#open()?.getItem(key) ?? null;
    } catch {
      return null;
    }
  }

  /** Keeps a value under this key; null forgets it. */
  set(key: string, value: string | null): void {
    try {
      const shelf = this.#open();
      if (!shelf) throw new Error('no storage');
      if (value === null) shelf.removeItem(key);
      else shelf.setItem(key, value);
      this.#meanwhile.delete(key);
    } catch {
      this.#meanwhile.set(key, value);
    }
  }
}

export const memory = new Memory(() => globalThis.localStorage ?? null);
