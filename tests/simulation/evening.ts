// An evening as its plan has it, played to the end on the shipped server and connection; what is left is for the checks.
import { defaultSettings } from '@oneliner/shared';
import type { Entry } from '../../server/src/game/commands.ts';
import { toEntry } from '../../server/src/log/followers.ts';
import type { RoomState } from '../../server/src/game/state.ts';
import { hashSecret } from '../../server/src/web/secrets.ts';
import { questions } from '../server/game/table.ts';
import { Dice } from './dice.ts';
import { Host, HOST_SECRET, titleOf } from './host.ts';
import { Network } from './network.ts';
import type { Page, World } from './page.ts';
import { Phone, secretOf } from './phone.ts';
import { lastsUntil } from './plan.ts';
import type { Plan } from './plan.ts';
import { noPlant } from './plants.ts';
import type { Plant } from './plants.ts';
import { Screen } from './screen.ts';

/** However it went, an evening is over after this. */
const LONGEST_MS = 400_000;
/** In fine weather, everything that was under way arrives within this, and everybody is back. */
const FLUSH_MS = 25_000;

export class Evening {
  readonly plan: Plan;
  readonly network: Network;
  readonly phones: Phone[] = [];
  readonly hosts: Host[];
  readonly screens: Screen[] = [];
  /** What stands on the disk in the end. */
  entries: Entry[] = [];
  /** What the servers have in their memory in the end. */
  lives: RoomState[] = [];
  readonly #world: World;
  readonly #dice: Dice;

  constructor(plan: Plan, plant: Plant) {
    this.plan = plan;
    this.network = new Network(plan, plant);
    this.#world = { network: this.network, plant };
    this.#dice = new Dice(`people ${plan.seed}`);
    this.hosts = [];
  }

  get pages(): Page[] {
    return [
      ...this.phones.flatMap(({ pages }) => pages),
      ...this.hosts.map(({ page }) => page),
      ...this.screens.map(({ page }) => page),
    ];
  }

  /** Whether it came to its last podium. */
  get isDone(): boolean {
    return this.hosts.some(({ isDone }) => isDone);
  }

  async play(): Promise<void> {
    const { plan, network } = this;
    const { hours } = network;
    await this.#openRoom();
    for (const fault of plan.faults)
      hours.later(fault.at, () => {
        network.strike(fault);
      });
    this.#peopleCome();
    const begun = hours.now();
    const badUntil = lastsUntil(plan);
    do await hours.pass(1_000);
    while (hours.now() < begun + LONGEST_MS && !(this.isDone && hours.now() > begun + badUntil));
    await hours.pass(FLUSH_MS);
    await this.#collect();
  }

  async #openRoom(): Promise<void> {
    const { network, plan } = this;
    const [quiz] = plan.quizzes;
    if (!quiz) throw new Error('an evening has a quiz');
    const settings = { ...defaultSettings, ...quiz.settings };
    const opening = network.server.rooms.create(
      { hostHash: hashSecret(HOST_SECRET), joinKey: secretOf('the door') },
      {
        type: 'prepare',
        title: titleOf(0),
        questions: questions(quiz.questions, 1),
        settings,
        keepScores: false,
      },
    );
    await network.hours.pass(1_000);
    await opening;
  }

  #peopleCome(): void {
    const { plan, network } = this;
    for (let index = 1; index <= plan.hosts; index += 1) this.hosts.push(this.#host(index));
    for (const phonePlan of plan.phones) {
      const phone = new Phone(this.#world, phonePlan, this.#dice.of(phonePlan.name));
      this.phones.push(phone);
      network.hours.later(phonePlan.joinsAt, () => {
        phone.join();
      });
    }
    plan.screens.forEach((way, index) => void this.#screen(`screen ${index + 1}`, way));
  }

  #host(index: number): Host {
    const parts = {
      plan: this.plan,
      hasWhims: index === 1,
      playerOf: (name: string) => this.phones.findLast(({ plan }) => plan.name === name)?.player ?? 0,
      sendSuccessor: (name: string, key: string) => {
        this.#succeed(name, key);
      },
    };
    return new Host(this.#world, `host ${index}`, parts, this.#dice.of(`host ${index}`));
  }

  #succeed(name: string, key: string): void {
    const before = this.phones.findLast(({ plan }) => plan.name === name);
    if (!before) return;
    const plan = { ...before.plan, name: `${name} on another phone`, acts: [] };
    const phone = new Phone(this.#world, plan, this.#dice.of(plan.name));
    this.phones.push(phone);
    phone.claimSeat(key);
  }

  async #screen(name: string, way: 'key' | 'word'): Promise<void> {
    const key = way === 'key' ? secretOf(`key of ${name}`) : null;
    if (key !== null) await this.hosts[0]?.inviteScreen(key);
    this.screens.push(new Screen(this.#world, name, key, this.#dice.of(name)));
  }

  async #collect(): Promise<void> {
    const { network } = this;
    network.spareAll();
    const finding = Promise.all(network.living.map((server) => server.find(network.code)));
    await network.hours.pass(5_000);
    const { epoch, entries } = await network.kept.read(network.code, 1, 1_000_000);
    this.entries = entries.map((entry) => toEntry(epoch, entry));
    this.lives = (await finding).flatMap((room) => room?.state ?? []);
  }
}

/** Plays the evening of a plan, to the end. */
export async function playEvening(plan: Plan, plant: Plant = noPlant): Promise<Evening> {
  const evening = new Evening(plan, plant);
  await evening.play();
  return evening;
}
