// `npm run demo`: the server, and a room in which a dozen bots play a whole game that anybody can watch and join.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultSettings, serverWords } from '@oneliner/shared';
import type { Here } from '@oneliner/shared';
import { forkServer, originOf } from './child.ts';
import { cast } from './demo/cast.ts';
import { createHostBot } from './demo/host-bot.ts';
import { play } from './demo/play.ts';

/** Time for people to find the room before the game begins, and between the arrivals of bots. */
const LOBBY_MS = 15_000;
const ARRIVAL_MS = 700;
const QUESTIONS = 6;
const SECONDS = 15;
/** Far more than the whole game takes. */
const GAME_MS = 3_600_000;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

// The terminal sends Ctrl-C to the server too; it stops in order, and this process ends with it.
process.on('SIGINT', () => undefined);

// A demo beside a running server keeps out of its rooms.
const dataFolder = process.env['DATA_DIR'] ?? (await mkdtemp(join(tmpdir(), 'oneliner-demo-')));
// Bots call on this machine, under an origin that PUBLIC_URL would refuse, and know no password.
const environment = { ...process.env, DATA_DIR: dataFolder, PUBLIC_URL: '', HOST_PASSWORD: '' };
const origin = await originOf(forkServer(environment, 'inherit'));
const here = (await (await fetch(`${origin}/api/here`)).json()) as Here;
const joinOrigin = here.origins[0] ?? origin;
const settings = { ...defaultSettings, seconds: SECONDS, advance: 'auto' as const };
const host = await createHostBot({ origin, joinOrigin, plan: { count: QUESTIONS, settings } });
console.log(serverWords.demoRoom(`${origin}/screen/${host.code}`, `${joinOrigin}/${host.code}`));

for (const character of cast) {
  play(character, { origin, code: host.code }, host.view);
  await wait(ARRIVAL_MS);
}
await wait(LOBBY_MS);
await host.step('start');
await host.until(({ phase }) => phase.name === 'podium', GAME_MS);
console.log(serverWords.demoOver);
