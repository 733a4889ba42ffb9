// Tells when this device may have slept or changed its network: the page comes back, the network does, or the clock jumps.

/** Together with the patience of a woken pulse under two seconds: so long a dead line may stay unnoticed on waking. */
const TICK_MS = 400;
const JUMP_MS = 3000;

/** Calls `wake` at each such moment, until the function returned is called. */
export const onWakeUps = (wake: () => void): (() => void) => {
  const seen = () => document.visibilityState === 'visible' && wake();
  const shown = (event: PageTransitionEvent) => event.persisted && wake();
  document.addEventListener('visibilitychange', seen);
  window.addEventListener('pageshow', shown);
  window.addEventListener('online', wake);
  let tickedAt = Date.now();
  const ticking = setInterval(() => {
    const gap = Date.now() - tickedAt;
    tickedAt += gap;
    if (Math.abs(gap - TICK_MS) > JUMP_MS) wake();
  }, TICK_MS);
  return () => {
    document.removeEventListener('visibilitychange', seen);
    window.removeEventListener('pageshow', shown);
    window.removeEventListener('online', wake);
    clearInterval(ticking);
  };
};
