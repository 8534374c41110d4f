// How a badge is spelt: hexadecimal digits of its bytes, lower case, nothing between them. Everything else is refused
// here, before it is hashed, compared or counted (invariant 11).

/** A card's number has 3 to 10 bytes; all zeros and all ones are what broken readers send. */
export function canonicalBadge(spelling: string): string | null {
  if (spelling.length > 40) return null;
  const bare = spelling.replaceAll(/[\s:-]/g, '').toLowerCase();
  if (!/^(?:[0-9a-f]{2}){3,10}$/.test(bare)) return null;
  return /^0+$/.test(bare) || /^f+$/.test(bare) ? null : bare;
}

/** All that is ever shown of a badge. */
export const badgeTail = (canonical: string): string => canonical.slice(-4);

/** The tap's own id as readers write it, `<boot>:<counter>`. */
export const isTapId = (text: string): boolean => /^[A-Za-z0-9._-]{1,40}:[0-9]{1,15}$/.test(text);
