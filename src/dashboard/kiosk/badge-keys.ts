// Tells the keys of a reader that types from those of a person: a reader sends them in a burst and ends with Enter. What it
// sends is never shown, and never reaches a button.

/** Between two keys of one burst; nobody types so fast for long. */
const gapMs = 50;
const least = 4;
const most = 200;

export type BadgeKeys = {
  /** @returns the badge, once its Enter has come; else whether the key belongs to a burst and must go nowhere else */
  press(key: string, atMs: number): { readonly badge: string | null; readonly isBurst: boolean };
};

export function createBadgeKeys(): BadgeKeys {
  let typed = '';
  let lastMs = Number.NEGATIVE_INFINITY;
  return {
    press(key, atMs) {
      const isQuick = atMs - lastMs <= gapMs;
      lastMs = atMs;
      if (key === 'Enter') {
        const badge = isQuick && typed.length >= least ? typed : null;
        typed = '';
        return { badge, isBurst: badge !== null };
      }
      if (!/^[\x21-\x7e]$/.test(key)) return { badge: null, isBurst: false };
      if (!isQuick) typed = '';
      // Too long for a badge: nothing of it counts.
      typed = typed.length < most ? typed + key : '';
      return { badge: null, isBurst: typed.length > 1 };
    },
  };
}
