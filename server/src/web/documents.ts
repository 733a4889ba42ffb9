// The documents of this server, those that ship with it and those that hosts dropped in, and quizzes made from them.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LIMITS, refused } from '@oneliner/shared';
import type { DocumentBank, DocumentList, DocumentSummary, Plan, Question, Reply } from '@oneliner/shared';
import type { Forge, ForgedBank } from './forge.ts';
import { createKeptDocuments } from './kept-documents.ts';
import type { KeptDocument } from './kept-documents.ts';
import type { Shelf } from './shelf.ts';

export interface Documents {
  /**
   * Those that ship with the game, before any questions are made of them. Uploads are listed to nobody: whoever knows
   * an id dropped the file.
   */
  list(): Promise<Reply<DocumentList>>;
  /** One document with all its questions. */
  open(id: string): Promise<Reply<DocumentBank>>;
  /** Keeps a document for 30 days, if questions can be made from it. */
  add(name: string, bytes: Uint8Array): Promise<Reply<DocumentBank>>;
  /**
   * The questions of a quiz as the host planned it. `seed` decides their order and the places of their options; facts
   * that were `asked` before come only where nothing else is left.
   */
  prepareQuiz(
    plan: Plan,
    asked: readonly string[],
    seed: string,
  ): Promise<Reply<{ title: string; questions: Question[] }>>;
}

type Forged = Reply<{ bank: ForgedBank }>;
interface File extends KeptDocument {
  /** What stands beside a document that ships with the game, to correct it. */
  overrides?: string | undefined;
}

const BANKS_IN_MEMORY = 32;
/** The document the game was made for stands first, as the one to begin with. */
const FIRST = 'python-backend-interview';

const uploadId = (bytes: Uint8Array): string =>
  `u-${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}`;
const bundledId = (file: string): string => file.slice(0, -'.md'.length).toLowerCase();

/** A file's name without folders and control characters, not longer than a name may be. */
const tidyFileName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{C}/gu, '').trim().slice(0, LIMITS.documentNameLength) ||
  'document.md';

const toDocument = (id: string, { questions, ...bank }: ForgedBank): DocumentBank => ({
  id,
  ...bank,
  bank: questions,
});

const ship = async (folder: string): Promise<Map<string, string>> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md')).sort();
  const ids = files.map((file) => [bundledId(file), file] as const);
  return new Map(ids.sort(([a], [b]) => Number(b === FIRST) - Number(a === FIRST)));
};

/** The text of `<name>.overrides.json` beside `<name>.md`, where there is one. */
const overridesBeside = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path.replace(/\.md$/, '.overrides.json'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

const readShipped = async (folder: string, name: string): Promise<File> => {
  const path = join(folder, name);
  const [bytes, overrides] = await Promise.all([readFile(path), overridesBeside(path)]);
  return { name, bytes, overrides };
};

/** @param options.folder Where the documents that ship with the game lie. */
export const createDocuments = async (options: {
  folder: string;
  shelf: Shelf;
  forge: Forge;
  /** The log's clock. */
  now(): number;
}): Promise<Documents> => {
  const { folder, shelf, forge, now } = options;
  const kept = createKeptDocuments(shelf, now);
  const bundled = await ship(folder);
  const banks = new Map<string, Promise<Forged>>();
  let listed: Promise<Reply<DocumentList>> | null = null;

  const read = async (id: string): Promise<File | null> => {
    const file = bundled.get(id);
    return file === undefined ? kept.get(id) : readShipped(folder, file);
  };

  /** Makes each bank once, however many ask for it; the banks used last stay in memory. */
  const remember = (id: string, make: () => Promise<Forged>): Promise<Forged> => {
    const known = banks.get(id);
    const bank = known ?? make();
    banks.delete(id);
    banks.set(id, bank);
    const forget = () => banks.get(id) === bank && banks.delete(id);
    const forgetOldest = () => {
      for (const oldest of banks.keys()) if (banks.size > BANKS_IN_MEMORY) banks.delete(oldest);
    };
    if (!known) bank.then(({ ok }) => (ok ? forgetOldest() : forget()), forget);
    return bank;
  };

  const bankOf = (id: string): Promise<Forged> =>
    remember(id, async () => {
      const file = await read(id);
      return file ? forge.bank(file.name, file.bytes, file.overrides) : refused('unknown-document');
    });

  const open = async (id: string): Promise<Reply<DocumentBank>> => {
    const forged = await bankOf(id);
    return forged.ok ? { ok: true, ...toDocument(id, forged.bank) } : forged;
  };

  const outline = async ([id, file]: readonly [string, string]): Promise<Reply<DocumentSummary>> => {
    const { name, bytes } = await readShipped(folder, file);
    const outlined = await forge.outline(name, bytes);
    return outlined.ok ? { ...outlined, id } : outlined;
  };

  const listBundled = async (): Promise<Reply<DocumentList>> => {
    const outlines = await Promise.all(Array.from(bundled, outline));
    const busy = outlines.find((one) => !one.ok && one.refusal.name === 'too-many');
    if (busy?.ok === false) return busy;
    const documents = outlines
      .filter((one) => one.ok)
      .filter(({ entries }) => entries > 0)
      .map(({ id, title, entries }) => ({ id, title, entries }));
    return { ok: true, documents };
  };

  return {
    open,
    async list() {
      const list = await (listed ??= listBundled());
      if (!list.ok) listed = null;
      return list;
    },
    async add(typedName, bytes) {
      if (bytes.length > LIMITS.documentBytes)
        return refused({ name: 'document-too-large', bytes: LIMITS.documentBytes });
      const [id, name] = [uploadId(bytes), tidyFileName(typedName)];
      const forged = await remember(id, () => forge.bank(name, bytes));
      if (!forged.ok) return forged;
      const outcome = await kept.put(id, { name, bytes });
      if (outcome === 'kept') return { ok: true, ...toDocument(id, forged.bank) };
      return refused(outcome === 'full' ? 'documents-full' : outcome);
    },
    async prepareQuiz({ documentId, count, leftOut, order, settings }, asked, seed) {
      const forged = await bankOf(documentId);
      if (!forged.ok) return forged;
      const { title, questions } = forged.bank;
      const choices = { count, leftOut, order, shuffle: settings.shuffle, seed, avoid: asked };
      const quiz = await forge.quiz({ questions, ...choices });
      if (!quiz.ok) return quiz;
      if (quiz.questions.length === 0) return refused('no-questions');
      return { ok: true, title, questions: quiz.questions };
    },
  };
};
