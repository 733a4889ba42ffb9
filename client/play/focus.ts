// Puts the focus on what is new on the page, so that a screen reader reads it and a keyboard goes on from there.

/** For a heading with `tabindex="-1"`, or the one field of a form. */
export const focusHere = (node: HTMLElement): void => node.focus({ preventScroll: true });
