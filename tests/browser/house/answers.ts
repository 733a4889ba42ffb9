// What is right, as the shipped document has it, so that players of a test can be right or wrong on purpose.
import { readFile } from 'node:fs/promises';
import type { DocumentBank, Question, Reply } from '@oneliner/shared';

const DOCUMENT_ID = 'python-backend-interview';

const FILE = new URL(`../../../content/documents/${DOCUMENT_ID}.md`, import.meta.url);

async function bankOf(response: Response): Promise<Question[]> {
  const reply = (await response.json()) as Reply<DocumentBank>;
  if (!reply.ok) throw new Error(`the document was refused: ${reply.refusal.name}`);
  return reply.bank;
}

export class Answers {
  /** The right options of each text: one text may stand over several questions. */
  readonly #right: ReadonlyMap<string, string[]>;

  private constructor(right: ReadonlyMap<string, string[]>) {
    this.#right = right;
  }

  /** @param port of the server. */
  static async of(port: number): Promise<Answers> {
    const origin = `http://127.0.0.1:${port}`;
    // The same file dropped by a host is a document of its own: the overrides beside the shipped one do not touch it.
    const dropped = {
      method: 'POST',
      headers: { origin, 'content-type': 'text/markdown' },
      body: await readFile(FILE),
    };
    const banks = await Promise.all([
      bankOf(await fetch(`${origin}/api/documents/${DOCUMENT_ID}`)),
      bankOf(await fetch(`${origin}/api/documents?name=${DOCUMENT_ID}.md`, dropped)),
    ]);
    const byPrompt = Map.groupBy(banks.flat(), ({ prompt }) => prompt);
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
