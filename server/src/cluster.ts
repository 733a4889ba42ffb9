// `npm run cluster`: three servers on one Redis behind one address, to try out what happens when one of them dies.
import { serverWords } from '@oneliner/shared';
import type { Here } from '@oneliner/shared';
import { Cluster } from './cluster/cluster.ts';
import type { KeptNote } from './cluster/kept.ts';
import { hasRedis } from './cluster/redis.ts';
import { readConfig } from './config.ts';
import type { Config } from './config.ts';
import { stopOnSignals } from './process.ts';
import { gamePlace, whyNotStarted } from './start-failures.ts';
import { localOrigin } from './web/addresses.ts';
import { welcome } from './welcome.ts';

const giveUp = (...sentences: string[]): never => {
  for (const sentence of sentences) console.error(sentence);
  process.exit(1);
};

const note: KeptNote = ({ name, child }, what) => {
  const isGone = what === 'ended';
  console.log(
    isGone ? serverWords.clusterEnded(name) : serverWords.clusterStartedAgain(name, child.pid ?? 0),
  );
};

const start = async (config: Config): Promise<void> => {
  const { port, host } = config;
  const starting = Cluster.start({ port, host, environment: process.env, note });
  stopOnSignals(async () => (await starting)?.stop(), serverWords.clusterStopped);
  const cluster = await starting;
  if (!cluster) return giveUp();
  const local = localOrigin(host, cluster.port);
  const here = (await (await fetch(`${local}/api/here`)).json()) as Here;
  console.log(welcome(local, here, process.stdout.isTTY, serverWords.clusterStopHint));
  const members = cluster.members.map(({ kept, addresses }) => ({
    name: kept.name,
    pid: kept.child.pid ?? 0,
    addresses,
  }));
  console.log(serverWords.clusterMembers(members));
};

// A terminal that is closed asks for the same as Ctrl-C.
process.on('SIGHUP', () => process.kill(process.pid, 'SIGTERM'));

const read = readConfig(process.env, process.stderr.isTTY);
if (!read.ok) giveUp(...read.sentences);
else if (!hasRedis()) giveUp(serverWords.clusterNeedsRedis);
else await start(read.config).catch((error: unknown) => giveUp(whyNotStarted(error, gamePlace(read.config))));
