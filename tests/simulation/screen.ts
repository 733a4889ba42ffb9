// A big screen: gets in by a key or by the word it shows, and draws what it is sent.
import type { ScreenView } from '@oneliner/shared';
import { withUpdate } from '../../client/screen/people.ts';
import { Device } from './device.ts';
import type { Dice } from './dice.ts';
import { Page } from './page.ts';
import type { World } from './page.ts';
import { secretOf } from './phone.ts';

export class Screen {
  readonly page: Page;
  #view: ScreenView | null = null;

  /** @param key null for a screen that shows a word and waits for the host. */
  constructor(world: World, name: string, key: string | null, dice: Dice) {
    const { code, hours } = world.network;
    this.page = new Page(world, name, new Device(hours, dice.whole(-9_000, 9_000)), dice);
    this.page.onView = (event) => {
      const update = this.page.latest('screen-people');
      if (event === 'screen') this.#view = this.page.latest('screen') ?? null;
      else if (this.#view && update) this.#view = withUpdate(this.#view, update);
    };
    const shown = key === null ? {} : { key };
    this.page.attachWith({ event: 'screen', message: { code, secret: secretOf(name), ...shown } });
  }

  /** The view as the page draws it, with the small updates in it. */
  get view(): ScreenView | null {
    return this.#view;
  }
}
