// What the terminal shows when the server runs: where the host goes, where the phones go, and a QR code for them.
import { serverWords } from '@oneliner/shared';
import type { Here } from '@oneliner/shared';
import { renderUnicodeCompact } from 'uqr';

/** The light squares are drawn and the dark ones left out, so the terminal's own colours must not show through. */
const WHITE_ON_BLACK = '\x1b[97;40m';
const RESET = '\x1b[0m';

const qrCode = (url: string, isTerminal: boolean): string => {
  const lines = renderUnicodeCompact(url, { border: 2 }).split('\n');
  return lines.map((line) => (isTerminal ? `${WHITE_ON_BLACK}${line}${RESET}` : line)).join('\n');
};

/**
 * @param local the origin on this machine
 * @param isTerminal whether colours mean something where this is shown
 * @param stopHint how it ends, and what becomes of the rooms
 */
export const welcome = (
  local: string,
  { origins, fixed }: Here,
  isTerminal: boolean,
  stopHint: string = serverWords.stopHint,
): string => {
  const [first] = origins;
  const host = fixed && first !== undefined ? first : local;
  const phones =
    first === undefined
      ? [serverWords.noNetwork]
      : [
          `${serverWords.playThere}:`,
          ...origins.map((origin) => `  ${origin}`),
          '',
          qrCode(first, isTerminal),
        ];
  return ['', `${serverWords.hostHere}:`, `  ${host}/host`, '', ...phones, '', stopHint, ''].join('\n');
};
