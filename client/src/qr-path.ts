// A QR code as one SVG path, so that it is drawn sharp at any size and in the page's own colours.
import { encode } from 'uqr';

export interface QrPath {
  /** Modules along one side, with the quiet zone that scanners need. */
  size: number;
  /** One rectangle for each run of dark modules in a row. */
  path: string;
}

const QUIET_ZONE = 3;

const runsOf = (row: boolean[], y: number): string => {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x += 1;
    path += `M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`;
  }
  return path;
};

/** Draws `text` with medium error correction: a projector in a dim room is no printed page. */
export const qrPathOf = (text: string): QrPath => {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  return { size, path: data.map(runsOf).join('') };
};
