// What Redis does in one step: append and tell, raise an epoch, swap what is on the shelf, delete a room. Scripts, as RedisClient's options take them.
import { defineScript } from 'redis';
import type { CommandParser } from '@redis/client';
import { channelOf, headOf, shelfKey, streamOf } from './keys.ts';

/**
 * Numbers the entries, stamps them with the larger of Redis's clock and the last entry's time, chains their hashes,
 * adds them and tells every server that watches. A message is lines: epoch, first number, time and the hash before it,
 * then the sender and the command of each entry (JSON has no line breaks), and the last hash.
 */
const APPEND = `
local head = redis.call('HMGET', KEYS[2], 'seq', 'at', 'hash', 'epoch')
local exists = head[1] and true or false
if exists ~= (ARGV[1] == 'append') then return false end
local seq, at, hash, epoch = tonumber(head[1] or 0), tonumber(head[2] or 0), head[3] or '', head[4] or '0'
local time = redis.call('TIME')
at = math.max(at, tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000))
local stamp = string.format('%.0f', at)
local news = { epoch .. ' ' .. (seq + 1) .. ' ' .. stamp .. ' ' .. hash }
for i = 3, #ARGV, 2 do
  seq = seq + 1
  hash = redis.sha1hex(hash .. ' ' .. seq .. ' ' .. stamp .. ' ' .. ARGV[i] .. ' ' .. ARGV[i + 1])
  redis.call('XADD', KEYS[1], seq .. '-0', 'at', stamp, 'by', ARGV[i], 'command', ARGV[i + 1], 'hash', hash)
  news[#news + 1] = ARGV[i]
  news[#news + 1] = ARGV[i + 1]
end
news[#news + 1] = hash
redis.call('HSET', KEYS[2], 'seq', seq, 'at', stamp, 'hash', hash, 'epoch', epoch)
redis.call('SPUBLISH', ARGV[2], table.concat(news, '\\n'))
return { epoch, seq, stamp, hash }
`;

/** Gives a room's log at least this epoch, unless the room is gone; tells those who watch. */
const RAISE_EPOCH = `
local epoch = redis.call('HGET', KEYS[1], 'epoch')
if not epoch then return false end
if tonumber(epoch) < tonumber(ARGV[1]) then
  redis.call('HSET', KEYS[1], 'epoch', ARGV[1])
  redis.call('SPUBLISH', ARGV[2], 'epoch ' .. ARGV[1])
  return ARGV[1]
end
return epoch
`;

/** Deletes a room whose last entry is older; tells those who watch. */
const EXPIRE = `
local at = redis.call('HGET', KEYS[2], 'at')
if not at or tonumber(at) >= tonumber(ARGV[1]) then return 0 end
redis.call('UNLINK', KEYS[1], KEYS[2])
redis.call('SPUBLISH', ARGV[2], 'expired')
return 1
`;

/** Keeps a value until a moment, if what stands under the key is what the last argument says; without one, if nothing does. */
const SWAP = `
if redis.call('GET', KEYS[1]) ~= (ARGV[3] or false) then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PXAT', ARGV[2])
return 1
`;

/** Where the last of the appended entries stands. */
export interface Appended {
  epoch: number;
  lastSeq: number;
  at: number;
  hash: string;
}

export const scripts = {
  /** `entries`: the sender and the command of each, in turn. Null where the room is not as `how` needs it. */
  appendEntries: defineScript({
    NUMBER_OF_KEYS: 2,
    SCRIPT: APPEND,
    parseCommand(parser: CommandParser, how: 'create' | 'append', code: string, entries: string[]) {
      parser.pushKeys([streamOf(code), headOf(code)]);
      parser.push(how, channelOf(code), ...entries);
    },
    transformReply: (reply: unknown): Appended | null => {
      if (!Array.isArray(reply)) return null;
      const [epoch, lastSeq, at, hash] = reply as [string, number, string, string];
      return { epoch: Number(epoch), lastSeq, at: Number(at), hash };
    },
  }),
  /** The epoch that the room has now; null where there is no room. */
  raiseEpoch: defineScript({
    NUMBER_OF_KEYS: 1,
    SCRIPT: RAISE_EPOCH,
    parseCommand(parser: CommandParser, code: string, atLeast: number) {
      parser.pushKey(headOf(code));
      parser.push(`${atLeast}`, channelOf(code));
    },
    transformReply: (reply: unknown): number | null => (reply === null ? null : Number(reply)),
  }),
  /** Whether it was kept. */
  swapShelved: defineScript({
    NUMBER_OF_KEYS: 1,
    SCRIPT: SWAP,
    parseCommand(
      parser: CommandParser,
      key: string,
      before: string | null,
      value: string,
      expiresAt: number,
    ) {
      parser.pushKey(shelfKey(key));
      parser.push(value, `${expiresAt}`, ...(before === null ? [] : [before]));
    },
    transformReply: (reply: unknown): boolean => reply === 1,
  }),
  /** Whether it was deleted. */
  expireRoom: defineScript({
    NUMBER_OF_KEYS: 2,
    SCRIPT: EXPIRE,
    parseCommand(parser: CommandParser, code: string, before: number) {
      parser.pushKeys([streamOf(code), headOf(code)]);
      parser.push(`${before}`, channelOf(code));
    },
    transformReply: (reply: unknown): boolean => reply === 1,
  }),
};
