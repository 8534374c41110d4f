// What a document would change, as a list of values, old and new: what a member votes on, without what stays as it is.

import type { Span } from '../access/week.ts';
import type { PolicyDocument } from './policy-document.ts';

export type ChangedValue = {
  /** Names from the outside in, as in `pools`, `lasers`, `minutes`. */
  readonly path: readonly string[];
  /** Null: left out, so that the usual holds. */
  readonly before: string | null;
  readonly after: string | null;
};

/** In the order of their names; empty where both say the same. */
export function changedValues(before: PolicyDocument | null, after: PolicyDocument): readonly ChangedValue[] {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((key) => old.get(key) !== now.get(key))
    .toSorted()
    .map((key) => ({ path: key.split('/'), before: old.get(key) ?? null, after: now.get(key) ?? null }));
}

/** By the names that lead to them; these are ids and words of ours, so none has a slash. */
function valuesOf(document: PolicyDocument | null): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const walk = (value: unknown, path: readonly string[]): void => {
    const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (value === undefined) return;
    if (!isGroup) {
      values.set(path.join('/'), textOf(value));
      return;
    }
    // That a group is there says something by itself: a pool that is in the document has a queue.
    if (path.length > 1) values.set(path.join('/'), 'yes');
    for (const [name, held] of Object.entries(value)) walk(held, [...path, name]);
  };
  if (document) walk(document, []);
  return values;
}

function textOf(value: unknown): string {
  if (!Array.isArray(value)) return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  return value.map((one: unknown) => (isSpan(one) ? spanText(one) : String(one))).join(', ');
}

const isSpan = (value: unknown): value is Span =>
  typeof value === 'object' && value !== null && 'days' in value && 'from' in value && 'to' in value;

const spanText = ({ days, from, to }: Span): string => `${days.join(' ')} ${from}–${to}`;
