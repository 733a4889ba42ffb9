// What a key means on the running page: go on, take back, or nothing where it belongs to somebody else; the mouse gives it to nobody.

export type Meaning = 'go' | 'back' | null;

const typing = 'input, textarea, select, [contenteditable]';
/** What Space and Enter press by themselves. */
const pressable = 'button, a[href], summary, label';

/** The meaning of a key that went down; holding it down means nothing more. */
export function meaningOf(event: KeyboardEvent): Meaning {
  if (event.repeat || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(typing) || document.querySelector('dialog[open]')) return null;
  if (event.key === 'ArrowRight') return 'go';
  if (event.key === 'ArrowLeft' || event.key === 'Escape') return 'back';
  if (event.key === ' ' || event.key === 'Enter') return target?.closest(pressable) ? null : 'go';
  return null;
}

/**
 * Takes the focus from what was pressed with mouse or finger: Space would press that again, opening a second screen or
 * unlocking the room, where the host means to go on. Who presses with a key (a click of no `detail`) keeps the place.
 */
export function letGo({ detail }: MouseEvent): void {
  const held = document.activeElement;
  if (detail === 0 || !(held instanceof HTMLElement) || held.closest('dialog')) return;
  if (held.matches(`${pressable}, [type="radio"]`)) held.blur();
}
