// An evening: the server, a browser, and whoever opens a page in it, all watched from beginning to end.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { HOST, launch } from './chromium.ts';
import { GameServer } from './game-server.ts';
import type { GameServerOptions } from './game-server.ts';
import { watch } from './watch.ts';

/** The sizes of the three devices. The screen's is the smallest projector. */
export const DEVICES = {
  host: { viewport: { width: 1280, height: 800 } },
  screen: { viewport: { width: 1280, height: 720 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
} satisfies Record<string, BrowserContextOptions>;

export class Evening {
  readonly server: GameServer;
  /** What no page may do and some page did. */
  readonly complaints: string[] = [];
  readonly #browser: Browser;

  private constructor(server: GameServer, browser: Browser) {
    this.server = server;
    this.#browser = browser;
  }

  static async open(options: GameServerOptions = {}): Promise<Evening> {
    const [server, browser] = await Promise.all([GameServer.open(options), launch()]);
    return new Evening(server, browser);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.server.close();
  }

  /** What the address of the game begins with, through a cable where `port` is one. */
  origin(port = this.server.port): string {
    return `http://${HOST}:${port}`;
  }

  /** A device with a memory of its own. Nothing moves on it, so that a look at it is never a look at a transition. */
  async device(kind: keyof typeof DEVICES): Promise<BrowserContext> {
    const context = await this.#browser.newContext({ ...DEVICES[kind], reducedMotion: 'reduce' });
    context.setDefaultTimeout(30_000);
    watch(context, HOST, this.complaints);
    return context;
  }

  async page(kind: keyof typeof DEVICES): Promise<Page> {
    return (await this.device(kind)).newPage();
  }
}
