// The bytes of a WebSocket as a stranger may write them by hand: no library in between that would refuse to.

const OPCODES = { continuation: 0x0, text: 0x1, binary: 0x2, close: 0x8, ping: 0x9, pong: 0xa } as const;
export type FrameKind = keyof typeof OPCODES;

/** How a server closes that gives no reason, as latin1 text. */
export const CLOSE_FRAME = '\x88\x00';

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

const lengthBytes = (length: number): Buffer => {
  if (length < 126) return Buffer.from([0x80 | length]);
  const long = Buffer.alloc(length < 65_536 ? 3 : 9);
  long[0] = 0x80 | (length < 65_536 ? 126 : 127);
  if (length < 65_536) long.writeUInt16BE(length, 1);
  else long.writeBigUInt64BE(BigInt(length), 1);
  return long;
};

/** A whole frame from a client. Its mask is of zeros, which is as good as any. */
export const maskedFrame = (kind: FrameKind, payload: string | Buffer): Buffer => {
  const bytes = Buffer.from(payload);
  return Buffer.concat([
    Buffer.from([0x80 | OPCODES[kind]]),
    lengthBytes(bytes.length),
    Buffer.alloc(4),
    bytes,
  ]);
};
