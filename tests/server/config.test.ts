// The settings: what they are by default, what they accept, and the sentence for each bad value.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/src/config.ts';
import { paths } from '../../server/src/paths.ts';

const config = (environment: NodeJS.ProcessEnv, isTerminal = false) => {
  const read = readConfig(environment, isTerminal);
  if (!read.ok) throw new Error(read.sentences.join('\n'));
  return read.config;
};

describe('settings', () => {
  it('work without any', () => {
    expect(config({})).toEqual({
      port: 3000,
      host: null,
      publicUrl: null,
      dataFolder: join(paths.root, 'data'),
      redisUrl: null,
      redisWait: 0,
      synchronous: 'FULL',
      logLevel: 'info',
      roomLifeMs: 24 * 3_600_000,
      proxies: 0,
      hostPassword: null,
      metricsPort: 9464,
      metricsHost: '127.0.0.1',
    });
  });

  it('are read from the environment', () => {
    const environment = {
      PORT: '8080',
      HOST: '127.0.0.1',
      PUBLIC_URL: 'https://Quiz.example/',
      DATA_DIR: '/var/lib/quiz',
      LOG: 'redis://user:pass@10.0.0.5:6379/2',
      REDIS_WAIT: '1',
      SYNCHRONOUS: 'NORMAL',
      LOG_LEVEL: 'debug',
      ROOM_HOURS: '48',
      TRUST_PROXY: '1',
      HOST_PASSWORD: 'four random words, größer',
      METRICS_PORT: '9000',
      METRICS_HOST: '0.0.0.0',
    };
    expect(config(environment)).toEqual({
      port: 8080,
      host: '127.0.0.1',
      publicUrl: 'https://quiz.example',
      dataFolder: '/var/lib/quiz',
      redisUrl: 'redis://user:pass@10.0.0.5:6379/2',
      redisWait: 1,
      synchronous: 'NORMAL',
      logLevel: 'debug',
      roomLifeMs: 48 * 3_600_000,
      proxies: 1,
      hostPassword: 'four random words, größer',
      metricsPort: 9000,
      metricsHost: '0.0.0.0',
    });
  });

  it.each([
    ['3001', 9465],
    ['0', 0],
    ['65535', 59_071],
  ])('keep the metrics of PORT=%s off those of other ports, at %i', (PORT, metricsPort) => {
    expect(config({ PORT })).toMatchObject({ metricsPort });
  });

  it('that are empty count as not given', () => {
    expect(config({ PORT: '', PUBLIC_URL: ' ' })).toMatchObject({ port: 3000, publicUrl: null });
  });

  it('log only warnings where a person reads along, unless asked for more', () => {
    expect(config({}, true).logLevel).toBe('warn');
    expect(config({ LOG_LEVEL: 'info' }, true).logLevel).toBe('info');
  });
});

describe('a bad setting', () => {
  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3000 '],
    ['PORT', 'http'],
    ['HOST', 'my host'],
    ['HOST', 'http://127.0.0.1'],
    ['PUBLIC_URL', 'quiz.example'],
    ['PUBLIC_URL', 'https://quiz.example/game'],
    ['PUBLIC_URL', 'ftp://quiz.example'],
    ['SYNCHRONOUS', 'OFF'],
    ['LOG_LEVEL', 'loud'],
    ['ROOM_HOURS', '0'],
    ['ROOM_HOURS', '1.5'],
    ['TRUST_PROXY', 'true'],
    ['METRICS_PORT', 'none'],
    ['METRICS_HOST', 'my host'],
  ])('%s=%s is refused with a sentence', (name, value) => {
    const read = readConfig({ [name]: value }, false);
    if (read.ok) throw new Error('it was accepted');
    expect(read.sentences).toHaveLength(1);
    expect(read.sentences[0]).toMatch(new RegExp(`^${name} should be .+; it is "`));
  });

  it.each([
    ['LOG', 'redis://user:pa/ss#word@10.0.0.5:6379'],
    ['LOG', 'reddis://:password@10.0.0.5'],
  ])('%s is refused without a word of the password that may be in it', (name, value) => {
    const read = readConfig({ [name]: value }, false);
    if (read.ok) throw new Error('it was accepted');
    expect(read.sentences[0]).toMatch(new RegExp(`^${name} should be .+6379\\.$`));
  });

  it('is named together with the others', () => {
    const read = readConfig({ PORT: 'x', ROOM_HOURS: 'y' }, false);
    expect(read).toMatchObject({
      ok: false,
      sentences: [/PORT/, /ROOM_HOURS/].map((name) => expect.stringMatching(name)),
    });
  });
});
