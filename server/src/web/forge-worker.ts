// The thread on which documents are read and questions made, so that a hard document never slows a room.
import { parentPort } from 'node:worker_threads';
import { makeBank, makeQuiz, readBytes } from '@oneliner/content';
import type { Bank } from '@oneliner/content';
import { refused } from '@oneliner/shared';
import type { Question, Reply } from '@oneliner/shared';
import type { ForgeOrder } from './forge.ts';

const forgeBank = (name: string, bytes: Uint8Array): Reply<{ bank: Bank }> => {
  const read = readBytes(bytes);
  if (!read.ok) return read;
  const bank = makeBank({ name, text: read.text });
  return bank.questions.length === 0 ? refused('document-empty') : { ok: true, bank };
};

const perform = (order: ForgeOrder): Reply<{ bank: Bank } | { questions: Question[] }> =>
  order.make === 'bank' ? forgeBank(order.name, order.bytes) : { ok: true, questions: makeQuiz(order) };

parentPort?.on('message', (order: ForgeOrder) => parentPort?.postMessage(perform(order)));
