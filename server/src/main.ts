// The server's process: configuration, start, stop. The only place that knows which log is in use.
import { hostname } from 'node:os';
import { serverWords } from '@oneliner/shared';
import { nanoid } from 'nanoid';
import { readConfig } from './config.ts';
import type { Config } from './config.ts';
import { createJournal } from './journal.ts';
import type { Journal } from './journal.ts';
import { alone } from './log/fleet.ts';
import type { Fleet } from './log/fleet.ts';
import type { Home } from './log/home.ts';
import { openSqliteHome } from './log/sqlite/home.ts';
import { serveMetrics } from './metrics/serve-metrics.ts';
import { keepGoing, stopOnSignals } from './process.ts';
import type { RunningServer } from './server.ts';
import { gamePlace, metricsPlace, whyNotStarted } from './start-failures.ts';
import { welcome } from './welcome.ts';

const giveUp = (...sentences: string[]): never => {
  for (const sentence of sentences) console.error(sentence);
  process.exit(1);
};

type OnWritable = (isWritable: boolean, why: string) => void;

const openFolder = async (config: Config, onWritable: OnWritable): Promise<Home & { fleet: Fleet }> => {
  const { dataFolder: folder, synchronous } = config;
  const home = await openSqliteHome({ folder, synchronous, onWritable });
  return home.ok
    ? { ...home, fleet: alone }
    : giveUp(serverWords.folderFailed[home.reason](folder), home.why);
};

const openRedis = async (
  url: string,
  serverId: string,
  { host, port, redisWait: replicas }: Config,
  onWritable: OnWritable,
): Promise<Home & { fleet: Fleet }> => {
  // Whoever needs no Redis need not wait for its client to load.
  const { openRedisHome } = await import('./log/redis/home.ts');
  // Where the system chooses the port, nobody can have had it before.
  const seat = `${hostname()}:${host ?? ''}:${port === 0 ? serverId : port}`;
  const home = await openRedisHome({ url, serverId, seat, replicas, onWritable });
  return home.ok ? home : giveUp(serverWords.redisFailed(new URL(url).host), home.why);
};

/** Where several servers share a log, what they write down comes together: each line says whose it is. */
const openJournal = ({ logLevel, redisUrl }: Config, serverId: string): Journal => {
  const journal = createJournal(logLevel);
  return redisUrl === null ? journal : journal.child({ server: serverId });
};

const start = async (config: Config, serverId: string, journal: Journal): Promise<void> => {
  let server: RunningServer | null = null;
  const onWritable: OnWritable = (isWritable, why) => {
    if (isWritable) journal.warn('saving again');
    else journal.error({ why }, 'cannot save: nothing is acknowledged until the log takes it again');
    server?.savingChanged();
  };
  // The log opens while what serves it is loaded, which is most of a start.
  const [{ log, shelf, fleet }, { createMetrics }, { startServer }] = await Promise.all([
    config.redisUrl === null
      ? openFolder(config, onWritable)
      : openRedis(config.redisUrl, serverId, config, onWritable),
    import('./metrics/meter.ts'),
    import('./server.ts'),
  ]);
  const metrics = createMetrics();
  const place = metricsPlace(config);
  const watching = await serveMetrics(metrics, place).catch((error: unknown) =>
    giveUp(whyNotStarted(error, place)),
  );
  const running = await startServer({ config, log, shelf, fleet, serverId, journal, metrics });
  server = running;
  stopOnSignals(async () => {
    await running.stop();
    watching.close();
    await log.close();
  });
  console.log(welcome(running.local, running.here, process.stdout.isTTY));
  const addresses = { origin: running.local, metrics: watching.url };
  journal.info(addresses, 'listening');
  process.send?.(addresses);
};

const read = readConfig(process.env, process.stderr.isTTY);
if (!read.ok) giveUp(...read.sentences);
else {
  const serverId = nanoid();
  const journal = openJournal(read.config, serverId);
  keepGoing(journal);
  await start(read.config, serverId, journal).catch((error: unknown) =>
    giveUp(whyNotStarted(error, gamePlace(read.config))),
  );
}
