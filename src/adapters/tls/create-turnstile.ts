// Lets one handshake begin per turn of the event loop. A handshake computes for milliseconds; when all devices come
// back at once, taps and readings that wait at the same time are heard in between.

/** Whoever waits is bounded by the connections that their listener admits. */
export function createTurnstile(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  const next = (): void => {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  };
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(next);
    });
}
