// What the screen page knows, as one value: what there is to draw, and what its few buttons do.
import type { Refusal, ScreenView } from '@oneliner/shared';
import type { LineState } from '../src/connection.ts';

/** Notices after which this page shows nothing of the room until somebody acts. */
export type Farewell = 'unpaired' | 'room-closed';

export type ScreenState =
  | { show: 'ask'; refusal: Refusal | null }
  | { show: 'finding'; line: LineState }
  | { show: 'pairing'; word: string; line: LineState }
  | { show: 'room'; view: ScreenView; line: LineState }
  | { show: 'farewell'; why: Farewell };

export interface ScreenActions {
  /** Shows the room with this code. */
  enter(code: string): void;
  /** Takes the role up again after a farewell. */
  again(): void;
  /** Back to asking for a code. */
  leave(): void;
}

/** How the page sounds and looks, and the way to change it. */
export interface Controls {
  /** `blocked`: on, but the browser waits for a first click or key. */
  readonly sound: 'on' | 'off' | 'blocked';
  readonly theme: 'dark' | 'light';
  toggleSound(): void;
  toggleTheme(): void;
  toggleFullScreen(): void;
}
