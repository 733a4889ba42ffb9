// Opening a room: the quiz that the host planned, on the table of a room that belongs to the host's secret.
import type { OpenRoom, OpenedRoom, Reply } from '@oneliner/shared';
import type { Journal } from '../journal.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { Documents } from './documents.ts';
import { hashSecret, newKey, newSeed } from './secrets.ts';

export const createOpenRoom =
  (rooms: Rooms, documents: Documents, journal: Journal) =>
  async ({ secret, plan }: OpenRoom): Promise<Reply<OpenedRoom>> => {
    const quiz = await documents.prepareQuiz(plan, [], newSeed());
    if (!quiz.ok) return quiz;
    const { title, questions } = quiz;
    const opened = await rooms.create(
      { hostHash: hashSecret(secret), joinKey: newKey() },
      { type: 'prepare', title, questions, settings: plan.settings, keepScores: false },
    );
    if (opened.ok) journal.info({ room: opened.code, questions: questions.length }, 'a room is open');
    return opened;
  };
