// A page of the host: leads from question to question, and follows the whims of the plan.
import { defaultSettings } from '@oneliner/shared';
import type { HostCommand, HostView } from '@oneliner/shared';
import { merged } from '../../client/host/room/people.ts';
import { Device } from './device.ts';
import type { Dice } from './dice.ts';
import { Page } from './page.ts';
import type { World } from './page.ts';
import { secretOf } from './phone.ts';
import type { Plan, QuizPlan, Whim } from './plan.ts';

export const HOST_SECRET = secretOf('the host');
/** The players get in before the first question. */
const DOORS_MS = 3_500;
/** How long a host looks at a question that does not close by itself. */
const PATIENCE_MS = 9_000;

/** The title of the quiz at this index of the plan, in the shape of a document's id. */
export const titleOf = (index: number): string => `quiz-${index + 1}`;

type Step = Extract<HostCommand, { moment: number }>['do'];

export interface HostParts {
  plan: Plan;
  /** Who does the whims; the others only lead. */
  hasWhims: boolean;
  /** The id of the player that a phone became; 0 while it has none. */
  playerOf(phone: string): number;
  /** A new phone sits down where `phone` was. */
  sendSuccessor(phone: string, key: string): void;
}

export class Host {
  readonly page: Page;
  readonly #world: World;
  readonly #parts: HostParts;
  readonly #dice: Dice;
  readonly #done = new Set<Whim>();
  #ledAt = -1;
  readonly #opensAt: number;
  #view: HostView | null = null;

  constructor(world: World, name: string, parts: HostParts, dice: Dice) {
    this.#world = world;
    this.#parts = parts;
    this.#dice = dice;
    this.#opensAt = world.network.hours.now() + DOORS_MS;
    this.page = new Page(
      world,
      name,
      new Device(world.network.hours, dice.whole(-9_000, 9_000)),
      dice.of('page'),
    );
    this.page.onView = (event) => {
      if (event === 'host') this.#see();
      else if (event === 'host-people') this.#update();
    };
    this.page.attachWith({ event: 'host', message: { code: world.network.code, secret: HOST_SECRET } });
  }

  /** The view as the page draws it, with the small updates in it. */
  get view(): HostView | null {
    return this.#view;
  }

  get isDone(): boolean {
    const { plan } = this.#parts;
    return this.#view?.phase.name === 'podium' && this.#quizNumber === plan.quizzes.length;
  }

  inviteScreen(key: string): ReturnType<Page['send']> {
    return this.page.send('command', { do: 'invite-screen', key });
  }

  /** Quizzes are known by their titles. */
  get #quizNumber(): number {
    return Number(this.#view?.title.split('-').at(-1) ?? 1);
  }

  #see(): void {
    const view = this.page.latest('host');
    if (!view) return;
    this.#view = view;
    for (const { screen, state } of view.screens)
      if (state === 'asking') void this.page.send('command', { do: 'pair-screen', screen });
    this.#followWhims(view);
    if (view.moment === this.#ledAt) return;
    this.#ledAt = view.moment;
    this.#after(this.#dice.between(500, 3_000), () => {
      this.#lead(view);
    });
  }

  #update(): void {
    const update = this.page.latest('host-people');
    if (!this.#view || !update) return;
    const { version, tally, people } = update;
    this.#view = { ...this.#view, version, tally, people: merged(this.#view.people, people) };
  }

  #after(ms: number, run: () => void): void {
    this.#world.network.hours.later(ms, run);
  }

  /** Takes the next step, if the room still is where it was. */
  #lead({ moment, phase }: HostView): void {
    const view = this.#view;
    if (view?.moment !== moment) return;
    const { hours } = this.#world.network;
    if (phase.name === 'lobby') {
      this.#after(Math.max(0, this.#opensAt - hours.now()), () => {
        this.#step('start', moment);
      });
    } else if (phase.name === 'podium') this.#prepareNext(moment);
    else if (phase.name === 'paused' && phase.resumesAt === null) this.#step('resume', moment);
    else if (phase.name === 'open' && view.settings?.seconds === null) this.#revealLater(moment);
    else if ((phase.name === 'reveal' || phase.name === 'leaderboard') && phase.nextAt === null)
      this.#step('next', moment);
  }

  /** Again and again, as somebody may have taken it back. */
  #revealLater(moment: number): void {
    this.#after(PATIENCE_MS, () => {
      if (this.#view?.moment !== moment) return;
      this.#step('reveal', moment);
      this.#revealLater(moment);
    });
  }

  #prepareNext(moment: number): void {
    const quiz: QuizPlan | undefined = this.#parts.plan.quizzes[this.#quizNumber];
    if (!quiz) return;
    const settings = { ...defaultSettings, ...quiz.settings };
    const plan = {
      documentId: titleOf(this.#quizNumber),
      count: quiz.questions,
      leftOut: [],
      order: [],
      settings,
    };
    void this.page.send('command', { do: 'prepare', moment, plan, keepScores: quiz.keepScores });
  }

  #step(step: Exclude<Step, 'prepare'>, moment: number): void {
    void this.page.send('command', { do: step, moment });
  }

  #followWhims({ phase }: HostView): void {
    if (!this.#parts.hasWhims || !('step' in phase)) return;
    for (const whim of this.#parts.plan.whims) {
      if (this.#done.has(whim) || whim.question !== phase.step || whim.phase !== phase.name) continue;
      this.#done.add(whim);
      this.#after(whim.after, () => {
        this.#follow(whim);
      });
    }
  }

  #follow({ act, phone = '' }: Whim): void {
    const moment = this.#view?.moment ?? 0;
    const player = this.#parts.playerOf(phone);
    switch (act) {
      case 'take back':
        this.#step('reveal', moment);
        this.#after(800, () => {
          this.#step('take-back', moment);
        });
        return;
      case 'lock':
      case 'unlock':
        void this.page.send('command', { do: 'lock', locked: act === 'lock' });
        return;
      case 'remove':
        if (player > 0) void this.page.send('command', { do: 'remove', players: [player] });
        return;
      case 'hand over':
        if (player > 0) void this.#handOver(phone, player);
        return;
      default:
        this.#step(act, moment);
    }
  }

  async #handOver(phone: string, player: number): Promise<void> {
    const key = secretOf(`seat of ${phone}`);
    const reply = await this.page.send('command', { do: 'hand-over', player, key });
    if (reply.ok) this.#parts.sendSuccessor(phone, key);
  }
}
