// The server's process: what it prints, what it says when it cannot start, and how it stops.
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serverWords } from '@oneliner/shared';
import { io } from 'socket.io-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHostBot } from '../../server/src/demo/host-bot.ts';
import { hashSecret } from '../../server/src/web/secrets.ts';
import { Guest } from './sockets/guest.ts';
import { dataFolder, startProcess } from './process.ts';

describe('a server that starts', () => {
  it('prints where to go, with a QR code, and logs apart from that', async () => {
    const { origin, child, ended, said, logged } = startProcess({ PUBLIC_URL: 'http://192.168.1.20:3000' });
    const local = await origin;
    expect(local).toMatch(/^http:\/\/localhost:\d+$/);
    child.kill('SIGTERM');
    await ended;
    expect(said()).toContain('http://192.168.1.20:3000/host');
    expect(said()).toMatch(/█{20,}/);
    expect(JSON.parse(logged())).toMatchObject({ msg: 'listening', origin: local });
    expect(logged()).not.toContain('"server"');
  });

  it('says that it takes people, and serves', async () => {
    const { origin } = startProcess();
    const local = await origin;
    expect((await fetch(`${local}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${local}/api/here`)).json()).toMatchObject({ ok: true, fixed: false });
  });

  it('stops in order when asked: everybody is told, and it ends well', async () => {
    const { origin, child, ended, said } = startProcess();
    const local = (await origin) ?? '';
    const socket = io(local, {
      transports: ['websocket'],
      extraHeaders: { origin: local },
      reconnection: false,
    });
    onTestFinished(() => void socket.disconnect());
    await once(socket as never, 'connect');
    const gone = once(socket as never, 'disconnect');
    child.kill('SIGTERM');
    expect(await gone).toEqual(['transport close', expect.anything()]);
    expect(await ended).toBe(0);
    expect(said()).toContain(serverWords.stopped);
  });

  it('logs the room and never a secret, at any level', async () => {
    const { origin, child, ended, logged } = startProcess({ LOG_LEVEL: 'trace' });
    const local = (await origin) ?? '';
    const host = await createHostBot({ origin: local, joinOrigin: local });
    const guest = new Guest(local);
    await guest.join(host.code, 'Ada');
    await guest.send('join', { code: host.code, secret: guest.secret, name: 7 });
    const { joinKey } = await host.until(() => true);
    guest.close();
    host.close();
    child.kill('SIGTERM');
    await ended;
    expect(logged()).toContain(`"room":"${host.code}"`);
    for (const secret of [guest.secret, hashSecret(guest.secret), joinKey])
      expect(logged()).not.toContain(secret);
  });

  it('stops when the process that started it is gone', async () => {
    const { origin, child } = startProcess();
    await origin;
    const exit = once(child, 'exit');
    child.disconnect();
    expect(await exit).toEqual([0, null]);
  });
});

describe('a server that cannot start', () => {
  const complaint = async (environment: NodeJS.ProcessEnv): Promise<string> => {
    const { ended, logged } = startProcess(environment);
    expect(await ended).toBe(1);
    return logged().trim();
  };

  it('because its port is taken, says which and how to choose another', async () => {
    const other = createServer().listen(0);
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await complaint({ PORT: String(port) })).toBe(serverWords.portTaken(port, 'PORT'));
  });

  it('because this machine has no such address, says so', async () => {
    expect(await complaint({ HOST: '198.51.100.7' })).toBe(
      serverWords.addressUnknown('198.51.100.7', 'HOST'),
    );
  });

  it('because its data folder cannot be written, says which', async () => {
    const file = join(dataFolder(), 'file');
    writeFileSync(file, '');
    const [sentence] = (await complaint({ DATA_DIR: join(file, 'data') })).split('\n');
    expect(sentence).toBe(serverWords.folderFailed['not-writable'](join(file, 'data')));
  });

  it('because there is nowhere to make its data folder, says which', async () => {
    const [sentence] = (await complaint({ DATA_DIR: '/proc/nope/data' })).split('\n');
    expect(sentence).toBe(serverWords.folderFailed['not-writable']('/proc/nope/data'));
  });

  it('because another server uses its data folder, says so', async () => {
    const folder = dataFolder();
    await startProcess({ DATA_DIR: folder }).origin;
    const [sentence] = (await complaint({ DATA_DIR: folder })).split('\n');
    expect(sentence).toBe(serverWords.folderFailed['in-use'](folder));
  });

  it('because of its settings, says what each should be', async () => {
    const sentences = await complaint({ PORT: 'http', ROOM_HOURS: '0' });
    expect(sentences.split('\n')).toEqual([
      serverWords.badSetting('PORT', 'http'),
      serverWords.badSetting('ROOM_HOURS', '0'),
    ]);
  });
});
