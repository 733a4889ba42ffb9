// The host's choices for the next quiz while they are being made, and the plan that comes of them.
import { SvelteSet } from 'svelte/reactivity';
import { DEFAULT_QUESTIONS, defaultSettings, LIMITS, readingMs } from '@oneliner/shared';
import type { DocumentBank, Plan, Question, Settings } from '@oneliner/shared';
import { arranged, mostByEntry, repeatsAmong } from './arrangement.ts';

/** What of a draft is worth keeping for the next evening. */
export interface Habits {
  settings: Settings;
  count: number;
}

/** Guesses for the estimate: how much of its time a question takes, and what reveal and leaderboard take, in ms. */
const SHARE_OF_TIME = 0.7;
const UNTIMED_MS = 30_000;
const BETWEEN_MS = 20_000;

export class Draft {
  settings: Settings = $state({ ...defaultSettings });
  /** As many as the host would like; `count` is as many as there are. */
  wanted = $state(DEFAULT_QUESTIONS);
  keepScores = $state(true);
  #bank: DocumentBank | null = $state.raw(null);
  #questions: Question[] = $state.raw([]);
  #hasOwnOrder = $state(false);
  readonly #leftOut = new SvelteSet<string>();

  readonly kept = $derived(this.#questions.filter(({ id }) => !this.#leftOut.has(id)));
  /** As many as one quiz may have. */
  readonly #limit = $derived(Math.min(this.kept.length, LIMITS.questionsPerQuiz));
  /** As many as one quiz can have: a mix that the game draws asks nothing twice. */
  readonly most = $derived(
    this.#hasOwnOrder ? this.#limit : Math.min(this.#limit, this.#bank?.most ?? 0, mostByEntry(this.kept)),
  );
  readonly count = $derived(Math.min(this.wanted, this.most));

  /** Whether the mix cannot have as many questions as there are, and the host wants as many as it can have. */
  readonly isAtMost = $derived(this.most < this.#limit && this.wanted >= this.most);

  /** In the host's own order: which asked question asks the same as an earlier one, by the number of that. */
  readonly repeats = $derived(repeatsAmong(this.#hasOwnOrder ? this.kept.slice(0, this.count) : []));

  constructor(habits: Habits | null) {
    if (!habits) return;
    this.settings = { ...defaultSettings, ...habits.settings };
    this.wanted = habits.count;
  }

  get bank(): DocumentBank | null {
    return this.#bank;
  }

  /** Every question of the document in the host's order, those left out too. */
  get questions(): readonly Question[] {
    return this.#questions;
  }

  /** Whether the first questions are asked as they stand here, rather than a fair mix of all. */
  get hasOwnOrder(): boolean {
    return this.#hasOwnOrder;
  }

  get leftOut(): ReadonlySet<string> {
    return this.#leftOut;
  }

  get habits(): Habits {
    return { settings: { ...this.settings }, count: this.wanted };
  }

  /** Takes a document; `leftOut` are the ids that the host disliked on another evening. */
  choose(bank: DocumentBank, leftOut: readonly string[]): void {
    this.#bank = bank;
    this.#questions = arranged(bank.bank);
    this.#hasOwnOrder = false;
    this.#leftOut.clear();
    for (const { id } of bank.bank) if (leftOut.includes(id)) this.#leftOut.add(id);
  }

  /** Leaves a question out, or takes it in again. */
  toggle(id: string): void {
    if (!this.#leftOut.delete(id)) this.#leftOut.add(id);
  }

  takeAllIn(): void {
    this.#leftOut.clear();
  }

  /** Moves a question to where `to` stands now. The order is the host's own from then on. */
  move(id: string, to: number): void {
    const from = this.#questions.findIndex((question) => question.id === id);
    const question = this.#questions[from];
    const place = Math.max(0, Math.min(to, this.#questions.length - 1));
    if (!question || place === from) return;
    const others = this.#questions.filter((other) => other !== question);
    this.#questions = [...others.slice(0, place), question, ...others.slice(place)];
    this.#hasOwnOrder = true;
    this.settings.shuffle = false;
  }

  /** Lets the game choose again. */
  mixAgain(): void {
    this.#questions = arranged(this.#questions);
    this.#hasOwnOrder = false;
    this.settings.shuffle = true;
  }

  /** The choices as the server takes them; null while there is nothing to ask. */
  get plan(): Plan | null {
    if (!this.#bank || this.count === 0) return null;
    return {
      documentId: this.#bank.id,
      count: this.count,
      // An order names what is asked, so that what is left out need not be named too.
      leftOut: this.#hasOwnOrder ? [] : [...this.#leftOut],
      order: this.#hasOwnOrder ? this.kept.slice(0, LIMITS.questionsPerQuiz).map(({ id }) => id) : [],
      settings: { ...this.settings },
    };
  }

  /** How long the quiz will take, in whole minutes. */
  get minutes(): number {
    const reading = this.kept.reduce((sum, { prompt }) => sum + readingMs(prompt), 0) / this.kept.length;
    const time = this.settings.seconds === null ? UNTIMED_MS : this.settings.seconds * 1000 * SHARE_OF_TIME;
    return Math.max(1, Math.round((this.count * (reading + time + BETWEEN_MS)) / 60_000));
  }
}
