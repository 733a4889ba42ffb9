// One good message of every event and of every command of a host, for the tests that bend and break them.
import { defaultSettings } from '@oneliner/shared';
import type { ClientEvent, ClientEventName, HostCommand, OpenRoom, Plan } from '@oneliner/shared';

const secret = 'a-secret-of-22-letters';
const code = 'ACDEFG';

export const plan: Plan = {
  documentId: 'python-backend-interview',
  count: 12,
  leftOut: ['q3'],
  order: [],
  settings: defaultSettings,
};

export const openRoom: OpenRoom = { secret, plan };

export const commands: { [D in HostCommand['do']]: Extract<HostCommand, { do: D }> } = {
  prepare: { do: 'prepare', moment: 0, plan, keepScores: true },
  start: { do: 'start', moment: 1 },
  skip: { do: 'skip', moment: 1 },
  reveal: { do: 'reveal', moment: 1 },
  next: { do: 'next', moment: 1 },
  pause: { do: 'pause', moment: 1 },
  resume: { do: 'resume', moment: 1 },
  end: { do: 'end', moment: 1 },
  'take-back': { do: 'take-back', moment: 1 },
  lock: { do: 'lock', locked: true },
  'ask-pin': { do: 'ask-pin', on: true },
  remove: { do: 'remove', players: [1, 2] },
  'hand-over': { do: 'hand-over', player: 1, key: secret },
  'invite-screen': { do: 'invite-screen', key: secret },
  'pair-screen': { do: 'pair-screen', screen: 1 },
  'unpair-screen': { do: 'unpair-screen', screen: 1 },
  'choose-origin': { do: 'choose-origin', origin: 'http://192.168.1.20:3000' },
};

export const events: { [N in ClientEventName]: ClientEvent<N> } = {
  clock: {},
  knock: { code, key: secret },
  join: { code, key: secret, name: 'Ada', secret },
  resume: { code, secret },
  'claim-seat': { code, key: secret, secret },
  answer: { step: 1, reply: { kind: 'choice', option: 0 }, number: 1 },
  host: { code, secret },
  command: commands.start,
  screen: { code, secret, key: secret },
};
