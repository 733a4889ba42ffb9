// The thread on which documents are read and questions made, so that a hard document never slows a room.
import { parentPort } from 'node:worker_threads';
import { makeBank, makeQuiz, outlineOf, quizSize, readBytes } from '@oneliner/content';
import type { Outline } from '@oneliner/content';
import { refused } from '@oneliner/shared';
import type { Question, Reply } from '@oneliner/shared';
import type { ForgedBank, ForgeOrder } from './forge.ts';

type Order<M extends ForgeOrder['make']> = Extract<ForgeOrder, { make: M }>;

const outline = ({ name, bytes }: Order<'outline'>): Reply<Outline> => {
  const read = readBytes(bytes);
  return read.ok ? { ok: true, ...outlineOf(name, read.text) } : read;
};

const forgeBank = ({ name, bytes, overrides }: Order<'bank'>): Reply<{ bank: ForgedBank }> => {
  const read = readBytes(bytes);
  if (!read.ok) return read;
  const { title, entries, questions, remarks } = makeBank({ name, text: read.text, overrides });
  if (questions.length === 0) return refused('document-empty');
  return { ok: true, bank: { title, entries, questions, most: quizSize({ questions }), remarks } };
};

const perform = (order: ForgeOrder): Reply<Outline | { bank: ForgedBank } | { questions: Question[] }> => {
  switch (order.make) {
    case 'outline':
      return outline(order);
    case 'bank':
      return forgeBank(order);
    case 'quiz':
      return { ok: true, questions: makeQuiz(order) };
  }
};

parentPort?.on('message', (order: ForgeOrder) => parentPort?.postMessage(perform(order)));
