// What the address of this page says: the room, and in its fragment a key that never reaches a server's log.
import { isCode, tidyCode } from '@oneliner/shared';

export interface Address {
  code: string | null;
  /** Gets a phone in without guessing the code; from the QR of the screen. */
  joinKey: string | null;
  /** Takes over a seat, once; from the QR that the host shows for it. */
  seatKey: string | null;
}

const KEY = /^[A-Za-z0-9_-]{22,64}$/;

/** Reads `/CODE#k=KEY` or `/CODE#seat=KEY`; what does not fit is taken as not there. */
export const readAddress = (path: string, fragment: string): Address => {
  const code = tidyCode(path.split('/')[1] ?? '');
  const keys = new URLSearchParams(fragment.replace(/^#/, ''));
  const key = (name: string): string | null => {
    const found = keys.get(name);
    return found !== null && KEY.test(found) ? found : null;
  };
  return { code: isCode(code) ? code : null, joinKey: key('k'), seatKey: key('seat') };
};
