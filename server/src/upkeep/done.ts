// What became of a task of upkeep: whether it was done, and what to say of it.

export interface Done {
  isDone: boolean;
  sentences: string[];
}

export const done = (...sentences: string[]): Done => ({ isDone: true, sentences });
export const notDone = (sentence: string): Done => ({ isDone: false, sentences: [sentence] });
