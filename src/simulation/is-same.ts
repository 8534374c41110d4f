// Whether two pieces of plain data say the same: objects, arrays and maps, the order of maps included.

export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (one instanceof Map || other instanceof Map)
    return one instanceof Map && other instanceof Map && areSame(one, other);
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  const left = one as Readonly<Record<string, unknown>>;
  const right = other as Readonly<Record<string, unknown>>;
  return names.every((name) => Object.hasOwn(right, name) && isSame(left[name], right[name]));
}

/** Side by side: they are compared often, and most are long. */
function areSame(one: ReadonlyMap<unknown, unknown>, other: ReadonlyMap<unknown, unknown>): boolean {
  if (one.size !== other.size) return false;
  const beside = other.entries();
  for (const [key, held] of one) {
    const next = beside.next();
    if (next.done || !isSame(key, next.value[0]) || !isSame(held, next.value[1])) return false;
  }
  return true;
}
