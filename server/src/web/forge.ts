// Has questions made on a thread of its own: the server's door to the content package.
import type { Bank, Outline, QuizRequest } from '@oneliner/content';
import { refused } from '@oneliner/shared';
import type { Question, Reply } from '@oneliner/shared';
import { createWorkerQueue } from './worker-queue.ts';
import type { Outcome } from './worker-queue.ts';

/** What the server keeps of a bank: what was rejected, and why, is for authors. */
export interface ForgedBank extends Omit<Bank, 'rejected'> {
  /** How many of its questions fit into one fair mix. */
  most: number;
}

/** What the thread can be asked for. */
export type ForgeOrder =
  | { make: 'outline'; name: string; bytes: Uint8Array }
  | { make: 'bank'; name: string; bytes: Uint8Array; overrides?: string | undefined }
  | ({ make: 'quiz' } & QuizRequest);

export interface Forge {
  /** What a document is at first sight, in a small part of the time; refuses what is no text or too much work. */
  outline(name: string, bytes: Uint8Array): Promise<Reply<Outline>>;
  /**
   * All questions of a document; refuses what is no text, has no questions in it or is too much work.
   * @param overrides The text of its overrides, where some stand beside it.
   */
  bank(name: string, bytes: Uint8Array, overrides?: string): Promise<Reply<{ bank: ForgedBank }>>;
  /** The questions of one quiz, in order; empty when the host's choices leave none. */
  quiz(request: QuizRequest): Promise<Reply<{ questions: Question[] }>>;
  close(): Promise<void>;
}

/** How long somebody should wait before they try a busy forge again. */
const BUSY_SECONDS = 10;

const unless = <T extends object>(outcome: Outcome): Reply<T> => {
  if (outcome.done) return outcome.result as Reply<T>;
  if (outcome.why === 'too-heavy') return refused('document-too-heavy');
  return refused({ name: 'too-many', seconds: BUSY_SECONDS });
};

/** @param script The thread's script; tests put a slow or greedy one in its place. */
export const createForge = (
  script = new URL('./forge-worker.ts', import.meta.url),
  limits = { timeLimitMs: 10_000, memoryMb: 512, idleLimitMs: 20_000, places: 32 },
): Forge => {
  const queue = createWorkerQueue({ script, ...limits });
  const order = (order: ForgeOrder) => queue.run(order);
  return {
    outline: async (name, bytes) => unless(await order({ make: 'outline', name, bytes })),
    bank: async (name, bytes, overrides) => unless(await order({ make: 'bank', name, bytes, overrides })),
    quiz: async (request) => unless(await order({ make: 'quiz', ...request })),
    close: () => queue.close(),
  };
};
