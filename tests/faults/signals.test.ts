// What a system does to a process besides killing it: stopping it for a while, asking it to end, and giving it no more disk.
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { GameServer } from '../browser/house/game-server.ts';
import type { GameServerOptions } from '../browser/house/game-server.ts';
import { withDatabase } from '../server/log/stored.ts';
import { BadCable } from './bad-cable.ts';
import { Desk } from './desk.ts';
import { findMistakes } from './ledger.ts';
import { Phone } from './phone.ts';
import { AGAIN_MS, quizDocument, upload } from './quiz.ts';
import { SmallDisk } from './small-disk.ts';
import { clear, layTable, playOne } from './table.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function house(options: GameServerOptions = {}) {
  const server = await GameServer.open(options);
  open.push(server);
  const origin = `http://127.0.0.1:${server.port}`;
  const { id } = await upload(origin, quizDocument(1));
  return { server, origin, plan: { origin, documentId: id, count: 1, settings: { seconds: 120 } } };
}

test(
  'a server that the system stops for a while goes on where it was, and nothing is lost',
  { timeout: 60_000 },
  async () => {
    const { server, plan } = await house();
    const table = await layTable(plan, 3);
    const [ana, ben, cy] = table.phones as [Phone, Phone, Phone];
    await table.desk.leave('lobby', 'start');
    await table.desk.untilPhase('announced');
    await table.desk.leave('announced', 'skip');
    await ana.answer(1, 0);
    server.signal('SIGSTOP');
    const answering = [ben.answer(1, 1), cy.answer(1, 2)];
    // Nobody is heard meanwhile: their first tries run into the void.
    await vi.waitFor(
      () => {
        expect(ben.line.unanswered + cy.line.unanswered).toBeGreaterThan(0);
      },
      { timeout: 20_000, interval: 50 },
    );
    server.signal('SIGCONT');
    await Promise.all(answering);
    await table.desk.untilPhase('reveal');
    await Promise.all(table.phones.map((phone) => phone.until(({ results }) => results.has(1))));
    expect([ana, ben, cy].map(({ verdicts }) => verdicts.get(1)?.verdict)).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ]);
    clear(table);
    await server.stop('SIGTERM');
    expect(await findMistakes(server.folder, [table])).toEqual([]);
  },
);

test(
  'a server that is asked to end does not wait for lines that have gone silent',
  { timeout: 60_000 },
  async () => {
    const { server, plan } = await house();
    const cable = await BadCable.to(server.port);
    open.push(cable);
    const desk = await Desk.open(plan);
    const silent = new Phone(cable.origin, 'Silent');
    await silent.join(desk.code);
    cable.drop('up');
    cable.drop('down');
    const begun = performance.now();
    await server.stop('SIGTERM');
    expect(performance.now() - begun).toBeLessThan(5000);
    desk.line.close();
    silent.line.close();
  },
);

const FREE_EVERY_MS = 500;

interface FullDisk {
  options: GameServerOptions;
  /** Where the data is, given the server's own folder. */
  folder(own: string): string;
  fill(): void;
  /** Makes room again, with something that is not the server. */
  free(folder: string): void;
}

/** A write that fails with an error, on any machine: a file that may grow no more. */
const boundedFile = (): FullDisk => ({
  options: { fileBlocks: 1500 },
  folder: (own) => own,
  fill: () => undefined,
  free: (folder) => {
    withDatabase(folder, (db) => db.exec('pragma wal_checkpoint(truncate)'));
  },
});

/** A file system without a byte left, where this user may mount a small one. */
const boundedSystem = (): FullDisk | null => {
  const disk = SmallDisk.mount();
  if (!disk) return null;
  open.push(disk);
  return {
    options: { environment: { DATA_DIR: disk.folder } },
    folder: () => disk.folder,
    fill: () => {
      disk.fill();
    },
    free: () => {
      disk.empty();
    },
  };
};

test.each([
  ['a file may grow no more', boundedFile],
  ['the file system has no byte left', () => boundedSystem() ?? boundedFile()],
])(
  'a disk that is full, as %s: players are told, the server says that it is not ready, and all goes on when there is room',
  { timeout: 120_000 },
  async (_how, makeDisk) => {
    const disk = makeDisk();
    const { server, origin, plan } = await house(disk.options);
    const folder = disk.folder(server.folder);
    const table = await layTable(plan, 2);
    const [ana] = table.phones as [Phone];
    const readiness = async () => (await fetch(`${origin}/readyz`)).status;
    disk.fill();
    // Who sends on and on what is refused is cut off, and could not come back while the disk is full.
    for (let number = 1; (await readiness()) === 200; number += 1) {
      const origin = `http://${'x'.repeat(180)}${number}`;
      const reply = await table.desk.line.once('command', { do: 'choose-origin', origin });
      if (!reply?.ok) await delay(AGAIN_MS);
    }
    const told = await ana.line.once('join', { code: table.desk.code, name: 'Late', secret: 'l'.repeat(22) });
    expect(told).toMatchObject({ ok: false, refusal: { name: 'not-saved' } });
    const playing = playOne(table, () => 1);
    // A checkpoint makes no room while somebody reads.
    const freeing = setInterval(() => {
      disk.free(folder);
    }, FREE_EVERY_MS);
    await playing.finally(() => {
      clearInterval(freeing);
    });
    expect(await readiness()).toBe(200);
    clear(table);
    await server.stop('SIGTERM');
    expect(await findMistakes(folder, [table])).toEqual([]);
  },
);
