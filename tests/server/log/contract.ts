// The contract of log and shelf: one suite for every home they have, in a database, over a network or in memory.
import { describe } from 'vitest';
import { describeEnding } from './contract/ending.ts';
import { describeFollowing } from './contract/following.ts';
import { freshHome } from './contract/home.ts';
import type { OpenHome } from './contract/home.ts';
import { describeKeeping } from './contract/keeping.ts';
import { describeNumbering } from './contract/numbering.ts';

export type { HomeUnderTest, OpenHome } from './contract/home.ts';
export { describeShelf } from './contract/shelf.ts';

export const describeRoomLog = (name: string, open: OpenHome): void => {
  describe(`the room log in ${name}`, () => {
    const home = freshHome(open);
    describeNumbering(home);
    describeFollowing(home);
    describeKeeping(home);
    describeEnding(home);
  });
};
