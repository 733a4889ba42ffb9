// A player made of code: an ordinary client of the contract that joins, thinks, answers, and comes back when it was away.
import type { MeView, OpenPhase, RoomView } from '@oneliner/shared';
import { nanoid } from 'nanoid';
import { dial } from './wire.ts';
import type { Wire } from './wire.ts';

export interface BotOptions {
  origin: string;
  code: string;
  name: string;
  /** Which option to give to an open question; `null` to let it pass. */
  choose(phase: OpenPhase): number | null;
  /** How long to think, ms from the moment the question opens. */
  think(phase: OpenPhase): number;
}

export interface Bot {
  /** What its phone shows; `null` before the first view. */
  room(): RoomView | null;
  me(): MeView | null;
  /** Answers that the server acknowledged, by step. */
  acknowledged: ReadonlyMap<number, number>;
  /** Cuts the line, as a phone does that its owner puts away. */
  wander(): void;
  comeBack(): void;
  /** Leaves for good. */
  close(): void;
}

/** A bot's clock is a little fast at times; it answers again so long after it was too early. */
const AGAIN_MS = 100;

/** A bot that joins at once and plays until it is closed or removed. */
export const createBot = ({ origin, code, name, choose, think }: BotOptions): Bot => {
  const secret = nanoid(22);
  const acknowledged = new Map<number, number>();
  let room: RoomView | null = null;
  let me: MeView | null = null;
  let thinking: { step: number; timer: NodeJS.Timeout } | null = null;

  const join = async (wire: Wire, as = name): Promise<void> => {
    const joined = await wire.ask('join', { code, name: as, secret });
    if (joined.ok) return;
    const { refusal } = joined;
    if (refusal.name === 'name-taken' || refusal.name === 'name-unfit') return join(wire, refusal.free);
    if (refusal.name === 'removed' || refusal.name === 'unknown-room') wire.close();
  };

  const answer = async (phase: OpenPhase): Promise<void> => {
    const option = choose(phase);
    if (option === null) return;
    const reply = { kind: 'choice', option } as const;
    const answered = await wire.ask('answer', { step: phase.step, reply, number: 1 });
    if (answered.ok) acknowledged.set(phase.step, option);
    else if (answered.refusal.name === 'too-early') answerIn(AGAIN_MS, phase);
  };

  const answerIn = (ms: number, phase: OpenPhase): void => {
    const timer = setTimeout(() => {
      answer(phase).catch(forget);
    }, ms);
    thinking = { step: phase.step, timer };
  };

  /** Thinks about each question once; whoever was away meanwhile thinks again from the beginning. */
  const consider = (phase: OpenPhase): void => {
    if (thinking?.step === phase.step || acknowledged.has(phase.step)) return;
    clearTimeout(thinking?.timer);
    answerIn(Math.max(0, phase.opensAt - wire.now()) + think(phase), phase);
  };

  const forget = (): void => {
    clearTimeout(thinking?.timer);
    thinking = null;
  };

  const wire = dial(origin, (connected) => join(connected));
  wire.socket.on('room', (view) => {
    room = view;
    if (view.phase.name === 'open') consider(view.phase);
    else forget();
  });
  wire.socket.on('me', (view) => (me = view));
  wire.socket.on('disconnect', forget);
  wire.socket.on('notice', (notice) => {
    if (notice !== 'stopping') wire.close();
  });

  return {
    room: () => room,
    me: () => me,
    acknowledged,
    wander: () => void wire.socket.disconnect(),
    comeBack: () => void wire.socket.connect(),
    close() {
      forget();
      wire.close();
    },
  };
};
