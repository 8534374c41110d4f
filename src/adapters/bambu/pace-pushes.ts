// How often a printer may be asked for everything: a P1 or A1 that is asked more often than every five minutes falls
// minutes behind. Two may follow each other closely, for a connection that breaks at once; the mean is never exceeded.

const everyMs = 300_000;
const most = 2;

/** Milliseconds to wait; 0 takes the place. Held over all connections to one printer. */
export function pacePushes(monoMs: () => number): () => number {
  let left = most;
  let countedMs = monoMs();
  return () => {
    const gained = Math.floor((monoMs() - countedMs) / everyMs);
    countedMs = left + gained >= most ? monoMs() : countedMs + gained * everyMs;
    left = Math.min(most, left + gained);
    if (left === 0) return countedMs + everyMs - monoMs();
    left -= 1;
    return 0;
  };
}
