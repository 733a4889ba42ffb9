// Tells every page whether the server can save, beside the log: word of a full disk cannot wait for the disk.
import type { GameServer } from './socket-line.ts';

/** Tells whoever connects while `works` says no; the function returned tells everybody of a change. */
export const tellOfSaving = (io: GameServer, works: () => boolean): (() => void) => {
  io.on('connection', (socket) => {
    if (!works()) socket.emit('saving', { works: false });
  });
  return () => {
    io.emit('saving', { works: works() });
  };
};
