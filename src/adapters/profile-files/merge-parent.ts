// A profile that is like another: what it says itself goes before what its parent says. One level, within the folder, and
// what comes out is checked as if it stood in one file; a mistake in it still names the file and line where it stands.

import type { ParsedYaml, Path } from './parse-strict-yaml.ts';

/** What a profile says of itself alone: a relative proves none of it. */
const ownKeys: ReadonlySet<string> = new Set([
  ...['schema', 'id', 'extends', 'title', 'maturity', 'samples', 'caveats'],
]);

/** Lists of which the first row that fits wins: those of the child come before those of the parent. */
const rowLists: ReadonlySet<string> = new Set(['frames', 'states']);

/** Mappings are merged key by key; any other value of the child replaces that of the parent. */
export function mergeParent(child: ParsedYaml, parent: ParsedYaml): ParsedYaml {
  const inherited = Object.entries(mapping(parent.value)).filter(([key]) => !ownKeys.has(key));
  const said = mapping(child.value);
  const merged = new Map<string, unknown>(inherited);
  /** Where each row of a list stood in the parent. */
  const places = new Map<string, readonly number[]>();
  for (const [key, value] of Object.entries(said)) {
    const before = merged.get(key);
    if (!rowLists.has(key) || !Array.isArray(value) || !Array.isArray(before)) {
      merged.set(key, mergeValue(before, value));
      continue;
    }
    const kept = [...before.keys()].filter((at) => !value.some((row) => isSameRow(row, before[at])));
    merged.set(key, [...value, ...kept.map((at) => before[at])]);
    places.set(key, kept);
  }
  const placeOf = (path: Path): { yaml: ParsedYaml; path: Path } => {
    const [key, at, ...rest] = path;
    const kept = places.get(String(key));
    if (kept && typeof at === 'number') {
      const own = (said[String(key)] as readonly unknown[]).length;
      if (at < own) return { yaml: child, path };
      return { yaml: parent, path: [String(key), kept[at - own] ?? 0, ...rest] };
    }
    const isInherited = !child.has(path) && !ownKeys.has(String(key)) && parent.has(path);
    return { yaml: isInherited ? parent : child, path };
  };
  return {
    value: Object.fromEntries(merged),
    has: (path) => {
      const place = placeOf(path);
      return place.yaml.has(place.path);
    },
    mistakeAt: (path, text, at) => {
      const place = placeOf(path);
      return place.yaml.mistakeAt(place.path, text, at);
    },
  };
}

function mergeValue(before: unknown, said: unknown): unknown {
  if (!isMapping(before) || !isMapping(said)) return said;
  const merged = new Map(Object.entries(before));
  for (const [key, value] of Object.entries(said)) merged.set(key, mergeValue(merged.get(key), value));
  return Object.fromEntries(merged);
}

/** A frame of the same id replaces that of the parent. */
function isSameRow(one: unknown, other: unknown): boolean {
  const id = mapping(one).id;
  return id !== undefined && id === mapping(other).id;
}

const mapping = (value: unknown): Readonly<Record<string, unknown>> => (isMapping(value) ? value : {});

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
