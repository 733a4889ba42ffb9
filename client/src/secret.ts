// Secrets that a page makes for itself: 132 random bits in 22 letters of base64url. Works without a secure context.

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const LENGTH = 22;

/** @param fill fills the bytes at random, as `crypto.getRandomValues` does. */
export const makeSecret = (
  fill: (bytes: Uint8Array<ArrayBuffer>) => unknown = (bytes) => crypto.getRandomValues(bytes),
): string => {
  const bytes = new Uint8Array(LENGTH);
  fill(bytes);
  return Array.from(bytes, (byte) => LETTERS[byte & 63]).join('');
};
