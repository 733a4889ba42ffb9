// Lists of boxes, `- [x]` and `- [ ]`: an author's own question with its options.
import { plain } from './blocks.ts';
import type { List } from './blocks.ts';

export const box = /^\[([ xX])\]\s+/;

export const itemText = ({ blocks: [first] }: List['items'][number]): string =>
  first?.kind === 'paragraph' ? plain(first.runs).replace(/\s+/g, ' ').trim() : '';

/** Whether a list is made of boxes. */
export const isBoxed = (list: List): boolean =>
  list.items.length > 1 && list.items.every((item) => box.test(itemText(item)));

export const isChecked = (text: string): boolean => /^\[[xX]\]/.test(text);
