// What this page's own address says: which room to show, and the key that pairs the screen at once.
import { isCode, tidyCode } from '@oneliner/shared';

export interface ScreenAddress {
  /** null where the address names no room: the page asks for the code. */
  code: string | null;
  /** From the fragment `#k=KEY`, which works once. */
  key: string | null;
}

/** Reads `/screen/CODE#k=KEY`, as the host's page opens it, or `/screen` as somebody types it. */
export const screenAddress = ({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>): ScreenAddress => {
  const code = tidyCode((pathname.split('/')[2] ?? '').replaceAll('%20', ' '));
  return { code: isCode(code) ? code : null, key: new URLSearchParams(hash.slice(1)).get('k') };
};

export const pathOf = (code: string): string => `/screen/${code}`;
