// The moment in which the one line parts: each bar starts as its piece of the line and moves to its option.
import type { Attachment } from 'svelte/attachments';

const MOVE_MS = 380;

const wantsStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Moves the bar of `option` from its piece of the line above to where it stands. */
export const parting =
  (option: number, of: number): Attachment<HTMLElement> =>
  (bar) => {
    const line = document.querySelector('[data-line]')?.getBoundingClientRect();
    const here = bar.getBoundingClientRect();
    if (!line || here.width === 0 || wantsStillness()) return;
    const width = line.width / of;
    const move = bar.animate(
      [
        {
          transformOrigin: '0 0',
          transform: `translate(${line.left + option * width - here.left}px, ${line.top - here.top}px) scaleX(${width / here.width})`,
        },
        { transformOrigin: '0 0', transform: 'none' },
      ],
      { duration: MOVE_MS, easing: 'cubic-bezier(0.2, 0.8, 0.2, 1)' },
    );
    return () => move.cancel();
  };
