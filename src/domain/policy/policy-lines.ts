// A document as lines, each a path with its value as it may stand in a file; and which lines differ between two of them.

import type { PolicyDocument } from './policy-document.ts';

export type PolicyChange = {
  /** As in `pools.lasers.minutes`. */
  readonly path: string;
  /** Null: not said there. */
  readonly from: string | null;
  readonly to: string | null;
};

/** In the order of the paths. */
export function policyChanges(from: PolicyDocument, to: PolicyDocument): readonly PolicyChange[] {
  const [before, after] = [linesOf(from), linesOf(to)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .map((path) => ({ path, from: before.get(path) ?? null, to: after.get(path) ?? null }))
    .filter((change) => change.from !== change.to);
}

function linesOf(document: PolicyDocument): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  const walk = (value: unknown, path: string): void => {
    const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
    const inner = isGroup ? Object.entries(value) : [];
    for (const [key, held] of inner) walk(held, path === '' ? key : `${path}.${key}`);
    // A pool that says nothing has turns all the same.
    if (path !== '' && inner.length === 0) lines.set(path, JSON.stringify(value));
  };
  walk(document, '');
  return lines;
}
