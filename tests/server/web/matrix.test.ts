// Every event × every role × every phase: what is not allowed is refused by name and changes nothing.
import { clientEvents, defaultSettings } from '@oneliner/shared';
import type { ClientEventName, HostCommand, PhaseName, Reply } from '@oneliner/shared';
import { describe, expect, test } from 'vitest';
import type { Room } from '../../../server/src/rooms/room.ts';
import { createHandlers } from '../../../server/src/web/events.ts';
import type { Caller } from '../../../server/src/web/events.ts';
import { hashSecret } from '../../../server/src/web/secrets.ts';
import { questions } from '../game/table.ts';
import { House } from '../rooms/house.ts';

const secret = (of: string): string => of.padEnd(22, '_');
const KEY = secret('a fresh key');

type Role =
  'stranger' | 'player' | 'removed player' | 'asking screen' | 'paired screen' | 'host' | 'host elsewhere';
const ROLES: Role[] = [
  'stranger',
  'player',
  'removed player',
  'asking screen',
  'paired screen',
  'host',
  'host elsewhere',
];
const PHASES: PhaseName[] = ['lobby', 'announced', 'open', 'reveal', 'leaderboard', 'paused', 'podium'];

/** Two rooms, with somebody in every role; the first one is taken to `phase`. */
async function stage(phase: PhaseName) {
  const house = new House();
  const prepareQuiz = () => Promise.resolve({ ok: true, title: 'More', questions: questions(2) } as const);
  const handlers = createHandlers({
    receipts: null,
    rooms: house.rooms,
    now: house.hours.now,
    later: house.hours.later,
    prepareQuiz,
  });
  const room = await house.open({ seconds: 60 }, questions(3), hashSecret(secret('host')));
  const elsewhere = await house.open({}, questions(3), hashSecret(secret('host elsewhere')));
  const callers = new Map<Role, Caller>();
  const send = (caller: Caller, event: ClientEventName, message: object): Promise<Reply> => {
    const handler = handlers[event] as (caller: Caller, message: object, at: number) => Promise<Reply>;
    return house.whenDone(handler(caller, message, house.hours.now()));
  };
  const come = async (role: Role, event?: ClientEventName, message: object = {}, code = room.code) => {
    const caller: Caller = { line: house.page(), address: '10.0.0.1', room: null, credit: () => 0 };
    callers.set(role, caller);
    if (event)
      expect(await send(caller, event, { code, secret: secret(role), ...message })).toMatchObject({
        ok: true,
      });
  };
  await come('stranger');
  await come('host', 'host');
  await come('host elsewhere', 'host', {}, elsewhere.code);
  await come('player', 'join', { name: 'Ana' });
  await come('removed player', 'join', { name: 'Ben' });
  await come('asking screen', 'screen');
  await house.whenDone(room.submit({ type: 'invite-screen', keyHash: hashSecret(KEY) }));
  await come('paired screen', 'screen', { key: KEY });
  await house.whenDone(room.submit({ type: 'remove', players: [2] }));
  await lead(house, room, phase);
  return { house, room, elsewhere, callers, send };
}

/** Takes the room from the lobby to `phase`. */
async function lead(house: House, room: Room, phase: PhaseName): Promise<void> {
  const step = (type: 'start' | 'skip' | 'next' | 'pause' | 'end') =>
    house.whenDone(room.submit({ type, moment: room.state.moment }));
  if (phase === 'lobby') return;
  await step('start');
  if (phase === 'announced') return;
  await step('skip');
  await house.hours.pass(600);
  if (phase === 'open') return;
  if (phase === 'paused') return void (await step('pause'));
  await house.answer(room, 1, 0);
  await house.hours.pass(100);
  if (phase === 'reveal') return;
  await step('next');
  if (phase === 'leaderboard') return;
  await step('end');
  await house.hours.pass(2_100);
}

/** A message for every command, meant for the present moment. */
const commands = (moment: number): Record<HostCommand['do'], HostCommand> => {
  const plan = { documentId: 'things', count: 2, leftOut: [], order: [], settings: defaultSettings };
  return {
    prepare: { do: 'prepare', moment, plan, keepScores: false },
    start: { do: 'start', moment },
    skip: { do: 'skip', moment },
    reveal: { do: 'reveal', moment },
    next: { do: 'next', moment },
    pause: { do: 'pause', moment },
    resume: { do: 'resume', moment },
    end: { do: 'end', moment },
    'take-back': { do: 'take-back', moment },
    lock: { do: 'lock', locked: true },
    'ask-pin': { do: 'ask-pin', on: true },
    remove: { do: 'remove', players: [1] },
    'hand-over': { do: 'hand-over', player: 1, key: secret('seat') },
    'invite-screen': { do: 'invite-screen', key: secret('screen') },
    'pair-screen': { do: 'pair-screen', screen: 1 },
    'unpair-screen': { do: 'unpair-screen', screen: 2 },
    'choose-origin': { do: 'choose-origin', origin: 'http://10.0.0.1:3000' },
  };
};

