// Keeps the device awake where the browser allows it: in a secure context, and while the page is seen.

/** Asks for it now and whenever the page is seen again; the function returned lets it sleep. */
export const keepAwake = (): (() => void) => {
  let lock: WakeLockSentinel | null = null;
  let isWanted = true;
  const ask = async () => {
    if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
    lock = await navigator.wakeLock.request('screen').catch(() => null);
    if (!isWanted) await lock?.release();
  };
  const seen = () => void ask();
  document.addEventListener('visibilitychange', seen);
  seen();
  return () => {
    isWanted = false;
    document.removeEventListener('visibilitychange', seen);
    void lock?.release();
  };
};
