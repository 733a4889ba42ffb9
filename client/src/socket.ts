// Lines made of Socket.IO over WebSocket, one socket for each; dialling again is the connection's own business.
import { io } from 'socket.io-client';
import type { Dial } from './transport.ts';

/** Dials the server that this page came from. */
export const dialSocket: Dial = (events) => {
  const socket = io({ transports: ['websocket'], reconnection: false, forceNew: true });
  let isClosed = false;
  const closed = () => {
    if (!isClosed) events.closed();
    isClosed = true;
  };
  socket.on('connect', () => events.opened());
  socket.on('connect_error', closed);
  socket.on('disconnect', closed);
  socket.onAny((event: string, payload: unknown) => events.heard(event, payload));
  return {
    send: (event, message, answered) => socket.emit(event, message, answered),
    close: () => {
      isClosed = true;
      socket.disconnect();
    },
  };
};
