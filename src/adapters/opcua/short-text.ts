// What a server sends as a text, for people: printable and short. Whatever it sends, the result is harmless.

/** Null when nothing printable is left. */
export const shortText = (text: string, limit: number): string | null =>
  Array.from(text.slice(0, limit * 8).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ''))
    .slice(0, limit)
    .join('') || null;
