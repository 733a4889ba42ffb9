// The thread on which documents are read and questions made, so that a hard document never slows a room.
import { parentPort } from 'node:worker_threads';
import { makeBank, makeQuiz, readBytes } from '@oneliner/content';
import { refused } from '@oneliner/shared';
import type { Question, Reply } from '@oneliner/shared';
import type { ForgedBank, ForgeOrder } from './forge.ts';

type BankOrder = Extract<ForgeOrder, { make: 'bank' }>;

const forgeBank = ({ name, bytes, overrides }: BankOrder): Reply<{ bank: ForgedBank }> => {
  const read = readBytes(bytes);
  if (!read.ok) return read;
  const { title, entries, questions, remarks } = makeBank({ name, text: read.text, overrides });
  if (questions.length === 0) return refused('document-empty');
  return { ok: true, bank: { title, entries, questions, remarks } };
};

const perform = (order: ForgeOrder): Reply<{ bank: ForgedBank } | { questions: Question[] }> =>
  order.make === 'bank' ? forgeBank(order) : { ok: true, questions: makeQuiz(order) };

parentPort?.on('message', (order: ForgeOrder) => parentPort?.postMessage(perform(order)));
