// Making a data folder. Node's own `recursive` is not used: where the system has no folder to give, as in /proc, it tries for ever.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes a folder with those it lies in, where they are missing; throws the system's error where that cannot be. */
export const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another server may have made it in the same moment.
    if (!existsSync(folder)) throw error;
  }
};
