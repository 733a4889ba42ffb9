// The package names a file of types that it does not ship.
declare module 'unicode-confusables' {
  /** The text with each character replaced by the one it can be taken for, after Unicode's UTS 39. */
  export function rectifyConfusion(text: string): string;
}
