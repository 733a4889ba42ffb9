// From the bytes of a file to its text, or the reason why it is none.
import { LIMITS, refused } from '@oneliner/shared';
import type { Reply } from '@oneliner/shared';

/** Control characters that no text has; tab, line feed, form feed, carriage return and escape may stand in one. */
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    // An old editor on Windows saves one byte a letter; anything goes there, so the controls decide.
    return encodingOf(bytes) === 'utf-8' ? new TextDecoder('windows-1252').decode(bytes) : null;
  }
}

/**
 * The text of a document's bytes: UTF-8, UTF-16 with its mark, or Windows-1252.
 * Refuses more than 1 MB (`document-too-large`) and what is no text (`document-not-text`).
 */
export function readBytes(bytes: Uint8Array): Reply<{ text: string }> {
  if (bytes.length > LIMITS.documentBytes)
    return refused({ name: 'document-too-large', bytes: LIMITS.documentBytes });
  const text = decoded(bytes);
  if (text === null || controls.test(text)) return refused('document-not-text');
  return { ok: true, text };
}
