// The settings of a server, read once from the environment; a bad value is a sentence, never a guess.
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { serverWords } from '@oneliner/shared';
import * as v from 'valibot';
import { paths } from './paths.ts';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const HOST_NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;

const LAST_PORT = 65_535;
const METRICS_STEP = 6464;

const wholeNumber = (min: number, max: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number), v.minValue(min), v.maxValue(max));

const hostName = v.pipe(
  v.string(),
  v.check((host) => isIP(host) !== 0 || HOST_NAME.test(host)),
);

const isOrigin = (text: string): boolean => {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) return false;
  return url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
};

const isRedis = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && /^rediss?:$/.test(url.protocol) && url.hostname !== '';
};

const environmentSchema = v.object({
  PORT: v.optional(wholeNumber(0, LAST_PORT), '3000'),
  HOST: v.optional(hostName),
  PUBLIC_URL: v.optional(
    v.pipe(
      v.string(),
      v.check(isOrigin),
      v.transform((text) => new URL(text).origin),
    ),
  ),
  DATA_DIR: v.pipe(
    v.optional(v.string(), 'data'),
    v.minLength(1),
    v.transform((folder) => resolve(paths.root, folder)),
  ),
  LOG: v.pipe(
    v.optional(v.string(), 'sqlite'),
    v.check((log) => log === 'sqlite' || isRedis(log)),
  ),
  REDIS_WAIT: v.optional(wholeNumber(0, 10), '0'),
  SYNCHRONOUS: v.optional(v.picklist(['FULL', 'NORMAL']), 'FULL'),
  LOG_LEVEL: v.optional(v.picklist(LOG_LEVELS)),
  ROOM_HOURS: v.optional(wholeNumber(1, 8760), '24'),
  TRUST_PROXY: v.optional(wholeNumber(0, 10), '0'),
  HOST_PASSWORD: v.optional(v.string()),
  METRICS_PORT: v.optional(wholeNumber(0, LAST_PORT)),
  METRICS_HOST: v.optional(hostName, '127.0.0.1'),
});

export type SettingName = keyof typeof environmentSchema.entries;
export const settingNames = Object.keys(environmentSchema.entries) as SettingName[];

export interface Config {
  /** 0 lets the system choose a free one. */
  port: number;
  /** The address to listen on; `null` for all interfaces. */
  host: string | null;
  /** The origin under which everybody reaches this server, such as `https://quiz.example`. */
  publicUrl: string | null;
  dataFolder: string;
  /** The Redis that keeps the rooms of all servers; null for a database in the data folder of this one. */
  redisUrl: string | null;
  /** How many replicas of Redis must have what is acknowledged. */
  redisWait: number;
  /** FULL: what is acknowledged survives a power cut. NORMAL: faster, and a power cut may cost the last moments. */
  synchronous: 'FULL' | 'NORMAL';
  logLevel: (typeof LOG_LEVELS)[number];
  /** How long after its last command a room is deleted, ms. */
  roomLifeMs: number;
  /** How many proxies of one's own stand before this server and name the address they were called from. */
  proxies: number;
  /** What who opens rooms and brings documents must know; null lets everybody host. */
  hostPassword: string | null;
  /** Where the metrics are served, apart from the game; 0 lets the system choose a free port. */
  metricsPort: number;
  metricsHost: string;
}

/**
 * As far above the game's port as 9464 is above 3000, where Prometheus finds most exporters: two servers on one machine
 * that differ in PORT do not get into each other's way.
 */
const metricsPortBeside = (port: number): number => {
  if (port === 0) return 0;
  return port + METRICS_STEP > LAST_PORT ? port - METRICS_STEP : port + METRICS_STEP;
};

/** An empty variable is as good as none. */
const given = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));

/**
 * Reads the settings, or says for each bad one what it should be. Where a person watches the terminal
 * (`isTerminal`) only warnings are logged unless LOG_LEVEL asks for more, so that the QR code stays in sight.
 */
export const readConfig = (
  environment: NodeJS.ProcessEnv,
  isTerminal: boolean,
): { ok: true; config: Config } | { ok: false; sentences: string[] } => {
  const parsed = v.safeParse(environmentSchema, given(environment), { abortPipeEarly: true });
  if (!parsed.success) {
    const names = parsed.issues.map((issue) => v.getDotPath(issue) as SettingName);
    return {
      ok: false,
      sentences: names.map((name) => serverWords.badSetting(name, environment[name] ?? '')),
    };
  }
  const {
    PORT,
    HOST,
    PUBLIC_URL,
    DATA_DIR,
    LOG,
    REDIS_WAIT,
    SYNCHRONOUS,
    LOG_LEVEL,
    ROOM_HOURS,
    TRUST_PROXY,
    HOST_PASSWORD,
  } = parsed.output;
  const { METRICS_PORT, METRICS_HOST } = parsed.output;
  return {
    ok: true,
    config: {
      port: PORT,
      host: HOST ?? null,
      publicUrl: PUBLIC_URL ?? null,
      dataFolder: DATA_DIR,
      redisUrl: LOG === 'sqlite' ? null : LOG,
      redisWait: REDIS_WAIT,
      synchronous: SYNCHRONOUS,
      logLevel: LOG_LEVEL ?? (isTerminal ? 'warn' : 'info'),
      roomLifeMs: ROOM_HOURS * 3_600_000,
      proxies: TRUST_PROXY,
      hostPassword: HOST_PASSWORD ?? null,
      metricsPort: METRICS_PORT ?? metricsPortBeside(PORT),
      metricsHost: METRICS_HOST,
    },
  };
};
