// What a host does: brings a document, opens the room and the screen, and leads through the evening.
import { hostWords } from '@oneliner/shared';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Locator, Page, WebSocket } from 'playwright-core';
import { vi } from 'vitest';
import { DEVICES } from './evening.ts';
import type { Evening } from './evening.ts';

const { people, setUp, screens, steps } = hostWords;

/** What the one control says on its way through a quiz. */
export type Step =
  'start' | 'skip' | 'reveal' | 'leaderboard' | 'nextQuestion' | 'podium' | 'resume' | 'another';

const clickSoon = (control: Locator): Promise<void> => control.click({ timeout: 3000 });

/** Looks and presses at once: a question that opens by itself makes “reveal now” of the same button, under the mouse. */
const pressWhileItSays = (label: string) => (control: Locator) =>
  control.evaluate((button: HTMLElement, says) => {
    if (button.textContent.trim() === says) button.click();
  }, label);

export class Host {
  readonly page: Page;
  readonly #sockets: WebSocket[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on('websocket', (socket) => this.#sockets.push(socket));
  }

  static async arrive(evening: Evening): Promise<Host> {
    const page = await evening.page('host');
    const host = new Host(page);
    await page.goto(`${evening.origin()}/host`);
    await page.getByRole('heading', { name: setUp.headline, exact: true }).waitFor();
    return host;
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Drops a Markdown file on the page, as from a folder's window. */
  async drop(path: string): Promise<void> {
    const file = { name: basename(path), text: await readFile(path, 'utf8') };
    const dataTransfer = await this.page.evaluateHandle(({ name, text }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], name, { type: 'text/markdown' }));
      return transfer;
    }, file);
    await this.page.dispatchEvent('body', 'drop', { dataTransfer });
  }

  /** How many questions are asked, and for how many seconds each. */
  async choose(questions: number, seconds: number): Promise<void> {
    await this.page.getByRole('heading', { name: setUp.questions, exact: true }).waitFor();
    await this.#type(setUp.count, questions);
    await this.#type(setUp.seconds, seconds);
  }

  /** Opens the room; returns its code. */
  async openRoom(): Promise<string> {
    await this.button(setUp.openRoom).click();
    await this.page.waitForURL(/\/host\/[A-Z0-9]{6}$/);
    await this.button(steps.start).waitFor();
    return this.page.url().slice(-6);
  }

  /** Opens the big screen by the link that the page makes for it. */
  async openScreen(): Promise<Page> {
    const [screen] = await Promise.all([
      this.page.context().waitForEvent('page'),
      this.button(screens.open).click(),
    ]);
    await screen.setViewportSize(DEVICES.screen.viewport);
    await screen.waitForURL(/\/screen\//);
    return screen;
  }

  /** Presses the one control once it says this, and again where the page took the press for one too early. */
  async go(step: Step, press: (control: Locator) => Promise<void> = clickSoon): Promise<void> {
    const control = this.button(steps[step]);
    await control.waitFor();
    // It would ask a second time.
    if (step === 'start') await this.page.getByText(people.nobody).waitFor({ state: 'hidden' });
    await vi.waitFor(
      async () => {
        if (await control.isVisible()) await press(control).catch(() => undefined);
        await control.waitFor({ state: 'hidden', timeout: 1000 });
      },
      { timeout: 30_000, interval: 100 },
    );
  }

  /** The same without the mouse. */
  goByKey(step: Step): Promise<void> {
    return this.go(step, () => this.page.keyboard.press('ArrowRight'));
  }

  /** What this finds in the next message that the page sends and that has it. */
  async sent(pattern: RegExp): Promise<string> {
    const [socket] = this.#sockets.slice(-1);
    if (!socket) throw new Error('the host’s page has no socket');
    const { payload } = await socket.waitForEvent('framesent', ({ payload }) =>
      pattern.test(payload.toString()),
    );
    return pattern.exec(payload.toString())?.[1] ?? '';
  }

  /** Lets an announced question open, at once unless it has opened by itself meanwhile. */
  async open(): Promise<void> {
    const [skip, reveal] = [this.button(steps.skip), this.button(steps.reveal)];
    await skip.or(reveal).first().waitFor();
    if (await skip.isVisible()) await this.go('skip', pressWhileItSays(steps.skip));
    await reveal.waitFor();
  }

  async #type(label: string, value: number): Promise<void> {
    const field = this.page.getByRole('spinbutton', { name: label, exact: true });
    await field.fill(`${value}`);
    await field.blur();
  }
}
