// A line that is one JSON object, as a flat table of its values by path: `{"sr":{"stat":5}}` has `sr.stat` = 5. A line
// that is broken, too deep or too big, or has a key that no firmware uses, is no table at all (invariants 10 and 11).

/** Path → its value as text. What holds others stands there as an empty text; null stands nowhere. */
export type JsonLeaves = ReadonlyMap<string, string>;

/** A line is at most 512 bytes already; real ones need three levels and about forty values. */
export const jsonLimits = { depth: 6, leaves: 128, textLength: 64 } as const;

/** Keys of the firmwares are short words; everything else, `__proto__` above all, is noise or worse. */
const keyPattern = /^[A-Za-z0-9][A-Za-z0-9_]{0,31}$/;

/** The values of the line, null when it is not one whole JSON object within the limits. */
export function leavesOf(line: string): JsonLeaves | null {
  const value = parsed(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const leaves = new Map<string, string>();
  return collect(leaves, { value, path: '', depth: 0 }) ? leaves : null;
}

/** Those below a path, with the rest of their paths as names; empty when there is no such part. */
export function leavesUnder(leaves: JsonLeaves, path: string): JsonLeaves {
  const start = `${path}.`;
  const under = [...leaves].filter(([at]) => at.startsWith(start));
  return new Map(under.map(([at, text]) => [at.slice(start.length), text]));
}

/** Null where it is no JSON; JSON itself has no null at its top here. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

type Part = { readonly value: unknown; readonly path: string; readonly depth: number };

/** False when the whole is to be refused. */
function collect(leaves: Map<string, string>, { value, path, depth }: Part): boolean {
  if (value === null) return true;
  if (path !== '') leaves.set(path, textOf(value));
  if (leaves.size > jsonLimits.leaves || depth > jsonLimits.depth) return false;
  if (typeof value !== 'object') return true;
  for (const [key, inner] of Object.entries(value)) {
    if (!keyPattern.test(key) || key === 'constructor' || key === 'prototype') return false;
    const at = path === '' ? key : `${path}.${key}`;
    if (!collect(leaves, { value: inner, path: at, depth: depth + 1 })) return false;
  }
  return true;
}

const textOf = (value: unknown): string =>
  typeof value === 'object' ? '' : String(value).slice(0, jsonLimits.textLength);
