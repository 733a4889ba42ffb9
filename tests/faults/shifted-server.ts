// The server's process on a machine whose time of day is off by SHIFT_MS, and by another JUMP_MS from SIGUSR2 on.
const wall = Date.now;
let shiftMs = Number(process.env['SHIFT_MS'] ?? 0);
Date.now = () => wall() + shiftMs;
process.on('SIGUSR2', () => {
  shiftMs += Number(process.env['JUMP_MS']);
  console.log('the clock has jumped');
});
await import('../../server/src/main.ts');
