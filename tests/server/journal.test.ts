// The log of the server: machine-readable, and no secret in it.
import { describe, expect, it } from 'vitest';
import { createJournal } from '../../server/src/journal.ts';

const written = (level: string, write: (journal: ReturnType<typeof createJournal>) => void): string => {
  let lines = '';
  write(createJournal(level, { write: (line) => void (lines += line) }));
  return lines;
};

describe('a line of the log', () => {
  it('is JSON with room and seq', () => {
    const line = written('info', (journal) => {
      journal.info({ room: 'K7M4QT', seq: 7 }, 'joined');
    });
    expect(JSON.parse(line)).toMatchObject({ level: 30, room: 'K7M4QT', seq: 7, msg: 'joined' });
  });

  it('never carries a secret, however deep it came in', () => {
    const secret = 'do-not-print-me-000000';
    const message = {
      secret,
      key: secret,
      secretHash: secret,
      hostHash: secret,
      keyHash: secret,
      joinKey: secret,
      hostPassword: secret,
    };
    const request = { headers: { authorization: secret, cookie: secret, 'host-password': secret } };
    const line = written('info', (journal) => {
      journal.info({ ...message, message, event: { message }, request }, 'asked');
      journal.child({ room: 'K7M4QT' }).warn({ command: message }, 'refused');
    });
    expect(line).not.toContain(secret);
    expect(line).toContain('[secret]');
  });

  it('never carries a secret that is in a list or hangs on an error', () => {
    const secret = 'do-not-print-me-000000';
    const error = Object.assign(new Error('it broke'), { secret, asked: [{ key: secret }] });
    const line = written('info', (journal) => {
      journal.error({ err: error, phones: [{ secretHash: secret }, [{ token: secret }]] }, 'failed');
    });
    expect(line).not.toContain(secret);
    expect(JSON.parse(line)).toMatchObject({ err: { type: 'Error', message: 'it broke' } });
  });

  it('takes what goes round in circles', () => {
    const round: { self?: object; name: string } = { name: 'ring' };
    round.self = round;
    const line = written('info', (journal) => {
      journal.info({ round }, 'round');
    });
    expect(JSON.parse(line)).toMatchObject({ round: { name: 'ring', self: { name: 'ring' } }, msg: 'round' });
  });

  it('is written from its level on', () => {
    expect(written('warn', (journal) => journal.info('quiet'))).toBe('');
  });
});
