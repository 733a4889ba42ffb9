// What is right, as the shipped document has it, so that players of a test can be right or wrong on purpose.
import type { DocumentBank, Reply } from '@oneliner/shared';

const DOCUMENT_ID = 'python-backend-interview';

export class Answers {
  /** The right options of each text: one text may stand over several questions. */
  readonly #right: ReadonlyMap<string, string[]>;

  private constructor(right: ReadonlyMap<string, string[]>) {
    this.#right = right;
  }

  /** @param port of the server. */
  static async of(port: number): Promise<Answers> {
    const response = await fetch(`http://127.0.0.1:${port}/api/documents/${DOCUMENT_ID}`);
    const reply = (await response.json()) as Reply<DocumentBank>;
    if (!reply.ok) throw new Error(`the shipped document was refused: ${reply.refusal.name}`);
    const byPrompt = Map.groupBy(reply.bank, ({ prompt }) => prompt);
    const rights = [...byPrompt].map(
      ([prompt, all]) => [prompt, all.map(({ body }) => body.options[body.key] ?? '')] as const,
    );
    return new Answers(new Map(rights));
  }

  /** The number of the right one of `options`. */
  rightOf(prompt: string, options: string[]): number {
    const right = options.findIndex((option) => this.#right.get(prompt)?.includes(option));
    if (right < 0) throw new Error(`none of ${options.join(', ')} answers “${prompt}”`);
    return right;
  }
}