const running: PhaseName[] = ['announced', 'open', 'reveal', 'leaderboard'];
/** In which phases a host's step is accepted; the others are accepted in all of them. */
const allowed: Partial<Record<HostCommand['do'], PhaseName[]>> = {
  prepare: ['lobby', 'podium'],
  start: ['lobby'],
  skip: ['announced'],
  reveal: ['open'],
  next: ['reveal', 'leaderboard'],
  pause: running,
  resume: ['paused'],
  end: [...running, 'paused'],
  'take-back': [],
};

const versions = ({ room, elsewhere }: { room: Room; elsewhere: Room }) =>
  [room, elsewhere].map(({ state }) => state.version);

describe.each(PHASES)('in the phase %s', (phase) => {
  test.each(ROLES.filter((role) => role !== 'host' && role !== 'host elsewhere'))(
    'a %s cannot command',
    async (role) => {
      const scene = await stage(phase);
      const before = versions(scene);
      const caller = scene.callers.get(role) as Caller;
      for (const command of Object.values(commands(scene.room.state.moment)))
        expect(await scene.send(caller, 'command', command), command.do).toEqual({
          ok: false,
          refusal: { name: 'not-allowed' },
        });
      expect(versions(scene)).toEqual(before);
    },
  );

  test.each(Object.keys(commands(0)) as HostCommand['do'][])(
    'the host’s %s goes by the phase',
    async (name) => {
      const scene = await stage(phase);
      const before = structuredClone(scene.room.state);
      const command = commands(scene.room.state.moment)[name];
      const reply = await scene.send(scene.callers.get('host') as Caller, 'command', command);
      const isAllowed = allowed[name]?.includes(phase) ?? true;
      expect(reply.ok, JSON.stringify(reply)).toBe(isAllowed);
      if (isAllowed) return;
      const isRepeat = name === 'take-back' || (name === 'pause' && phase === 'paused');
      expect(reply).toEqual({ ok: false, refusal: { name: isRepeat ? 'stale' : 'not-now' } });
      expect(scene.room.state).toEqual(before);
    },
  );

  test('the host of another room changes nothing in this one', async () => {
    const scene = await stage(phase);
    const before = structuredClone(scene.room.state);
    const caller = scene.callers.get('host elsewhere') as Caller;
    for (const command of Object.values(commands(scene.room.state.moment)))
      await scene.send(caller, 'command', command);
    expect(scene.room.state).toEqual(before);
  });

  test.each(ROLES)('a %s can answer as the role and phase allow', async (role) => {
    const scene = await stage(phase);
    const before = versions(scene);
    const step = Math.max(1, scene.room.state.lastStep);
    const message = { step, reply: { kind: 'choice', option: 0 }, number: 1 };
    const reply = await scene.send(scene.callers.get(role) as Caller, 'answer', message);
    const answeredBefore = ['reveal', 'leaderboard', 'podium'].includes(phase);
    if (role !== 'player') expect(reply).toEqual({ ok: false, refusal: { name: 'not-allowed' } });
    else expect(reply.ok, JSON.stringify(reply)).toBe(phase === 'open' || answeredBefore);
    if (!(role === 'player' && phase === 'open')) expect(versions(scene)).toEqual(before);
  });

  test('a guessed secret takes no role', async () => {
    const scene = await stage(phase);
    const before = versions(scene);
    const { code } = scene.room;
    const guessed = { code, secret: secret('guessed'), key: secret('guessed too') };
    for (const [event, name] of [
      ['host', 'not-allowed'],
      ['resume', 'unknown-player'],
      ['claim-seat', 'key-spent'],
    ] as const)
      expect(await scene.send(scene.callers.get('stranger') as Caller, event, guessed)).toEqual({
        ok: false,
        refusal: { name },
      });
    expect(versions(scene)).toEqual(before);
  });

  test('a removed player stays out by every way in', async () => {
    const scene = await stage(phase);
    const caller = scene.callers.get('removed player') as Caller;
    const mine = { code: scene.room.code, secret: secret('removed player') };
    await scene.house.whenDone(
      scene.room.submit({ type: 'hand-over', player: 1, keyHash: hashSecret(secret('seat')) }),
    );
    const before = versions(scene);
    for (const [event, message] of [
      ['join', { ...mine, name: 'Somebody else' }],
      ['resume', mine],
      ['claim-seat', { ...mine, key: secret('seat') }],
    ] as const)
      expect(await scene.send(caller, event, message)).toEqual({ ok: false, refusal: { name: 'removed' } });
    expect(versions(scene)).toEqual(before);
  });
});

test('no event and no command is missing from the matrix', () => {
  const tried = ['clock', 'knock', 'join', 'resume', 'claim-seat', 'answer', 'host', 'command', 'screen'];
  expect(Object.keys(clientEvents).sort()).toEqual(tried.sort());
});
