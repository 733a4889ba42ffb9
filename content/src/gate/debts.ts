// The running debt of each trick: what it has gained over chance so far, in the whole bank and in each family.
import { TRICKS } from './tricks.ts';

const FAMILY_WEIGHT = 0.5;

const none = (): number[] => TRICKS.map(() => 0);

export class Debts {
  readonly #bank = none();
  readonly #families = new Map<string, number[]>();

  /** Counts a question in, or with `sign` −1 out again. */
  count(family: string, gains: readonly number[], sign: 1 | -1 = 1): void {
    const own = this.#families.get(family) ?? none();
    this.#families.set(family, own);
    for (const [at, gain] of gains.entries()) {
      this.#bank[at] = (this.#bank[at] ?? 0) + sign * gain;
      own[at] = (own[at] ?? 0) + sign * gain;
    }
  }

  /** How far from chance the bank would be with these gains besides: the sum of squared debts. */
  with(family: string, gains: readonly number[]): number {
    const own = this.#families.get(family);
    let sum = 0;
    for (let at = 0; at < gains.length; at += 1) {
      const gain = gains[at] ?? 0;
      sum += ((this.#bank[at] ?? 0) + gain) ** 2 + FAMILY_WEIGHT * ((own?.[at] ?? 0) + gain) ** 2;
    }
    return sum;
  }
}
