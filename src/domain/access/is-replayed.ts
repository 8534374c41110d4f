// Whether a tap was made before the newest one of its reader, so that somebody plays it a second time. What a reader has
// counted grows and never goes back: of its present boot only higher counters are new, of an earlier boot nothing is.

/** What is known of the numbers of one reader. Plain data in the state, changed only by `countTap`. */
export type TapCount = {
  /** The newest boot, and the highest counter in it. */
  boot: string;
  counter: number;
  /** Boots before that, newest last, at most `pastBootLimit`. */
  past: string[];
  /** Whether an entry says all of this, so that forgetting taps takes nothing of it away. */
  kept: boolean;
};

/** A reader that starts more often than this forgets its oldest boot, whose taps would then be new again. */
export const pastBootLimit = 64;

/** @param tap `<boot>:<counter>` */
export function isReplayed(count: TapCount | undefined, tap: string): boolean {
  if (!count) return false;
  const { boot, counter } = partsOf(tap);
  return boot === count.boot ? counter <= count.counter : count.past.includes(boot);
}

/** What is known once this tap was decided; a replayed one teaches nothing. */
export function countTap(count: TapCount | undefined, tap: string): TapCount {
  const { boot, counter } = partsOf(tap);
  if (!count) return { boot, counter, past: [], kept: false };
  if (isReplayed(count, tap)) return count;
  if (boot === count.boot) return { ...count, counter, kept: false };
  return { boot, counter, past: [...count.past, count.boot].slice(-pastBootLimit), kept: false };
}

/** A boot holds no colon; fifteen digits are a whole number that is kept exactly. */
function partsOf(tap: string): { readonly boot: string; readonly counter: number } {
  const [boot = '', counter = ''] = tap.split(':');
  return { boot, counter: Number(counter) };
}
