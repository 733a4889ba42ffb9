// The bytes of a WebSocket as a stranger may write them by hand: no library in between that would refuse to.

const OPCODES = { continuation: 0x0, text: 0x1, binary: 0x2, close: 0x8, ping: 0x9, pong: 0xa } as const;
export type FrameKind = keyof typeof OPCODES;

const MASK_BYTES = 4;

/** How a server closes that gives no reason, as latin1 text. */
export const CLOSE_FRAME = '\x88\x00';
/** Engine.IO's ping to a client, as latin1 text. */
export const HEARTBEAT = '\x81\x012';

/** The request that opens a socket, as a browser on one of our pages sends it. */
export const handshake = (port: number, path = '/socket.io/?EIO=4&transport=websocket'): string =>
  [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    `Origin: http://127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    '',
    '',
  ].join('\r\n');

/** A whole frame from a client, made in one piece as the benchmark makes many. Its mask is of zeros, which is as good as any. */
export const maskedFrame = (kind: FrameKind, payload: string | Buffer): Buffer => {
  const length = Buffer.byteLength(payload);
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.alloc(head + MASK_BYTES + length);
  frame[0] = 0x80 | OPCODES[kind];
  frame[1] = 0x80 | (head === 2 ? length : head === 4 ? 126 : 127);
  if (head === 4) frame.writeUInt16BE(length, 2);
  if (head === 10) frame.writeBigUInt64BE(BigInt(length), 2);
  if (typeof payload === 'string') frame.write(payload, head + MASK_BYTES);
  else payload.copy(frame, head + MASK_BYTES);
  return frame;
};
