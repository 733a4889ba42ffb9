// A quiz that the tests wrote by hand, so that they know what stands in it, and a room opened with it.
import { setTimeout as delay } from 'node:timers/promises';
import { defaultSettings } from '@oneliner/shared';
import type { DocumentBank, OpenedRoom, Reply, Settings } from '@oneliner/shared';

/** A document of hand-written questions. `canary` comes into everything that must not be seen before its reveal. */
export const quizDocument = (count: number, canary = ''): string =>
  [
    '# A night of numbers',
    ...Array.from({ length: count }, (_, index) => {
      const number = index + 1;
      return [
        `## ${canary && `${canary}entry${number} `}Entry ${number}`,
        `Which of these is number ${number} of the night?`,
        ...['amber', 'beryl', 'coral', 'diamond'].map(
          (stone, place) => `- [${place === index % 4 ? 'x' : ' '}] The ${stone} of ${number}`,
        ),
        `${canary && `${canary}explanation${number} `}It is the stone that was drawn as number ${number}.`,
      ].join('\n\n');
    }),
  ]
    .join('\n\n')
    .replaceAll(/\n\n(- \[[x ]\])/g, '\n$1');

const post = async <T extends object>(
  origin: string,
  path: string,
  type: string,
  body: string,
): Promise<Reply<T>> => {
  const headers = { origin, 'content-type': type };
  const response = await fetch(`${origin}${path}`, { method: 'POST', headers, body });
  return (await response.json()) as Reply<T>;
};

/** Drops the document in, as a host does. */
export const upload = async (origin: string, text: string): Promise<DocumentBank> => {
  const added = await post<DocumentBank>(origin, '/api/documents?name=night.md', 'text/markdown', text);
  if (!added.ok) throw new Error(`the document was refused: ${added.refusal.name}`);
  return added;
};

export interface RoomPlan {
  origin: string;
  documentId: string;
  secret: string;
  count: number;
  settings?: Partial<Settings>;
}

/** Opens a room, however often the server is gone meanwhile. */
export const openRoom = async (plan: RoomPlan): Promise<string> => {
  const { origin, documentId, secret, count } = plan;
  const settings = { ...defaultSettings, shuffle: false, ...plan.settings };
  const body = JSON.stringify({ secret, plan: { documentId, count, leftOut: [], order: [], settings } });
  for (;;) {
    const opened = await post<OpenedRoom>(origin, '/api/rooms', 'application/json', body).catch(() => null);
    if (opened?.ok) return opened.code;
    if (opened && !['not-saved', 'too-many', 'fault'].includes(opened.refusal.name))
      throw new Error(`no room was opened: ${opened.refusal.name}`);
    await delay(AGAIN_MS);
  }
};

/** How long whoever was refused for the moment waits before sending the same again. */
export const AGAIN_MS = 60;
