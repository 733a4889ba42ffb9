// What a phone remembers of its rooms: one secret each, kept for good, and the way back into the last one.
import { expect, it } from 'vitest';
import { Seats } from '../../../client/play/seats.ts';
import { Memory } from '../../../client/src/storage.ts';

const setUp = (kept?: string) => {
  const memory = new Memory(() => null);
  if (kept !== undefined) memory.set('oneliner.seats', kept);
  let made = 0;
  const open = () => new Seats(memory, () => `secret-${(made += 1)}`);
  return { seats: open(), again: open };
};

it('has one secret for each room, the same after a reload', () => {
  const { seats, again } = setUp();
  expect([seats.secretFor('AAAAAA'), seats.secretFor('CCCCCC')]).toEqual(['secret-1', 'secret-2']);
  expect(again().secretFor('AAAAAA')).toBe('secret-1');
});

it('offers the room it was in last, until it has left', () => {
  const { seats, again } = setUp();
  seats.take('AAAAAA', seats.secretFor('AAAAAA'), 'Ada');
  seats.take('CCCCCC', seats.secretFor('CCCCCC'), null);
  seats.secretFor('DDDDDD');
  expect(again().lastCode).toBe('CCCCCC');
  seats.leave('CCCCCC');
  expect([seats.lastCode, seats.isTaken('CCCCCC')]).toEqual(['AAAAAA', false]);
});

it('knows the name that was typed for each room, where one was', () => {
  const { seats, again } = setUp();
  seats.take('AAAAAA', seats.secretFor('AAAAAA'), 'Ada');
  seats.take('CCCCCC', seats.secretFor('CCCCCC'), null);
  expect(['AAAAAA', 'CCCCCC', 'DDDDDD'].map((code) => again().nameIn(code))).toEqual(['Ada', null, null]);
});

it('keeps the secret of a room it was removed from', () => {
  const { seats } = setUp();
  seats.take('AAAAAA', seats.secretFor('AAAAAA'), 'Ada');
  seats.leave('AAAAAA');
  expect(seats.secretFor('AAAAAA')).toBe('secret-1');
});

it('claims a seat with a secret that sits on no other', () => {
  const { seats } = setUp();
  expect(seats.secretToClaim('AAAAAA')).toBe('secret-1');
  seats.take('AAAAAA', 'secret-1', null);
  expect(seats.secretToClaim('AAAAAA')).toBe('secret-2');
});

it.each(['{', 'null', '{"code":1}', '[1,null,{"code":"AAAAAA"}]'])('starts anew from %s', (kept) => {
  expect(setUp(kept).seats.lastCode).toBeNull();
});
