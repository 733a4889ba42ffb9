// A host's page that leads a game through whatever happens to the server: every step is taken until the view shows it.
import { setTimeout as delay } from 'node:timers/promises';
import type { HostPerson, HostView, PeopleUpdate, PhaseName } from '@oneliner/shared';
import { nanoid } from 'nanoid';
import { AGAIN_MS, openRoom } from './quiz.ts';
import type { RoomPlan } from './quiz.ts';
import { Steady } from './steady.ts';

export class Desk {
  readonly code: string;
  readonly secret: string;
  readonly line: Steady;
  view: HostView | null = null;
  readonly #waiting = new Set<() => void>();

  private constructor(origin: string, code: string, secret: string) {
    this.code = code;
    this.secret = secret;
    this.line = new Steady(origin, (event, message) => {
      if (event === 'host') this.view = message as HostView;
      if (event === 'host-people') this.#update(message as PeopleUpdate<HostPerson>);
      for (const look of this.#waiting) look();
    });
  }

  /** Resolves when it sees its room. */
  static async open(plan: Omit<RoomPlan, 'secret'>): Promise<Desk> {
    const secret = nanoid(22);
    const code = await openRoom({ ...plan, secret });
    const desk = new Desk(plan.origin, code, secret);
    await desk.line.keepSeat({ event: 'host', message: { code, secret } });
    await desk.until(() => true);
    return desk;
  }

  /** Takes the game out of the phase `from`, from which `step` leads. */
  async leave(
    from: PhaseName,
    step: 'start' | 'skip' | 'reveal' | 'next' | 'end' | 'pause' | 'resume',
  ): Promise<void> {
    while (this.view?.phase.name === from) {
      await this.line.once('command', { do: step, moment: this.view.moment });
      await delay(AGAIN_MS);
    }
  }

  /** Resolves when the view shows this. */
  until(holds: (view: HostView) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!this.view || !holds(this.view)) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  untilPhase(...names: PhaseName[]): Promise<void> {
    return this.until(({ phase }) => names.includes(phase.name));
  }

  #update({ version, people, tally }: PeopleUpdate<HostPerson>): void {
    if (!this.view) return;
    const byNumber = new Map([...this.view.people, ...people].map((person) => [person.player, person]));
    this.view = { ...this.view, version, tally, people: [...byNumber.values()] };
  }
}
