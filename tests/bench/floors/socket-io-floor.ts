// The smallest Socket.IO server that plays the game: what the library costs before anything is checked or kept.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { floorEvents, floorRooms } from './floor-room.ts';
import type { Said } from './floor-room.ts';

const http = createServer();
const io = new Server(http, {
  transports: ['websocket'],
  serveClient: false,
  perMessageDeflate: false,
  pingInterval: 5000,
  pingTimeout: 4000,
});
const rooms = floorRooms((code) => (event, message) => io.to(code).emit(event, message));
io.on('connection', (socket) => {
  const line = { send: (event: string, message: unknown) => void socket.emit(event, message) };
  const hear = floorEvents(line, rooms, (code) => void socket.join(code));
  socket.onAny((event: string, said: Said, answer: (reply: object) => void) => {
    answer(hear(event, said));
  });
});
http.listen(0, () => process.send?.({ port: (http.address() as AddressInfo).port }));
