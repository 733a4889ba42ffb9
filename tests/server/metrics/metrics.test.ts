// What a server tells about itself on its own port: counts and times of what happened, and nobody's name.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serverWords } from '@oneliner/shared';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createHostBot } from '../../../server/src/demo/host-bot.ts';
import { startProcess } from '../process.ts';
import { Guest } from '../sockets/guest.ts';

const started = async (environment: NodeJS.ProcessEnv = {}) => {
  const { child, origin } = startProcess(environment);
  const [told] = (await once(child, 'message')) as [{ metrics: string }];
  const local = (await origin) ?? '';
  return { local, metrics: told.metrics, scrape: async () => (await fetch(told.metrics)).text() };
};

/** The value of a line such as `oneliner_sockets{role="player"}`. */
const valueOf = (text: string, line: string): number | null => {
  const found = text.split('\n').find((one) => one.startsWith(`${line} `));
  return found === undefined ? null : Number(found.slice(line.length));
};

describe('the metrics', () => {
  it('count rooms, sockets by role, answers by verdict and refusals by name, and time appends and answers', async () => {
    const { local, scrape } = await started();
    const host = await createHostBot({ origin: local, joinOrigin: local, plan: { count: 1 } });
    const ada = await new Guest(local).join(host.code, 'Ada Lovelace');
    const lost = new Guest(local);
    await lost.send('answer', { step: 1 });
    await host.step('start');
    await host.step('skip');
    await ada.untilPhase('open');
    await ada.answer(0);
    await ada.send('answer', { step: 9, reply: { kind: 'choice', option: 0 }, number: 1 });
    await fetch(`${local}/api/documents/nothing`);

    await vi.waitFor(async () =>
      expect(valueOf(await scrape(), 'oneliner_refusals_total{name="unknown-document"}')).toBe(1),
    );
    const text = await scrape();
    const values = Object.fromEntries(
      [
        'oneliner_rooms',
        'oneliner_sockets{role="player"}',
        'oneliner_sockets{role="host"}',
        'oneliner_sockets{role="screen"}',
        'oneliner_sockets{role="none"}',
        'oneliner_answers_total{verdict="accepted"}',
        'oneliner_answers_total{verdict="too-early"}',
        'oneliner_refusals_total{name="malformed"}',
        'oneliner_refusals_total{name="too-early"}',
        'oneliner_acknowledgement_seconds_count',
        'oneliner_log_lag_seconds',
      ].map((line) => [line, valueOf(text, line)]),
    );
    expect(values).toEqual({
      oneliner_rooms: 1,
      'oneliner_sockets{role="player"}': 1,
      'oneliner_sockets{role="host"}': 1,
      'oneliner_sockets{role="screen"}': 0,
      'oneliner_sockets{role="none"}': 1,
      'oneliner_answers_total{verdict="accepted"}': 1,
      'oneliner_answers_total{verdict="too-early"}': 1,
      'oneliner_refusals_total{name="malformed"}': 1,
      'oneliner_refusals_total{name="too-early"}': 1,
      oneliner_acknowledgement_seconds_count: 3,
      oneliner_log_lag_seconds: 0,
    });
    expect(valueOf(text, 'oneliner_append_seconds_count')).toBeGreaterThanOrEqual(8);
    expect(valueOf(text, 'oneliner_event_loop_lag_seconds_count')).toBeGreaterThan(0);
    expect(valueOf(text, 'process_cpu_seconds_total')).toBeGreaterThan(0);
    expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(1e7);
    for (const unsaid of ['Ada', 'Lovelace', host.code, ada.secret]) expect(text).not.toContain(unsaid);
    host.close();
    ada.close();
    lost.close();
  });

  it('stand on a port of their own that only this machine reaches, and nowhere in the game', async () => {
    const { local, metrics } = await started();
    expect(new URL(metrics).hostname).toBe('127.0.0.1');
    expect((await fetch(`${local}/metrics`)).status).toBe(404);
    expect((await fetch(new URL('/', metrics))).status).toBe(404);
    expect((await fetch(metrics, { method: 'POST' })).status).toBe(404);
  });

  it('listen where METRICS_HOST says', async () => {
    const { metrics } = await started({ METRICS_HOST: '127.0.0.2' });
    expect(new URL(metrics).hostname).toBe('127.0.0.2');
    expect((await fetch(metrics)).headers.get('content-type')).toContain('text/plain');
  });

  it('whose port is taken keep the server from starting, with a sentence', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { ended, logged } = startProcess({ METRICS_PORT: String(port) });
    expect(await ended).toBe(1);
    expect(logged().trim()).toBe(serverWords.portTaken(port, 'METRICS_PORT'));
  });

  it('whose address this machine does not have, too', async () => {
    const { ended, logged } = startProcess({ METRICS_HOST: '198.51.100.7' });
    expect(await ended).toBe(1);
    expect(logged().trim()).toBe(serverWords.addressUnknown('198.51.100.7', 'METRICS_HOST'));
  });
});
