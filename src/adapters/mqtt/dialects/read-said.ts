// What the payload of a stock device holds, without trust: text of bounded length, a JSON object of bounded size, or
// nothing. Numbers that are none count as left out.

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Full statuses of stock firmware stay below 4 kB. */
const maxBytes = 8192;

/** Printable text without spaces around it; null when it is longer, or none. */
export function textOf(payload: Uint8Array, mostCharacters = 64): string | null {
  if (payload.length > 4 * mostCharacters) return null;
  const text = decode(payload)?.trim() ?? '';
  return text.length <= mostCharacters && /^[\x20-\x7e]*$/.test(text) ? text : null;
}

export type Fields = ReadonlyMap<string, unknown>;

/** The fields of a JSON object; a Map, so that a key like `__proto__` is just a key. */
export function fieldsOf(payload: Uint8Array): Fields | null {
  if (payload.length > maxBytes) return null;
  try {
    return toFields(JSON.parse(decode(payload) ?? ''));
  } catch {
    return null;
  }
}

export function toFields(value: unknown): Fields | null {
  const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isPlain ? new Map(Object.entries(value)) : null;
}

export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 1e12 ? value : undefined;

/** A string of at most 128 printable characters. */
export const wordOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\x20-\x7e]{1,128}$/.test(value) ? value : undefined;

/** `{ name: value }`, or nothing where there is no value. */
export function given<K extends string, V>(name: K, value: V | undefined): { [key in K]?: V } {
  return (value === undefined ? {} : { [name]: value }) as { [key in K]?: V };
}

function decode(payload: Uint8Array): string | null {
  try {
    return utf8.decode(payload);
  } catch {
    return null;
  }
}
