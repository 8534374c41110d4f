// What stands at a path in parsed JSON from outside. Only own members are looked at, and what is not of the wanted kind
// is as if it were not there: a number in quotes is no number.

/** Undefined where nothing stands. */
export function at(json: unknown, ...path: readonly (string | number)[]): unknown {
  let here = json;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

/** Finite, or null. */
export function numberAt(json: unknown, ...path: readonly (string | number)[]): number | null {
  const found = at(json, ...path);
  return typeof found === 'number' && Number.isFinite(found) ? found : null;
}

/** So many characters are shown to people. */
const shownLength = 120;

/** For people: without control characters, not too long; null where nothing is left to show. */
export function textAt(json: unknown, ...path: readonly (string | number)[]): string | null {
  const found = at(json, ...path);
  if (typeof found !== 'string') return null;
  const shown = found.slice(0, 4 * shownLength).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '');
  return shown.trim().slice(0, shownLength) || null;
}

export const isRecord = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);
