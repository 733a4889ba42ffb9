// UTF-8 that was once read as Mac Roman or Windows-1252 and saved again: found, and undone where it is certain.

export interface Repaired {
  text: string;
  /** How many characters were put right. */
  repairs: number;
  /** Which wrong reading was undone; null when nothing was. */
  readAs: string | null;
}

interface Find {
  at: number;
  length: number;
  character: string;
  /** Such a sequence stands in no sound text; the others (a quote before a letter with an accent) may. */
  isCertain: boolean;
}

const WRONG_READINGS = ['macintosh', 'windows-1252'];
const ENOUGH = 3;
const highBytes = Uint8Array.from({ length: 128 }, (_, at) => 128 + at);
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const byteTables = WRONG_READINGS.map(
  (reading) =>
    new Map([...new TextDecoder(reading).decode(highBytes)].map((letter, at) => [letter, 128 + at])),
);

/** How many bytes a UTF-8 sequence has that begins with this byte; 0 where none does. */
const lengthFrom = (lead: number): number =>
  lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;

function decodeAt(text: string, at: number, table: Map<string, number>): string | null {
  const lead = table.get(text[at] ?? '');
  const length = lead === undefined ? 0 : lengthFrom(lead);
  if (lead === undefined || length === 0) return null;
  const bytes = [lead];
  for (let next = at + 1; next < at + length; next += 1) bytes.push(table.get(text[next] ?? '') ?? 0);
  try {
    return strict.decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

const isUnlikely = (character: string): boolean =>
  /\p{C}/u.test(character) && !/[\u200b-\u200d\ufeff]/.test(character);

/** “d’être” could be an Armenian letter among Latin ones, but is not. */
const standsAmongLatin = (text: string, at: number, length: number): boolean =>
  /[a-z]/i.test(text[at - 1] ?? '') || /[a-z]/i.test(text[at + length] ?? '');

/** “√π” is “ù” read wrongly, but also a root: only among letters is it part of a word. */
const isRoot = (text: string, at: number): boolean =>
  text[at] === '√' && /[π∞∫Ω∂∑∏µ]/.test(text[at + 1] ?? '') && !standsAmongLatin(text, at, 2);

function find(text: string, table: Map<string, number>): Find[] {
  const finds: Find[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) < 128) continue;
    const character = decodeAt(text, at, table);
    if (character === null || isUnlikely(character) || isRoot(text, at)) continue;
    const length = lengthFrom(table.get(text[at] ?? '') ?? 0);
    const isCertain = length > 2 || character < '\u0180';
    if (!isCertain && standsAmongLatin(text, at, length)) continue;
    finds.push({ at, length, character, isCertain });
    at += length - 1;
  }
  return finds;
}

/** Which finds to undo: the certain ones, and all where hardly a character of the text is anything else. */
function toUndo(text: string, finds: Find[]): Find[] {
  const foreign = text.replace(/[^\u0080-\uffff]/g, '').length;
  const covered = finds.reduce((sum, { length }) => sum + length, 0);
  const chosen = covered >= foreign * 0.95 ? finds : finds.filter(({ isCertain }) => isCertain);
  return chosen.length < ENOUGH ? [] : chosen;
}

function undo(text: string, finds: Find[]): string {
  let end = 0;
  const parts: string[] = [];
  for (const { at, length, character } of finds) {
    parts.push(text.slice(end, at), character);
    end = at + length;
  }
  return parts.join('') + text.slice(end);
}

/** Undoes a wrong reading that shows at least three times; sound text comes out as it went in. */
export function repair(text: string): Repaired {
  const candidates = byteTables.map((table) => toUndo(text, find(text, table)));
  const best = candidates.reduce(
    (most, finds, at) => (finds.length > (candidates[most] ?? []).length ? at : most),
    0,
  );
  const finds = candidates[best] ?? [];
  if (finds.length === 0) return { text, repairs: 0, readAs: null };
  return { text: undo(text, finds), repairs: finds.length, readAs: WRONG_READINGS[best] ?? null };
}
