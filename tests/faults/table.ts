// One room of the tests with faults: its host, its phones, and a game that goes on through all of them.
import { Desk } from './desk.ts';
import { Phone } from './phone.ts';
import type { RoomPlan } from './quiz.ts';

export interface Table {
  desk: Desk;
  phones: Phone[];
}

/** Opens a room and seats its phones. */
export const layTable = async (plan: Omit<RoomPlan, 'secret'>, phones: number): Promise<Table> => {
  const desk = await Desk.open(plan);
  const seated = Array.from({ length: phones }, (_, index) => new Phone(plan.origin, `Player ${index + 1}`));
  await Promise.all(seated.map((phone) => phone.join(desk.code)));
  return { desk, phones: seated };
};

/** Plays one question from the lobby to its reveal: everybody answers, and sees what it gave. */
export const playOne = async ({ desk, phones }: Table, option: (phone: number) => number): Promise<void> => {
  await desk.untilPhase('lobby');
  await desk.leave('lobby', 'start');
  const answering = phones.map((phone, index) => phone.answer(1, option(index)));
  while (desk.view?.phase.name !== 'reveal') {
    await desk.untilPhase('announced', 'open', 'reveal');
    await desk.leave('announced', 'skip');
    await desk.untilPhase('announced', 'reveal');
  }
  await Promise.all(answering);
  await Promise.all(phones.map((phone) => phone.until(({ results }) => results.has(1))));
};

export const clear = ({ desk, phones }: Table): void => {
  desk.line.close();
  for (const { line } of phones) line.close();
};
