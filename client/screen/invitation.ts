// How a phone gets in from here: the address people type, and the link that the QR code carries.
import type { ScreenView } from '@oneliner/shared';

export interface Invitation {
  /** What somebody types, such as `192.168.1.20:3000`: without the scheme where browsers add the same one. */
  address: string;
  /** The room with its key in the fragment, which no server and no log ever sees. */
  link: string;
}

const isThisMachineOnly = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname.startsWith('127.') ||
  hostname === '[::1]' ||
  hostname === '0.0.0.0';

/** As `URL.parse` does, which older browsers lack. */
const parsed = (text: string): URL | null => {
  try {
    return new URL(text);
  } catch {
    return null;
  }
};

/** The way in, or null while the host has chosen no address that another device can reach. */
export const invitationOf = (
  view: Pick<ScreenView, 'code' | 'joinKey' | 'joinOrigin'>,
): Invitation | null => {
  const url = view.joinOrigin === null ? null : parsed(view.joinOrigin);
  if (url === null || isThisMachineOnly(url.hostname)) return null;
  const { origin, host } = url;
  return { address: host, link: `${origin}/${view.code}#k=${view.joinKey}` };
};
