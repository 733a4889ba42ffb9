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
  /** What the host's page shows; `null` before the first view. */
  view(): HostView | null;
  /** Commands such as `start` name the present moment by themselves. */
  step(name: 'start' | 'next' | 'skip' | 'reveal' | 'pause' | 'resume' | 'end'): Promise<Reply>;
  /** Resolves when a view fits. */
  until(fits: (view: HostView) => boolean): Promise<HostView>;
  close(): void;
}

const request = async <T extends object>(url: string, init?: RequestInit): Promise<T> => {
  const reply = (await (await fetch(url, init)).json()) as Reply<T>;
  if (!reply.ok) throw new Error(refusalSentence(reply.refusal));
  return reply;
};

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

/** Opens a room over HTTP and becomes its host. */
export const createHostBot = async (options: HostBotOptions): Promise<HostBot> => {
  const { origin, joinOrigin } = options;
  const secret = nanoid(22);
  const code = await openRoom(options, secret);
  const waiting = new Set<(view: HostView) => void>();
  let view: HostView | null = null;

  const wire = dial(origin, async ({ ask }) => {
    await ask('host', { code, secret });
    await ask('command', { do: 'choose-origin', origin: joinOrigin });
  });
  const command = (message: HostCommand) => wire.ask('command', message);

  const pairScreens = ({ screens }: HostView): void => {
    for (const { screen, state } of screens)
      if (state === 'asking') command({ do: 'pair-screen', screen }).catch(() => undefined);
  };
  const see = (next: HostView): void => {
    view = next;
    for (const look of waiting) look(next);
  };
  wire.socket.on('host', (next) => {
    see(next);
    pairScreens(next);
  });
  wire.socket.on('host-people', (update) => {
    if (view) see(updated(view, update));
  });

  return {
    code,
    view: () => view,
    step: (name) => command({ do: name, moment: view?.moment ?? 0 }),
    until: (fits) =>
      new Promise((resolve) => {
        const look = (seen: HostView): void => {
          if (!fits(seen)) return;
          waiting.delete(look);
          resolve(seen);
        };
        waiting.add(look);
        if (view) look(view);
      }),
    close: wire.close,
  };
};
