// The tap's own id, as readers write it. Everything else is refused before it is looked up or counted (invariant 11).

/** `<boot>:<counter>`. */
export const isTapId = (text: string): boolean => /^[A-Za-z0-9._-]{1,40}:[0-9]{1,15}$/.test(text);
