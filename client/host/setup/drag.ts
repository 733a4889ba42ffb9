// Dragging a row of a list to a gap between two others, by mouse, pen or finger; near the window's edge the page scrolls.

/** What happens during a drag. A gap is the index of the row below it. */
export interface Drag {
  over(gap: number): void;
  dropped(): void;
  /** Called off: by Escape or by the system. */
  cancelled(): void;
}

const EDGE_PX = 110;
const SCROLL_PX = 14;

/** The gap nearest to a height on the screen, among rows that carry `data-row`. */
function gapAt(list: Element, y: number): number {
  const rows = [...list.querySelectorAll('[data-row]')].map((row) => row.getBoundingClientRect());
  const below = rows.findIndex(({ top, height }) => y < top + height / 2);
  return below === -1 ? rows.length : below;
}

function scrollNear(y: number): void {
  if (y < EDGE_PX) window.scrollBy(0, -SCROLL_PX);
  else if (y > window.innerHeight - EDGE_PX) window.scrollBy(0, SCROLL_PX);
}

/** Begins a drag with the pointer that went down on `handle`, inside `list`. */
export function beginDrag(down: PointerEvent, handle: HTMLElement, list: Element, drag: Drag): void {
  let y = down.clientY;
  let frame = requestAnimationFrame(function follow() {
    scrollNear(y);
    drag.over(gapAt(list, y));
    frame = requestAnimationFrame(follow);
  });
  const ended = new AbortController();
  const end = (tell: () => void) => () => {
    cancelAnimationFrame(frame);
    ended.abort();
    tell();
  };
  const { signal } = ended;
  handle.setPointerCapture(down.pointerId);
  handle.addEventListener('pointermove', (move) => (y = move.clientY), { signal });
  handle.addEventListener('pointerup', end(drag.dropped), { signal });
  handle.addEventListener('pointercancel', end(drag.cancelled), { signal });
  const cancel = end(drag.cancelled);
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && cancel(), { signal });
}
