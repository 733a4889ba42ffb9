// The smallest `ws` server that plays the game, with the same text in its frames as the other two.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { RawData, WebSocket } from 'ws';
import { floorEvents, floorRooms } from './floor-room.ts';
import type { Said } from './floor-room.ts';

const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });
const channels = new Map<string, Set<WebSocket>>();
const channel = (code: string): Set<WebSocket> => {
  const lines = channels.get(code) ?? new Set();
  channels.set(code, lines);
  return lines;
};
const textOf = (event: string, message: unknown): string => `42${JSON.stringify([event, message])}`;
const rooms = floorRooms((code) => (event, message) => {
  const text = textOf(event, message);
  for (const socket of channel(code)) socket.send(text);
});
/** An event as Socket.IO writes it: 42, the number of its answer, name and payload. */
const EVENT = /^42(\d+)(.*)$/s;

server.on('connection', (socket) => {
  const line = {
    send: (event: string, message: unknown) => {
      socket.send(textOf(event, message));
    },
  };
  const hear = floorEvents(line, rooms, (code) => void channel(code).add(socket));
  socket.on('message', (bytes: RawData) => {
    const [, number = '', payload = '[]'] = EVENT.exec((bytes as Buffer).toString()) ?? [];
    const [event, said] = JSON.parse(payload) as [string, Said];
    socket.send(`43${number}${JSON.stringify([hear(event, said)])}`);
  });
});
http.listen(0, () => process.send?.({ port: (http.address() as AddressInfo).port }));
