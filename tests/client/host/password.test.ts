// The password of a server that limits hosting: asked for when missed, tried until right, remembered.
import { HOST_PASSWORD_HEADER, refused } from '@oneliner/shared';
import { expect, it } from 'vitest';
import { HostPassword } from '../../../client/host/password.svelte.ts';
import { Memory } from '../../../client/src/storage.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

const setUp = () => {
  const password = new HostPassword(new Memory(() => null));
  const shown: (string | undefined)[] = [];
  const open = () =>
    password.with((headers) => {
      shown.push(headers[HOST_PASSWORD_HEADER]);
      const isRight = shown.at(-1) === encodeURIComponent('größer');
      return Promise.resolve(isRight ? ({ ok: true, code: 'K7M4QX' } as const) : refused('password-needed'));
    });
  return { password, shown, open };
};

it('is asked for when it is missed, again when it was wrong, and then no more', async () => {
  const { password, shown, open } = setUp();
  const first = open();
  await settled();
  expect(password.asking).toMatchObject({ isWrong: false, isChecking: false });
  password.asking?.answer('grosser');
  expect(password.asking).toMatchObject({ isChecking: true });
  await settled();
  expect(password.asking).toMatchObject({ isWrong: true, isChecking: false });
  password.asking?.answer('größer');
  expect(await first).toEqual({ ok: true, code: 'K7M4QX' });
  expect(password.asking).toBeNull();
  expect(await open()).toMatchObject({ ok: true });
  expect(shown).toEqual([undefined, 'grosser', 'gr%C3%B6%C3%9Fer', 'gr%C3%B6%C3%9Fer']);
});

it('can be given up, which leaves the refusal', async () => {
  const { password, open } = setUp();
  const opening = open();
  await settled();
  password.asking?.answer(null);
  expect(await opening).toEqual(refused('password-needed'));
  expect(password.asking).toBeNull();
});

it('is of no concern to what is answered without it', async () => {
  const { password } = setUp();
  expect(await password.with(() => Promise.resolve(null))).toBeNull();
  expect(await password.with(() => Promise.resolve(refused('no-questions')))).toEqual(
    refused('no-questions'),
  );
  expect(password.asking).toBeNull();
});
