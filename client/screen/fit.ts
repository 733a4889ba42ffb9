// Makes text as large as its box allows, by measuring: sets `--fit` on an element, for its font-size to follow.
import type { Attachment } from 'svelte/attachments';

export interface FitRange {
  /** In rem; nothing on the screen is smaller than 1.5. */
  largest: number;
  smallest: number;
  /** The boxes that must hold their text, as a selector below the element; the element itself when left out. */
  boxes?: string;
  /** Told when even the smallest size is too large. */
  overflowed?: (node: HTMLElement) => void;
}

const STEPS = 7;

const holdsItsText = (box: Element): boolean =>
  box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1;

/** Sets the largest size that fits, by halving the range; the smallest where none does. */
const settle = (node: HTMLElement, { largest, smallest, boxes, overflowed }: FitRange): void => {
  const measured = boxes === undefined ? [node] : [...node.querySelectorAll(boxes)];
  const fits = (size: number) => {
    node.style.setProperty('--fit', `${size}rem`);
    return measured.every(holdsItsText);
  };
  node.style.overflowWrap = 'normal';
  let low = smallest;
  let high = largest;
  if (fits(largest)) low = largest;
  for (let step = 0; step < STEPS && low < high; step += 1) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  if (fits(low)) return;
  // Words are broken where nothing else is left, never to make the rest larger.
  node.style.overflowWrap = 'anywhere';
  overflowed?.(node);
};

/** Fits at once, and again whenever the box, the text or the typeface changes. */
export const fit =
  (range: FitRange): Attachment<HTMLElement> =>
  (node) => {
    const again = () => settle(node, range);
    const size = new ResizeObserver(again);
    const text = new MutationObserver(again);
    size.observe(node);
    text.observe(node, { childList: true, characterData: true, subtree: true });
    document.fonts.addEventListener('loadingdone', again);
    again();
    return () => {
      size.disconnect();
      text.disconnect();
      document.fonts.removeEventListener('loadingdone', again);
    };
  };

/** How many of an element's children, from the first, lie wholly within its height; it must be positioned. */
export const childrenThatFit = (node: HTMLElement): number => {
  const children = [...node.children].filter((child) => child instanceof HTMLElement);
  const cut = children.findIndex((child) => child.offsetTop + child.offsetHeight > node.clientHeight + 1);
  return cut === -1 ? children.length : cut;
};
