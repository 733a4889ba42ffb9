// Places that are taken for as long as something is held open: so many for each caller, and so many for all together.

export class Places {
  readonly #each: number;
  readonly #overall: number;
  readonly #taken = new Map<string, number>();
  #all = 0;

  constructor(each: number, overall: number) {
    this.#each = each;
    this.#overall = overall;
  }

  /** Takes a place for `key`, to be given back once; false when there is none, for it or for anybody. */
  take(key: string): boolean {
    if (this.#all >= this.#overall || (this.#taken.get(key) ?? 0) >= this.#each) return false;
    this.#add(key, 1);
    return true;
  }

  giveBack(key: string): void {
    this.#add(key, -1);
  }

  #add(key: string, places: 1 | -1): void {
    const held = (this.#taken.get(key) ?? 0) + places;
    if (held === 0) this.#taken.delete(key);
    else this.#taken.set(key, held);
    this.#all += places;
  }
}
