// Hosting can be kept to those who know a password: compared in constant time, and guessed as slowly as a room's code.
import { createHash, timingSafeEqual } from 'node:crypto';
import { refused } from '@oneliner/shared';
import type { Reply } from '@oneliner/shared';
import type { CodeGuard } from './code-guard.ts';

/** Whether who calls from `address` may host, by the contract's header as it came. */
export type MayHost = (address: string, shown: string | undefined) => Promise<Reply>;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The password as it was typed: a header carries it percent-encoded. */
const decoded = (shown: string): string => {
  try {
    return decodeURIComponent(shown);
  } catch {
    return shown;
  }
};

/** @param password null lets everybody host. @param guard lets one wrong password a second through. */
export const createMayHost = (password: string | null, guard: CodeGuard): MayHost => {
  if (password === null) return () => Promise.resolve({ ok: true });
  const right = digest(password);
  return async (address, shown) => {
    if (shown === undefined) return refused('password-needed');
    const isRight = timingSafeEqual(digest(decoded(shown)), right);
    const passed = await guard.pass(address, () => Promise.resolve(isRight || null));
    if (passed === 'full') return refused({ name: 'too-many', seconds: 5 });
    return passed ? { ok: true } : refused('password-needed');
  };
};
