// Every acknowledged answer counts, once, as it was given and when it came; one without an acknowledgement at most once.
import { TIMING } from '@oneliner/shared';
import type { ClientEvent, RefusalName } from '@oneliner/shared';
import type { CommandOf, Entry } from '../../../server/src/game/commands.ts';
import { phaseBeneath } from '../../../server/src/game/state.ts';
import type { Answer, RoomState } from '../../../server/src/game/state.ts';
import type { Evening } from '../evening.ts';
import type { Sending } from '../page.ts';
import type { Arrival } from '../wire.ts';
import type { MakeCheck } from './check.ts';

type Sent = Sending<'answer'>;
type Say = (breach: string) => void;

/** What the fold counts, and when the server got it. */
interface Counted extends Answer {
  receivedAt: number;
  /** When it stood in the log. */
  committedAt: number;
  mayChange: boolean;
  /** When the next quiz began: the fold keeps the answers of one quiz, so that is how long it knows a repeat. */
  knownUntil: number;
}

/** What an answer may be refused with for good. */
const FINAL: RefusalName[] = ['too-late', 'already-answered', 'unknown-room'];

const keyOf = (step: number, player: number): string => `question ${step}, player ${player}`;
const isAnswer = (sending: Sending): sending is Sent => sending.event === 'answer';

/** All that was sent, by question and player: also from a second tab, and from the phone that got the seat. */
function sentBy({ phones }: Evening): Map<string, Sent[]> {
  const byKey = new Map<string, Sent[]>();
  for (const { player, pages } of phones)
    for (const sending of pages.flatMap(({ sent }) => sent).filter(isAnswer)) {
      const key = keyOf(sending.message.step, player);
      byKey.set(key, [...(byKey.get(key) ?? []), sending]);
    }
  return byKey;
}

const saysSame = ({ reply, number }: ClientEvent<'answer'>, counted: Counted): boolean =>
  number === counted.number && reply.option === counted.reply.option;

/** An acknowledged answer counts as it was given, unless a later one took its place where that is allowed. */
function acknowledged(key: string, { message, reply }: Sent, counted: Counted | undefined, say: Say): void {
  if (!reply?.ok) return;
  if (!counted) say(`${key}: acknowledged, and not counted`);
  else if (!saysSame(message, counted) && !(counted.mayChange && counted.number > message.number))
    say(`${key}: ${message.reply.option} was acknowledged, and ${counted.reply.option} counts`);
}

/** The first verdict stands: who was accepted once is not refused when they send again. */
function verdicts(
  key: string,
  { message }: Sent,
  arrivals: Arrival[],
  counted: Counted | undefined,
  say: Say,
): void {
  const acceptedAt = Math.min(...arrivals.filter(({ reply }) => reply?.ok).map(({ repliedAt }) => repliedAt));
  if (counted?.mayChange && counted.number > message.number) return;
  for (const { reply, repliedAt, receivedAt } of arrivals)
    if (counted && receivedAt >= counted.knownUntil) return;
    else if (reply && !reply.ok && repliedAt >= acceptedAt && FINAL.includes(reply.refusal.name))
      say(`${key}: accepted, and ${reply.refusal.name} when sent again`);
}

/** Somebody sent what counts, nobody was told that it does not, and its time is that of its first arrival. */
function origin(key: string, sent: Sent[], counted: Counted, evening: Evening, say: Say): void {
  const same = sent.filter(({ message }) => saysSame(message, counted));
  if (same.length === 0) say(`${key}: nobody gave the answer that counts`);
  const arrivals = same.flatMap(({ message }) => evening.network.arrivals.get(message) ?? []);
  const isForgotten = arrivals.some(({ receivedAt }) => receivedAt >= counted.knownUntil);
  if (!isForgotten && same.length > 0 && same.every(({ reply }) => reply && !reply.ok))
    say(`${key}: refused to who gave it, and counted`);
  // Of copies that came to several servers, the one that is first in the log is the first.
  const isFirst = ({ reply, repliedAt }: Arrival): boolean =>
    reply?.ok === true && (evening.plan.servers === 1 || repliedAt < counted.committedAt);
  const accepted = arrivals.filter(isFirst).map(({ receivedAt }) => receivedAt);
  if (!arrivals.some(({ receivedAt }) => receivedAt === counted.receivedAt))
    say(`${key}: counted as of ${counted.receivedAt}, when nothing came`);
  if (Math.min(...accepted) < counted.receivedAt)
    say(`${key}: counted as of a later time than it was accepted`);
}

function thinkingTime({ receivedAt, credit }: CommandOf<'answer'>, state: RoomState): number | null {
  const beneath = phaseBeneath(state);
  if (beneath.name !== 'open') return null;
  return Math.max(0, receivedAt - Math.min(credit, TIMING.creditCapMs) - beneath.opensAt);
}

function countedBy({ command, at }: Entry, state: RoomState): [string, Counted] | null {
  if (command.type !== 'answer') return null;
  const answer = state.run?.steps.find(({ step }) => step === command.step)?.answers[command.player];
  const mayChange = state.run?.quiz.settings.changingAnswers === true;
  return answer
    ? [
        keyOf(command.step, command.player),
        { ...answer, receivedAt: command.receivedAt, committedAt: at, mayChange, knownUntil: Infinity },
      ]
    : null;
}

export const answers: MakeCheck = (evening, say) => {
  const counts = new Map<string, Counted>();
  return {
    see(entry, { answered }, state) {
      if (entry.command.type === 'start' && answered.ok)
        for (const counted of counts.values()) counted.knownUntil = Math.min(counted.knownUntil, entry.at);
      const [key, now] = (answered.ok && countedBy(entry, state)) || [];
      if (!key || !now) return;
      const before = counts.get(key);
      const isSame = before && before.number === now.number && before.elapsedMs === now.elapsedMs;
      if (isSame && before.reply.option === now.reply.option) return;
      if (before && !now.mayChange) say(`${key}: counted a second time`);
      if (entry.command.type === 'answer' && thinkingTime(entry.command, state) !== now.elapsedMs)
        say(`${key}: counted with ${now.elapsedMs} ms of thinking`);
      counts.set(key, now);
    },
    end() {
      const sentByKey = sentBy(evening);
      for (const [key, sent] of sentByKey)
        for (const sending of sent) {
          acknowledged(key, sending, counts.get(key), say);
          verdicts(key, sending, evening.network.arrivals.get(sending.message) ?? [], counts.get(key), say);
        }
      for (const [key, counted] of counts) origin(key, sentByKey.get(key) ?? [], counted, evening, say);
    },
  };
};
