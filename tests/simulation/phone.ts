// A guest with a phone: joins, thinks, taps, opens a second tab, reloads, lets the phone sleep, hands the seat on, leaves.
import type { OpenPhase } from '@oneliner/shared';
import { Device } from './device.ts';
import type { Dice } from './dice.ts';
import { Page } from './page.ts';
import type { World } from './page.ts';
import type { PhoneAct, PhonePlan } from './plan.ts';

/** In the shape of the contract's secrets. */
export const secretOf = (of: string): string => of.replaceAll(' ', '_').padEnd(22, '_');

/** How long after opening a page one sees that it shows no answer yet. */
const LEAST_THINKING_MS = 300;

export class Phone {
  readonly plan: PhonePlan;
  readonly pages: Page[] = [];
  /** The player it is; 0 until it got in. */
  player = 0;
  readonly #world: World;
  readonly #dice: Dice;
  readonly #device: Device;
  readonly #secret: string;

  constructor(world: World, plan: PhonePlan, dice: Dice) {
    this.#world = world;
    this.plan = plan;
    this.#dice = dice;
    this.#device = new Device(world.network.hours, plan.skew);
    this.#secret = secretOf(plan.name);
    for (const act of plan.acts)
      world.network.hours.later(act.at, () => {
        this.#act(act);
      });
  }

  /** The page that has the seat, whichever tab that is, or had it last. */
  get page(): Page | undefined {
    return this.pages.find(({ isOnline }) => isOnline) ?? this.pages.at(-1);
  }

  join(): void {
    const { code } = this.#world.network;
    void this.#enter((page) => page.send('join', { code, name: this.plan.name, secret: this.#secret }));
  }

  /** Takes over the seat that `key` stands for. */
  claimSeat(key: string): void {
    const { code } = this.#world.network;
    void this.#enter((page) => page.send('claim-seat', { code, key, secret: this.#secret }));
  }

  async #enter(ask: (page: Page) => ReturnType<Page['send']>): Promise<void> {
    const page = this.#open();
    const reply = await ask(page);
    if (!reply.ok) {
      page.close(reply.refusal.name);
      return;
    }
    this.player = (reply as { ok: true; player: number }).player;
    page.attachWith(this.#resumption, true);
  }

  get #resumption() {
    const { code } = this.#world.network;
    return { event: 'resume', message: { code, secret: this.#secret } } as const;
  }

  #open(): Page {
    const { name } = this.plan;
    const dice = this.#dice.of(`page ${this.pages.length + 1}`);
    const page = new Page(this.#world, name, this.#device, dice);
    this.pages.push(page);
    const asked = new Set<number>();
    page.onView = (event) => {
      const phase = page.latest('room')?.phase;
      if (event !== 'room' || phase?.name !== 'open' || asked.has(phase.step)) return;
      asked.add(phase.step);
      this.#consider(page, phase, dice.of(`question ${phase.step}`));
    };
    return page;
  }

  #consider(page: Page, phase: OpenPhase, dice: Dice): void {
    if (!dice.chance(this.plan.answers)) return;
    const times = phase.changingAnswers ? dice.whole(1, 3) : 1;
    let number = 0;
    for (let time = 0; time < times; time += 1)
      this.#device.after(LEAST_THINKING_MS + dice.between(0, this.plan.thinks), () => {
        if (page.end !== null || this.player === 0) return;
        if (time === 0 && page.latest('me')?.answer?.step === phase.step) return;
        const sinceOpening = Math.max(1, Math.floor(page.clock.now() - phase.opensAt));
        number = phase.changingAnswers ? Math.max(number + 1, sinceOpening) : 1;
        const option = dice.whole(0, 3);
        void page.send('answer', { step: phase.step, reply: { kind: 'choice', option }, number });
      });
  }

  #act(doing: PhoneAct): void {
    const page = this.page;
    if (!page || page.end !== null) return;
    switch (doing.act) {
      case 'open a second tab':
        if (this.player > 0) this.#open().attachWith(this.#resumption);
        return;
      case 'reload':
        if (this.player === 0) return;
        page.close('reloaded');
        this.#open().attachWith(this.#resumption);
        return;
      case 'leave':
        page.close('left');
        return;
      case 'jump':
        this.#device.jump(doing.ms);
        page.wake();
        return;
      case 'sleep':
        this.#device.sleep(doing.ms, () => {
          page.wake();
        });
    }
  }
}
