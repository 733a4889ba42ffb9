// A host made of code: opens a room, lets every screen in, starts the game, and leaves the rest to the clock.
import { defaultSettings, mergePeople, refusalSentence } from '@oneliner/shared';
import type {
  DocumentList,
  HostCommand,
  HostPerson,
  HostView,
  OpenedRoom,
  PeopleUpdate,
  Plan,
  Reply,
} from '@oneliner/shared';
import { nanoid } from 'nanoid';
import { dial } from './wire.ts';

export interface HostBotOptions {
  origin: string;
  /** Where phones find the game: what stands in the screen's QR code. */
  joinOrigin: string;
  /** The quiz; what is left out is the host's first choice. */
  plan?: Partial<Plan>;
}

export interface HostBot {
  code: string;
  /** What the host's page shows. */
  view(): HostView;
  /** Gives a command that names the present moment; rejects when it is refused. */
  step(name: 'start' | 'next' | 'skip' | 'reveal' | 'pause' | 'resume' | 'end'): Promise<void>;
  /** Resolves when a view fits; rejects when none has for `patienceMs`. */
  until(fits: (view: HostView) => boolean, patienceMs?: number): Promise<HostView>;
  close(): void;
}

const PATIENCE_MS = 30_000;

const accepted = <T extends object>(reply: Reply<T>): { ok: true } & T => {
  if (!reply.ok) throw new Error(refusalSentence(reply.refusal));
  return reply;
};

const request = async <T extends object>(url: string, init?: RequestInit): Promise<T> =>
  accepted((await (await fetch(url, init)).json()) as Reply<T>);

const firstDocument = async (origin: string): Promise<string> => {
  const { documents } = await request<DocumentList>(`${origin}/api/documents`);
  const [first] = documents;
  if (!first) throw new Error('this server has no documents');
  return first.id;
};

const openRoom = async ({ origin, plan }: HostBotOptions, secret: string): Promise<string> => {
  const documentId = plan?.documentId ?? (await firstDocument(origin));
  const whole: Plan = { count: 8, leftOut: [], order: [], settings: defaultSettings, ...plan, documentId };
  const { code } = await request<OpenedRoom>(`${origin}/api/rooms`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ secret, plan: whole }),
  });
  return code;
};

/** The view with what a small update changed. */
const updated = (view: HostView, { version, people, tally }: PeopleUpdate<HostPerson>): HostView => ({
  ...view,
  version,
  tally,
  people: mergePeople(view.people, people),
});

/** The views of a host as they come, and whoever waits for one. */
class Views {
  latest: HostView | null = null;
  readonly #waiting = new Set<(view: HostView) => void>();

  see(view: HostView): void {
    this.latest = view;
    for (const look of this.#waiting) look(view);
  }

  until(fits: (view: HostView) => boolean, patienceMs = PATIENCE_MS): Promise<HostView> {
    return new Promise((resolve, reject) => {
      const look = (view: HostView): void => {
        if (!fits(view)) return;
        end();
        resolve(view);
      };
      const patience = setTimeout(() => {
        end();
        reject(new Error(`the host waited in vain; the last view was ${JSON.stringify(this.latest)}`));
      }, patienceMs);
      const end = (): void => {
        clearTimeout(patience);
        this.#waiting.delete(look);
      };
      this.#waiting.add(look);
      if (this.latest) look(this.latest);
    });
  }
}

/** Opens a room over HTTP and becomes its host; resolves when it sees the room. */
export const createHostBot = async (options: HostBotOptions): Promise<HostBot> => {
  const { origin, joinOrigin } = options;
  const secret = nanoid(22);
  const code = await openRoom(options, secret);
  const views = new Views();

  const wire = dial(origin, async ({ ask }) => {
    await ask('host', { code, secret });
    await ask('command', { do: 'choose-origin', origin: joinOrigin });
  });
  const command = (message: HostCommand) => wire.ask('command', message);

  const pairScreens = ({ screens }: HostView): void => {
    for (const { screen, state } of screens)
      if (state === 'asking') command({ do: 'pair-screen', screen }).catch(() => undefined);
  };
  wire.socket.on('host', (next) => {
    views.see(next);
    pairScreens(next);
  });
  wire.socket.on('host-people', (update) => {
    if (views.latest) views.see(updated(views.latest, update));
  });

  const first = await views
    .until(() => true)
    .catch((error: unknown) => {
      wire.close();
      throw error;
    });
  const view = (): HostView => views.latest ?? first;
  return {
    code,
    view,
    async step(name) {
      accepted(await command({ do: name, moment: view().moment }));
    },
    until: (fits, patienceMs) => views.until(fits, patienceMs),
    close: wire.close,
  };
};
