// The load as the measuring process sees it: a process of its own that is given orders.
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Orders } from '../load/orders.ts';

const program = fileURLToPath(new URL('../load/load.ts', import.meta.url));

interface Said {
  result?: unknown;
  error?: string;
}

export class Crowd {
  readonly #child: ChildProcess;
  readonly #ended: Promise<Said>;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#ended = once(child, 'exit').then(() => ({ error: 'the load ended' }));
  }

  static async gather(): Promise<Crowd> {
    const crowd = new Crowd(fork(program));
    await crowd.#said();
    return crowd;
  }

  /** Has an order done; one at a time. */
  async order<O extends keyof Orders>(
    order: O,
    ...[given]: Parameters<Orders[O]>
  ): Promise<Awaited<ReturnType<Orders[O]>>> {
    const said = this.#said();
    this.#child.send({ order, given });
    return (await said) as Awaited<ReturnType<Orders[O]>>;
  }

  async leave(): Promise<void> {
    this.#child.disconnect();
    await this.#ended;
  }

  async #said(): Promise<unknown> {
    const answered = once(this.#child, 'message').then(([said]) => said as Said);
    const { result, error } = await Promise.race([answered, this.#ended]);
    if (error !== undefined) throw new Error(error);
    return result;
  }
}
