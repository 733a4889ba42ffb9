// A home that the contract is tried on, and how each test gets a fresh one.
import { afterEach, beforeEach } from 'vitest';
import type { RoomLog } from '../../../../server/src/log/room-log.ts';
import type { Shelf } from '../../../../server/src/log/shelf.ts';

export interface HomeUnderTest {
  log: RoomLog;
  shelf: Shelf;
  /** Lets this much time pass on the log's clock. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

export type OpenHome = () => Promise<HomeUnderTest>;

/** Opens a home for each test of the present `describe`; the returned function gives it. */
export const freshHome = (open: OpenHome): (() => HomeUnderTest) => {
  let home: HomeUnderTest;
  beforeEach(async () => {
    home = await open();
  });
  afterEach(() => home.close());
  return () => home;
};
