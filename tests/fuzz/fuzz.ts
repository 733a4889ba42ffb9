// Strangers who send everything to a real server at once; what must never come back, and must still be there afterwards.
import { clientEvents, openRoomSchema } from '@oneliner/shared';
import type { ClientEventName } from '@oneliner/shared';
import { nanoid } from 'nanoid';
import type { GameServer } from '../browser/house/game-server.ts';
import { Desk } from '../faults/desk.ts';
import { quizDocument, upload } from '../faults/quiz.ts';
import { handshake, maskedFrame } from '../server/sockets/raw.ts';
import { Dice } from '../simulation/dice.ts';
import { StrangeCaller } from './caller.ts';
import { FRAMES, hostile, PACKETS } from './hostile.ts';
import { drawRequest } from './requests.ts';
import { spoil, valid } from './shapes.ts';

export interface Fuzzed {
  messages: number;
  requests: number;
  connections: number;
  /** What should not have been: each with what came before it. */
  findings: string[];
}

interface World {
  server: GameServer;
  dice: Dice;
  /** Codes, secrets, ids and names that mean something in the room that stands open. */
  strings: string[];
  fuzzed: Fuzzed;
  isOver(): boolean;
}

const EVENTS = Object.keys(clientEvents) as ClientEventName[];
const SOCKETS = 6;
const CALLERS = 3;
/** Connections that are left half open at a time. */
const HALF_OPEN = 20;
/** Who is owed an answer waits this long for it; who is not, this long for whatever comes. */
const PATIENCE_MS = 20_000;
const LINGER_MS = 100;
/** What only the server's inside looks like. */
const INSIDE = /\n\s+at \S+ \(|node_modules|node:internal|\.ts:\d+|"fault"/;

const drawMessage = ({ dice, strings }: World): string => {
  const event = EVENTS[dice.whole(0, EVENTS.length - 1)] ?? 'clock';
  const message = valid(clientEvents[event], strings, dice);
  const sent = dice.chance(0.4) ? message : dice.chance(0.8) ? spoil(message, dice) : hostile(dice);
  const rest = dice.chance(0.05) ? [hostile(dice)] : [];
  return `42${dice.chance(0.95) ? dice.whole(0, 99) : ''}${JSON.stringify([event, sent, ...rest])}`;
};

/** Enough of a text to see what it was. */
const shortened = (text: string): string =>
  JSON.stringify(text.length < 800 ? text : `${text.slice(0, 500)} … ${text.slice(-300)}`);

const inspect = ({ fuzzed }: World, got: string, sent: string): void => {
  if (!INSIDE.test(got)) return;
  fuzzed.findings.push(`${shortened(sent)} was answered with ${shortened(got)}`);
};

const call = ({ server, fuzzed }: World): StrangeCaller => {
  fuzzed.connections += 1;
  return new StrangeCaller(server.port);
};

/** Messages of the protocol, whatever is in them. */
const talk = (world: World, caller: StrangeCaller): string[] => {
  const sent = Array.from({ length: world.dice.whole(1, 40) }, () => drawMessage(world));
  for (const text of sent) caller.write(maskedFrame('text', text));
  world.fuzzed.messages += sent.length;
  return sent;
};

/** What is no protocol at all: no answer is owed to it, but a line that closes or goes on. */
const babble = ({ dice, fuzzed }: World, caller: StrangeCaller): void => {
  for (let count = dice.whole(1, 5); count > 0; count -= 1)
    caller.write(maskedFrame(dice.chance(0.7) ? 'text' : 'binary', dice.pick(PACKETS)));
  if (dice.chance(0.5)) caller.write(dice.pick(FRAMES));
  fuzzed.messages += 1;
};

/** One visit over a WebSocket, from the handshake to one of several ways to leave. */
async function visit(world: World): Promise<void> {
  const { dice, server, fuzzed } = world;
  const caller = call(world);
  caller.write(handshake(server.port));
  await caller.until((got) => got.includes('"maxPayload"'), PATIENCE_MS);
  const isPolite = dice.chance(0.7);
  if (isPolite || dice.chance(0.7)) caller.write(maskedFrame('text', '40'));
  if (isPolite) await caller.until((got) => got.includes('40{"sid"'), PATIENCE_MS);
  const sent = talk(world, caller);
  if (!isPolite) babble(world, caller);
  const leave = dice.pick(['asks', 'asks', 'asks', 'takes leave', 'ends']);
  if (leave === 'asks') caller.write(maskedFrame('text', '42777["clock",{}]'));
  else if (leave === 'ends') caller.end();
  else caller.write(maskedFrame('text', '41'));
  const isOwed = isPolite && leave === 'asks';
  const isAnswered = await caller.until((got) => got.includes('43777['), isOwed ? PATIENCE_MS : LINGER_MS);
  if (isOwed && !isAnswered) fuzzed.findings.push(`no last word after ${shortened(sent.join('\n'))}`);
  inspect(world, caller.got, sent.join('\n'));
  caller.destroy();
}

/** One request over HTTP, or the beginning of one that never goes on. */
async function request(world: World, halfOpen: StrangeCaller[]): Promise<void> {
  const { dice, server, strings, fuzzed } = world;
  const json = (): string => {
    const message = valid(openRoomSchema, strings, dice);
    return JSON.stringify(dice.chance(0.3) ? message : spoil(message, dice));
  };
  const { text, isWhole } = drawRequest(dice, server.port, json);
  const caller = call(world);
  caller.write(Buffer.from(text));
  fuzzed.requests += 1;
  if (!isWhole) {
    halfOpen.push(caller);
    if (halfOpen.length > HALF_OPEN) halfOpen.shift()?.destroy();
    return;
  }
  if (!(await caller.until((got) => got.startsWith('HTTP/1.1 101'), PATIENCE_MS)))
    fuzzed.findings.push(`no answer to ${shortened(text)}`);
  inspect(world, caller.got, text);
  caller.destroy();
}

const keep = async (world: World, act: () => Promise<void>): Promise<void> => {
  while (!world.isOver() && world.server.isAlive) await act();
};

/** A room with a host who stays, and a document: what strangers may find, guess or spoil. */
export async function openHouse(server: GameServer): Promise<{ strings: string[]; desk: Desk }> {
  const origin = `http://127.0.0.1:${server.port}`;
  const { id, bank } = await upload(origin, quizDocument(3));
  const desk = await Desk.open({
    origin,
    documentId: id,
    count: 2,
    settings: { seconds: 5, advance: 'auto' },
  });
  const secrets = Array.from({ length: 5 }, () => nanoid(22));
  const names = [
    'Ana',
    'Ben',
    'Ana',
    '',
    ' ',
    'x'.repeat(199),
    '\u202eevil',
    'АNА',
    '👩‍👩‍👧‍👦'.repeat(20),
    '__proto__',
  ];
  // The host's own secret is among them: whoever has it may do all that a host may.
  const strings = [desk.code, desk.code.toLowerCase(), 'QQQQQQ', desk.secret, ...secrets, id, ...names];
  return { strings: [...strings, ...bank.map((question) => question.id), 'http://10.0.0.1:3000'], desk };
}

/** Sends for `ms` all that a seed draws. */
export async function fuzz(
  server: GameServer,
  strings: string[],
  { seed, ms }: { seed: string; ms: number },
): Promise<Fuzzed> {
  const fuzzed: Fuzzed = { messages: 0, requests: 0, connections: 0, findings: [] };
  const end = performance.now() + ms;
  const dice = new Dice(`fuzz ${seed}`);
  const world = (name: string): World => ({
    server,
    strings,
    fuzzed,
    dice: dice.of(name),
    isOver: () => performance.now() > end,
  });
  const halfOpen: StrangeCaller[] = [];
  const logged = server.output.length;
  const visitors = Array.from({ length: SOCKETS }, (_, index) => world(`visitor ${index}`));
  const callers = Array.from({ length: CALLERS }, (_, index) => world(`caller ${index}`));
  await Promise.all([
    ...visitors.map((one) => keep(one, () => visit(one))),
    ...callers.map((one) => keep(one, () => request(one, halfOpen))),
  ]);
  for (const socket of halfOpen) socket.destroy();
  if (!server.isAlive) fuzzed.findings.push(`the server has ended:\n${server.output.slice(-2000)}`);
  const faults = server.output
    .slice(logged)
    .split('\n')
    .filter((line) => /"level":[56]0/.test(line));
  fuzzed.findings.push(...new Set(faults.map((line) => line.slice(0, 1500))));
  return fuzzed;
}
