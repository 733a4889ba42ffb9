// What somebody with a phone does: joins, answers, loses the line and comes back.
import { playWords } from '@oneliner/shared';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { Answers } from './answers.ts';
import type { Evening } from './evening.ts';
import { says } from './says.ts';

const { name: naming, question } = playWords;

export class Phone {
  readonly page: Page;
  readonly name: string;

  private constructor(page: Page, name: string) {
    this.page = page;
    this.name = name;
  }

  /** Opens the address of the QR code on a phone of its own and joins. */
  static async join(evening: Evening, address: string, name: string): Promise<Phone> {
    return Phone.enter(await evening.page('phone'), address, name);
  }

  /** Opens the address on this page and joins. */
  static async enter(page: Page, address: string, name: string): Promise<Phone> {
    await page.goto(address);
    const phone = new Phone(page, name);
    await page.getByLabel(naming.label).fill(name);
    await phone.button(naming.go).click();
    await says(page, playWords.lobby.title);
    return phone;
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** The options that can be tapped, in order. */
  options(): Locator {
    return this.page.getByRole('button', { name: /^[A-F]: / });
  }

  /** Taps an option, counted from 0, and waits until the server has it. */
  async answer(option: number): Promise<void> {
    await this.tap(option);
    await says(this.page, question.locked);
  }

  /** The option that this phone has chosen, as it reads. */
  chosen(): Promise<string | null> {
    return this.page.getByRole('button', { pressed: true }).getAttribute('aria-label');
  }

  /** The number of the right option of the open question, and of a wrong one. */
  async choices(answers: Answers): Promise<{ right: number; wrong: number }> {
    await says(this.page, question.choose);
    const prompt = (await this.page.locator('.prompt').textContent())?.trim() ?? '';
    const labels = await this.options().evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''));
    const right = answers.rightOf(
      prompt,
      labels.map((label) => label.slice('A: '.length)),
    );
    return { right, wrong: (right + 1) % labels.length };
  }

  async tap(option: number): Promise<void> {
    await this.options().nth(option).tap();
  }
}
