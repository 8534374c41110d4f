// Reports of a printer are deltas: this lays one over what was told before in the same connection. What is left out is
// as it was, arrays are replaced, and the AMS units and their trays are merged by their id. Nothing here can reach a
// prototype, and the whole is bounded.

/** Without a prototype: a key of the printer can only be a key. */
export type Told = { readonly [key: string]: unknown };

/** A full report of a large printer with four AMS units has some 1,500 values. */
export const mostValues = 10_000;
const mostDepth = 12;

/** Lists whose members are told apart by their id. */
const listsById: ReadonlySet<string> = new Set(['ams', 'tray']);

/** Null when the whole would become too large or too deep to be a printer's. */
export function mergeReport(before: Told, delta: unknown): Told | null {
  if (!isTold(delta)) return before;
  const room = { values: mostValues };
  const merged = mergeTold(before, delta, { room, depth: 0 });
  return room.values < 0 ? null : merged;
}

export const isTold = (value: unknown): value is Told =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Place = { readonly room: { values: number }; readonly depth: number };

function mergeTold(before: Told, delta: Told, { room, depth }: Place): Told {
  const merged: Record<string, unknown> = Object.create(null);
  const place = { room, depth: depth + 1 };
  if (depth > mostDepth) room.values = -1;
  const keys = new Set([...Object.keys(before), ...Object.keys(delta)]);
  for (const key of keys) {
    if (--room.values < 0) break;
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    merged[key] = Object.hasOwn(delta, key)
      ? mergeValue(key, { old, now: delta[key] }, place)
      : copied(old, place);
  }
  return merged;
}

function mergeValue(key: string, { old, now }: { old: unknown; now: unknown }, place: Place): unknown {
  if (isTold(now)) return mergeTold(isTold(old) ? old : {}, now, place);
  if (!Array.isArray(now)) return now;
  const olds = listsById.has(key) && Array.isArray(old) ? old : [];
  const found = (one: unknown): unknown =>
    olds.find((other) => idOf(other) !== null && idOf(other) === idOf(one));
  const list = listsById.has(key) ? [...olds.filter((other) => !has(now, other)), ...now] : now;
  return members(list, place, (one) => mergeValue('', { old: found(one), now: one }, place));
}

/** Counts what stays too, so that a printer cannot fill the memory one delta after the other. */
function copied(value: unknown, place: Place): unknown {
  if (isTold(value)) return mergeTold(value, {}, place);
  return Array.isArray(value) ? members(value, place, (one) => copied(one, place)) : value;
}

function members(
  list: readonly unknown[],
  { room, depth }: Place,
  take: (one: unknown) => unknown,
): unknown[] {
  if (depth > mostDepth || list.length > room.values) {
    room.values = -1;
    return [];
  }
  room.values -= list.length;
  return list.map(take);
}

const has = (list: readonly unknown[], other: unknown): boolean =>
  idOf(other) === null || list.some((one) => idOf(one) === idOf(other));

const idOf = (value: unknown): string | null => {
  const id = isTold(value) ? value.id : null;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
};
