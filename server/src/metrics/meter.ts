// What is counted and timed for whoever watches a server. Numbers and names of the contract only: never a room, a
// person or a secret.
import type { ClientEventName, RefusalName, Reply } from '@oneliner/shared';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export type SocketRole = 'player' | 'host' | 'screen' | 'none';

/** What the rest of the server tells as it happens. */
export interface Meter {
  /** An event of the contract was answered, so many seconds after it was received. */
  replied(event: ClientEventName, reply: Reply, seconds: number): void;
  /** A request over HTTP was refused. */
  refused(name: RefusalName): void;
  /** The log took an entry, so many seconds after it was handed in. */
  appended(seconds: number): void;
  /** The event loop was late for a timer by so many seconds. */
  lagged(seconds: number): void;
}

/** What is looked up when somebody asks. */
export interface Watched {
  rooms(): number;
  sockets(): Record<SocketRole, number>;
  /** How long word of the last entry took to come here, seconds. */
  logLag(): number;
}

export interface Metrics extends Meter {
  watch(watched: Watched): void;
  /** All of it in Prometheus's text format, and the name of that format. */
  read(): Promise<string>;
  readonly contentType: string;
}

const ANSWER_SECONDS = [0.001, 0.002, 0.005, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const LAG_SECONDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

/** What the process itself takes, under the names that every Prometheus client uses. */
const watchProcess = (registers: Registry[]): void => {
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Processor time of the process, all threads.',
    registers,
    collect() {
      const { user, system } = process.cpuUsage();
      this.reset();
      this.inc((user + system) / 1e6);
    },
  });
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Memory of the process.',
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
};

const watchRooms = ({ rooms, sockets, logLag }: Watched, registers: Registry[]): void => {
  new Gauge({
    name: 'oneliner_rooms',
    help: 'Rooms that this server has open.',
    registers,
    collect() {
      this.set(rooms());
    },
  });
  new Gauge({
    name: 'oneliner_sockets',
    help: 'Connections by the role they have in a room.',
    labelNames: ['role'],
    registers,
    collect() {
      for (const [role, count] of Object.entries(sockets())) this.set({ role }, count);
    },
  });
  new Gauge({
    name: 'oneliner_log_lag_seconds',
    help: 'How long word of the last entry took to come here; 0 where this server is the only one that writes.',
    registers,
    collect() {
      this.set(logLag());
    },
  });
};

const timed = (name: string, help: string, buckets: number[], registers: Registry[]): Histogram =>
  new Histogram({ name, help, buckets, registers });

export const createMetrics = (): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  const answers = new Counter({
    name: 'oneliner_answers_total',
    help: 'Answers to questions by verdict: accepted, or the name of the refusal.',
    labelNames: ['verdict'],
    registers,
  });
  const refusals = new Counter({
    name: 'oneliner_refusals_total',
    help: 'Refusals by name, of events and of requests over HTTP.',
    labelNames: ['name'],
    registers,
  });
  const acknowledged = timed(
    'oneliner_acknowledgement_seconds',
    'From an answer that was received to its acknowledgement.',
    ANSWER_SECONDS,
    registers,
  );
  const appended = timed(
    'oneliner_append_seconds',
    'From an entry handed to the log to its commit.',
    ANSWER_SECONDS,
    registers,
  );
  const lag = timed(
    'oneliner_event_loop_lag_seconds',
    'How late the event loop was for a timer.',
    LAG_SECONDS,
    registers,
  );
  watchProcess(registers);

  return {
    replied(event, reply, seconds) {
      if (!reply.ok) refusals.inc({ name: reply.refusal.name });
      if (event !== 'answer') return;
      answers.inc({ verdict: reply.ok ? 'accepted' : reply.refusal.name });
      acknowledged.observe(seconds);
    },
    refused(name) {
      refusals.inc({ name });
    },
    appended(seconds) {
      appended.observe(seconds);
    },
    lagged(seconds) {
      lag.observe(seconds);
    },
    watch(watched) {
      watchRooms(watched, registers);
    },
    read: () => registry.metrics(),
    contentType: registry.contentType,
  };
};
