// The object model of a Duet, as much of it as we read, and how what changed is laid over what was known: objects by
// name, lists by place, null stands for nothing. Pure; the older copy is never touched, and nothing is merged too deep.

import { isRecord } from '../../edge/json-at.ts';

/** Parts of the model that are read; the rest is left aside unread. */
export const modelKeys = ['state', 'job', 'heat', 'move', 'tools'] as const;

export type ModelKey = (typeof modelKeys)[number];

export type Model = { readonly [key in ModelKey]?: unknown };

/** Deeper than any model; what is deeper is left out. */
const deepest = 12;
/** More axes, heaters or tools than any board has. */
const longestList = 64;

/** A whole model or a change of one; what is neither changes nothing. */
export function mergeModel(model: Model, change: unknown): Model {
  if (!isRecord(change)) return model;
  const next: { [key in ModelKey]?: unknown } = { ...model };
  for (const key of modelKeys) {
    if (Object.hasOwn(change, key)) next[key] = merge(model[key], change[key], 1);
  }
  return next;
}

function merge(known: unknown, change: unknown, depth: number): unknown {
  if (depth > deepest) return null;
  if (Array.isArray(change)) {
    const before: readonly unknown[] = Array.isArray(known) ? known : [];
    return change.slice(0, longestList).map((item, index) => merge(before[index], item, depth + 1));
  }
  if (!isRecord(change)) return change;
  const merged = new Map(isRecord(known) ? Object.entries(known) : []);
  for (const [name, value] of Object.entries(change))
    merged.set(name, merge(merged.get(name), value, depth + 1));
  // Defined, not assigned: a member called __proto__ is one like any other.
  return Object.fromEntries(merged);
}
