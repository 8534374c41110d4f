// What is on its way: things that arrive after a while, in the order of their times, whatever becomes of the gateway
// meanwhile. Bounded: beyond `mailLimit` the world itself is broken.

export type Mail = {
  /** Arrives at this time by the stopwatch. */
  post(atMs: number, arrive: () => void): void;
  /** Lets everything arrive that is due. */
  turn(nowMs: number): void;
};

const mailLimit = 10_000;

type Letter = { readonly atMs: number; readonly arrive: () => void };

export function createMail(): Mail {
  // Soonest first; few wait at any time.
  const letters: Letter[] = [];
  return {
    post(atMs, arrive) {
      if (letters.length >= mailLimit) throw new RangeError('too much is on its way in the simulated world');
      const place = letters.findIndex((one) => one.atMs > atMs);
      if (place < 0) letters.push({ atMs, arrive });
      else letters.splice(place, 0, { atMs, arrive });
    },
    turn(nowMs) {
      while (letters[0] !== undefined && letters[0].atMs <= nowMs) letters.shift()?.arrive();
    },
  };
}
