// Somebody sets the clock of the machine by an hour: in the middle of a question, and while the server is away.
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { GameServer } from '../browser/house/game-server.ts';
import { findMistakes } from './ledger.ts';
import type { Phone } from './phone.ts';
import { quizDocument, upload } from './quiz.ts';
import { clear, layTable } from './table.ts';
import type { Table } from './table.ts';

const program = fileURLToPath(new URL('./shifted-server.ts', import.meta.url));
const HOUR_MS = 3_600_000;
const SECONDS = 60;

const clockOf = async ({ line }: Phone): Promise<number> => {
  const reply = await line.insist('clock', {});
  return reply.ok ? reply.now : 0;
};

async function midQuestion(server: GameServer): Promise<Table> {
  const origin = `http://127.0.0.1:${server.port}`;
  const { id } = await upload(origin, quizDocument(1));
  const table = await layTable({ origin, documentId: id, count: 1, settings: { seconds: SECONDS } }, 3);
  await table.desk.leave('lobby', 'start');
  await table.desk.untilPhase('announced');
  await table.desk.leave('announced', 'skip');
  return table;
}

test.each([
  ['forward', HOUR_MS],
  ['back', -HOUR_MS],
])(
  'a clock that is set %s by an hour gives and takes nobody time',
  { timeout: 60_000 },
  async (_way, jumpMs) => {
    const server = await GameServer.open({ program, environment: { JUMP_MS: `${jumpMs}` } });
    const table = await midQuestion(server);
    const [ana, ben, cy] = table.phones as [Phone, Phone, Phone];
    await ana.answer(1, 0);
    const before = await clockOf(ana);
    server.signal('SIGUSR2');
    await vi.waitFor(() => {
      expect(server.output).toContain('the clock has jumped');
    });
    const passed = (await clockOf(ana)) - before;
    expect(passed).toBeGreaterThanOrEqual(0);
    expect(passed).toBeLessThan(SECONDS * 1000);
    await ben.answer(1, 1);

    await server.stop('SIGKILL');
    await server.start({ SHIFT_MS: `${jumpMs}` });
    await cy.answer(1, 2);
    await table.desk.untilPhase('reveal');
    await Promise.all(table.phones.map((phone) => phone.until(({ results }) => results.has(1))));
    for (const { verdicts, results } of table.phones) {
      expect(verdicts.get(1)?.verdict).toBe('accepted');
      expect(results.get(1)?.elapsedMs).toBeLessThan(SECONDS * 1000);
    }
    clear(table);
    await server.stop('SIGTERM');
    expect(await findMistakes(server.folder, [table])).toEqual([]);
    await server.close();
  },
);
