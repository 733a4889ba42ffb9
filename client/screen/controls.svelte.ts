// The screen's three switches and their keys: M for sound, F for full screen, L for light and dark.
import { memory } from '../src/storage.ts';
import type { Sounds } from './sounds.svelte.ts';
import type { Controls } from './state.ts';

const KEPT_AS = 'screen-theme';

export class ScreenControls implements Controls {
  readonly #sounds: Sounds;
  #theme = $state<'dark' | 'light'>(memory.get(KEPT_AS) === 'light' ? 'light' : 'dark');

  /** Dark unless this browser was told otherwise: a projector in a dim room. */
  constructor(sounds: Sounds) {
    this.#sounds = sounds;
    document.documentElement.dataset['theme'] = this.#theme;
  }

  get sound(): 'on' | 'off' | 'blocked' {
    return this.#sounds.state;
  }

  get theme(): 'dark' | 'light' {
    return this.#theme;
  }

  toggleSound(): void {
    this.#sounds.toggle();
  }

  toggleTheme(): void {
    this.#theme = this.#theme === 'dark' ? 'light' : 'dark';
    memory.set(KEPT_AS, this.#theme);
    document.documentElement.dataset['theme'] = this.#theme;
  }

  /** Where the browser forbids it, nothing happens: the page is as good in its window. */
  toggleFullScreen(): void {
    const change = document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen();
    change.catch(() => {});
  }

  /** Answers a key, unless somebody types, presses a button or means a shortcut of the browser. */
  pressed(event: KeyboardEvent): void {
    const isElsewhere = event.target instanceof HTMLInputElement || event.target instanceof HTMLButtonElement;
    if (isElsewhere || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const key = event.key.toLowerCase();
    if (key === 'm') this.toggleSound();
    if (key === 'f') this.toggleFullScreen();
    if (key === 'l') this.toggleTheme();
    this.#sounds.unlock();
  }
}
