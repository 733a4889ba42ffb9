// A crowd of phones in the middle of a question that all lose their lines in the same moment, and come back at once.
import { GameServer } from '../browser/house/game-server.ts';
import { BadCable } from './bad-cable.ts';
import { Desk } from './desk.ts';
import { Phone } from './phone.ts';
import { quizDocument, upload } from './quiz.ts';

const JOINING_AT_ONCE = 100;

export class Storm {
  readonly phones: Phone[];
  readonly #server: GameServer;
  readonly #cable: BadCable;
  readonly #desk: Desk;

  private constructor(server: GameServer, cable: BadCable, desk: Desk, phones: Phone[]) {
    this.#server = server;
    this.#cable = cable;
    this.#desk = desk;
    this.phones = phones;
  }

  /** A server with a question open on so many phones. */
  static async gather(count: number): Promise<Storm> {
    const server = await GameServer.open({ environment: { TRUST_PROXY: '1' } });
    const cable = await BadCable.to(server.port);
    const origin = `http://127.0.0.1:${server.port}`;
    const { id } = await upload(origin, quizDocument(1));
    const desk = await Desk.open({ origin, documentId: id, count: 1, settings: { seconds: 120 } });
    // Each from an address of its own, so that the limit on joins is not what is measured.
    const phones = Array.from(
      { length: count },
      (_, index) =>
        new Phone(cable.origin, `Player ${index + 1}`, {
          'x-forwarded-for': `10.0.${index >> 8}.${index & 255}`,
        }),
    );
    for (let at = 0; at < count; at += JOINING_AT_ONCE)
      await Promise.all(phones.slice(at, at + JOINING_AT_ONCE).map((phone) => phone.join(desk.code)));
    await desk.leave('lobby', 'start');
    await desk.untilPhase('announced');
    await desk.leave('announced', 'skip');
    await Promise.all(phones.map((phone) => phone.until(({ room }) => room?.phase.name === 'open')));
    return new Storm(server, cable, desk, phones);
  }

  /** Cuts every line, and says how long each phone waited until it saw its room again, in ms, the quickest first. */
  cut(): Promise<number[]> {
    return this.#waits(() => {
      this.#cable.cut();
      return Promise.resolve();
    });
  }

  /** Kills the server and starts it again. */
  kill(): Promise<number[]> {
    return this.#waits(async () => {
      await this.#server.stop('SIGKILL');
      await this.#server.start();
    });
  }

  /** What phones saw that must never be. */
  get mistakes(): string[] {
    return this.phones.flatMap(({ line }) => line.mistakes);
  }

  async close(): Promise<void> {
    for (const { line } of [this.#desk, ...this.phones]) line.close();
    await this.#cable.close();
    await this.#server.close();
  }

  async #waits(breakIt: () => Promise<void>): Promise<number[]> {
    const begun = performance.now();
    for (const phone of this.phones) phone.room = null;
    const back = this.phones.map(async (phone) => {
      await phone.until(({ room }) => room !== null);
      return performance.now() - begun;
    });
    await breakIt();
    return (await Promise.all(back)).sort((a, b) => a - b);
  }
}
