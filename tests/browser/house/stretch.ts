// Puts texts of the greatest length into what the server sends to a page, so that the shipped page has to fit them.
import type { AnnouncedPhase, OpenPhase, Phase, RevealPhase } from '@oneliner/shared';
import type { Page } from 'playwright-core';

export interface Texts {
  prompt: string;
  options: string[];
  explanation: string;
}

const WORDS = 'idempotent requests share one transaction while background workers retry failed deliveries';

/** A sentence of exactly `length` characters, of words as long as real ones. */
export const sentenceOf = (length: number, first = 0): string => {
  const words = WORDS.split(' ');
  const text = Array.from({ length }, (_, index) => words[(index + first) % words.length]).join(' ');
  return `${text.slice(0, length - 1).trimEnd()}?`.padEnd(length, '?');
};

type Asking = AnnouncedPhase | OpenPhase | RevealPhase;

const stretched = (phase: Asking, { prompt, options, explanation }: Texts): Asking => {
  if (phase.name === 'announced')
    return { ...phase, prompt, shape: { ...phase.shape, options: options.length } };
  if (phase.name === 'open') return { ...phase, prompt, question: { ...phase.question, options } };
  const chosen = options.map((_, option) => option);
  return { ...phase, prompt, explanation, entry: prompt, reveal: { ...phase.reveal, options, chosen } };
};

const isAsking = (phase: Phase): phase is Asking => ['announced', 'open', 'reveal'].includes(phase.name);

const rewritten = (frame: string, texts: Texts): string => {
  if (!/^42\["(room|screen)",/.test(frame)) return frame;
  const [event, view] = JSON.parse(frame.slice(2)) as [string, { phase: Phase }];
  const phase = isAsking(view.phase) ? stretched(view.phase, texts) : view.phase;
  return `42${JSON.stringify([event, { ...view, phase }])}`;
};

/** From the page's next connection on, every question it is shown has these texts. */
export const stretch = (page: Page, texts: Texts): Promise<void> =>
  page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((frame) => socket.send(typeof frame === 'string' ? rewritten(frame, texts) : frame));
  });
