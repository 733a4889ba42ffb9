// Reading a long log: whoever keeps it finds the next page while the one before is folded here.
import type { Disk, StoredRange } from './disk.ts';

/** A page of this many entries keeps the thread that parses them for a few ms. */
export const PAGE = 2000;

/** Reads a room's entries from a number on, a page at a time. Behind a full page the next one is asked for at once. */
export const readAhead = (
  disk: Pick<Disk, 'read'>,
  code: string,
): ((from: number) => Promise<StoredRange>) => {
  let ahead: { from: number; page: Promise<StoredRange> } | null = null;
  return async (from) => {
    const reading = ahead?.from === from ? ahead.page : disk.read(code, from, PAGE);
    ahead = null;
    const found = await reading;
    if (found.entries.length < PAGE) return found;
    ahead = { from: from + PAGE, page: disk.read(code, from + PAGE, PAGE) };
    // Whoever asks for it hears that it failed; nobody may ask.
    ahead.page.catch(() => undefined);
    return found;
  };
};
