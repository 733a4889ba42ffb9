// Five bugs, each planted from outside of the shipped code, to show that the simulation would find them.
import { refused } from '@oneliner/shared';
import type { Reply, Version } from '@oneliner/shared';
import { Connection } from '../../client/src/connection.ts';
import type { Listeners, Surroundings } from '../../client/src/connection.ts';
import { answer } from '../../server/src/game/answering.ts';
import { due } from '../../server/src/game/due.ts';
import { left } from '../../server/src/game/presence.ts';
import type { Rule } from '../../server/src/game/outcome.ts';
import type { Hours } from '../server/hours.ts';
import type { Handlers } from './server.ts';

export interface Plant {
  /** Changes a rule until the returned function is called. */
  patch?(): () => void;
  /** Stands between the handlers and the network. */
  handlers?(handlers: Handlers, later: Hours['later']): Handlers;
  /** Makes a page's connection. */
  connect?(world: Surroundings, listeners: Listeners): Connection;
}

export const noPlant: Plant = {};

/** A rule whose check is another one for a while. */
const patched =
  <C>(rule: Rule<C>, check: Rule<C>['check']) =>
  (): (() => void) => {
    const shipped = rule.check;
    rule.check = check;
    return () => {
      rule.check = shipped;
    };
  };

/** An answer is acknowledged as soon as nothing speaks against it, while the log still writes. */
const acknowledgedBeforeTheCommit: Plant = {
  handlers: (handlers, later) => ({
    ...handlers,
    answer: (caller, message, receivedAt) => {
      const early = new Promise<Reply>((resolve) => {
        later(0, () => {
          resolve({ ok: true });
        });
      });
      return Promise.race([handlers.answer(caller, message, receivedAt), early]);
    },
  }),
};

const checkAnswer = answer.check;
/** The earlier answer of the same player is not looked at. */
const repeatsNotRecognised: Plant = {
  patch: patched(answer, (state, command, at) => {
    const step = state.run?.steps.find((asked) => asked.step === command.step);
    const earlier = step?.answers[command.player];
    if (!step || !earlier) return checkAnswer(state, command, at);
    Reflect.deleteProperty(step.answers, command.player);
    const verdict = checkAnswer(state, command, at);
    step.answers[command.player] = earlier;
    return verdict;
  }),
};

/** Views are numbered as they arrive, so that to the connection none is ever old. */
const versionsUnchecked: Plant = {
  connect: (world, listeners) => {
    const versions = new WeakMap<object, Version>();
    let arrived = 0;
    const renumber = (payload: unknown): unknown => {
      if (typeof payload !== 'object' || payload === null || !('version' in payload)) return payload;
      arrived += 1;
      const blind = { ...payload, version: [0, arrived] };
      versions.set(blind, payload.version as Version);
      return blind;
    };
    const restore = (payload: unknown): unknown => {
      const version = typeof payload === 'object' && payload !== null ? versions.get(payload) : undefined;
      return version ? { ...(payload as object), version } : payload;
    };
    const dial: Surroundings['dial'] = (events) =>
      world.dial({
        ...events,
        heard: (event, payload) => {
          events.heard(event, renumber(payload));
        },
      });
    const sighted = Object.entries(listeners).map(([name, listen]) => [
      name,
      (payload: unknown) => {
        (listen as (payload: unknown) => void)(restore(payload));
      },
    ]);
    return new Connection({ ...world, dial }, Object.fromEntries(sighted) as Listeners);
  },
};

const checkDue = due.check;
/** A timer that fires for the present moment is obeyed, whatever the time. */
const earlyTimerAccepted: Plant = {
  patch: patched(due, (state, command, at) => {
    const verdict = checkDue(state, command, at);
    return verdict && !verdict.ok && verdict.refusal.name === 'too-early' ? null : verdict;
  }),
};

/** Whoever's connection it was: they are gone. */
const oldLeftObeyed: Plant = {
  patch: patched(left, (state, { who }) => {
    if (who.role === 'host') return state.host.connections.length > 0 ? null : refused('stale');
    if (who.role === 'screen') return null;
    return state.players[who.player - 1]?.connection ? null : refused('stale');
  }),
};

export const plants = {
  acknowledgedBeforeTheCommit,
  repeatsNotRecognised,
  versionsUnchecked,
  earlyTimerAccepted,
  oldLeftObeyed,
};
