// Characters that no note of a person may hold.

/** Control characters, and what ends a line or turns its direction. */
export const unprintable = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/u;
