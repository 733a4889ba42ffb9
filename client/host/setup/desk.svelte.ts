// The documents on the host's desk: those of the server, those the host brought, and the one that is chosen.
import { hostWords, LIMITS, refusalSentence } from '@oneliner/shared';
import type { DocumentBank, DocumentSummary } from '@oneliner/shared';
import * as remembered from '../remembered.ts';
import { whatWentWrong } from '../server.ts';
import type { Server } from '../server.ts';
import { Draft } from './draft.svelte.ts';

const words = hostWords.setUp;

export class Desk {
  readonly draft = new Draft(remembered.habits());
  readonly #server: Server;
  #shipped: DocumentSummary[] = $state.raw([]);
  #own: DocumentSummary[] = $state.raw(remembered.ownDocuments());
  #chosen: string | null = $state(null);
  #busy: string | null = $state(words.loadingDocuments);
  #problem: string | null = $state(null);
  #news = $state('');
  /** Rises with each choice, so that a slow answer to an older one is dropped. */
  #choices = 0;

  constructor(server: Server) {
    this.#server = server;
  }

  get shipped(): readonly DocumentSummary[] {
    return this.#shipped;
  }

  /** What the host brought. */
  get own(): readonly DocumentSummary[] {
    return this.#own;
  }

  get chosen(): string | null {
    return this.#chosen;
  }

  /** What is going on, as a sentence; null when nothing is. */
  get busy(): string | null {
    return this.#busy;
  }

  /** What went wrong last, as a sentence; the desk is as it was before. */
  get problem(): string | null {
    return this.#problem;
  }

  /** What was done last, for who cannot see it. */
  get news(): string {
    return this.#news;
  }

  /** Fetches the documents and puts the last one used, or the first, on the desk. */
  async load(): Promise<void> {
    this.#problem = null;
    this.#busy = words.loadingDocuments;
    const choices = this.#choices;
    const answer = await this.#server.documents();
    if (answer?.ok) this.#shipped = answer.documents;
    // A file that was dropped meanwhile is what the host wants.
    if (choices !== this.#choices) return;
    this.#busy = null;
    if (!answer?.ok) {
      this.#problem = whatWentWrong(answer);
      return;
    }
    const all = [...this.#shipped, ...this.#own].map(({ id }) => id);
    const last = remembered.lastDocument();
    const first = last !== null && all.includes(last) ? last : all[0];
    if (first !== undefined) await this.choose(first);
  }

  async choose(id: string): Promise<void> {
    await this.#take(words.loadingQuestions, () => this.#server.document(id), id);
  }

  /** Makes questions of the file that was dropped or chosen. */
  async bring(files: readonly File[]): Promise<void> {
    const [file, another] = files;
    if (!file) this.#problem = words.noFile;
    else if (another) this.#problem = words.severalFiles;
    else if (file.size > LIMITS.documentBytes)
      this.#problem = refusalSentence({ name: 'document-too-large', bytes: LIMITS.documentBytes });
    else await this.#take(words.reading(file.name), () => this.#server.bring(file));
  }

  /** Keeps what the host would like to find again on another evening. */
  remember(): void {
    const { bank, leftOut, habits } = this.draft;
    remembered.rememberHabits(habits);
    if (bank) remembered.rememberDislikes(bank.id, [...leftOut]);
  }

  async #take(busy: string, fetchBank: () => ReturnType<Server['document']>, id?: string): Promise<void> {
    const choice = (this.#choices += 1);
    const before = this.#chosen;
    this.#problem = null;
    this.#busy = busy;
    if (id !== undefined) this.#chosen = id;
    const answer = await fetchBank();
    if (choice !== this.#choices) return;
    this.#busy = null;
    if (answer?.ok) return this.#put(answer, id === undefined);
    this.#chosen = before;
    this.#problem = whatWentWrong(answer);
    if (id !== undefined && answer?.refusal.name === 'unknown-document') this.#forget(id);
  }

  #put(bank: DocumentBank, isBrought: boolean): void {
    if (isBrought) remembered.rememberDocument(bank);
    this.#own = remembered.ownDocuments();
    this.#chosen = bank.id;
    remembered.rememberLastDocument(bank.id);
    this.draft.choose(bank, remembered.dislikes(bank.id));
    this.#news = words.read(bank.title, bank.bank.length);
  }

  #forget(id: string): void {
    remembered.forgetDocument(id);
    this.#own = remembered.ownDocuments();
  }
}
