// YAML as far as profiles need it: mappings, lists, scalars and comments. Anchors, aliases, tags, merge keys, several
// documents and keys that reach into prototypes are refused, so that what is read is what stands there.

import { isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';

/** A mistake in a file, which is named; line and column from 1. */
export type ProfileMistake = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
};

/** Where something stands: keys and list positions from the top. */
export type Path = readonly (string | number)[];

export type ParsedYaml = {
  readonly value: unknown;
  /** Whether something stands there. */
  has(path: Path): boolean;
  /** The mistake at the value of a path, or at its key. */
  mistakeAt(path: Path, text: string, at?: 'key' | 'value'): ProfileMistake;
};

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype', '<<']);

/** The document, or the mistakes of its form; at most the first twenty. */
export function parseStrictYaml({
  file,
  text,
}: {
  file: string;
  text: string;
}): { ok: true; yaml: ParsedYaml } | { ok: false; mistakes: readonly ProfileMistake[] } {
  const lines = new LineCounter();
  const place = (offset: number, what: string): ProfileMistake => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), text: what };
  };
  const document = parseDocument(text, { lineCounter: lines, merge: false, schema: 'core', version: '1.2' });
  const mistakes = [...document.errors, ...document.warnings].map((fault) =>
    place(fault.pos[0], fault.message),
  );
  visit(document, {
    Alias: (_, node) =>
      void mistakes.push(place(node.range?.[0] ?? 0, 'aliases (*name) are not used here; write it out')),
    Node: (_, node) => {
      if ('anchor' in node && node.anchor)
        mistakes.push(place(node.range?.[0] ?? 0, 'anchors (&name) are not used here; write it out'));
      if (node.tag)
        mistakes.push(place(node.range?.[0] ?? 0, 'tags (!name) are not used here; take them out'));
    },
    Pair: (_, pair) => {
      const key = isScalar(pair.key) ? pair.key : null;
      const word = key ? String(key.value) : '';
      if (key && !forbiddenKeys.has(word)) return;
      mistakes.push(place(key?.range?.[0] ?? 0, `the key "${word}" cannot be used; take a plain word`));
    },
  });
  if (!isMap(document.contents))
    mistakes.push(place(0, 'a profile is a mapping of keys to values; begin with `schema: 1`'));
  if (mistakes.length > 0) return { ok: false, mistakes: mistakes.slice(0, 20) };
  return {
    ok: true,
    yaml: {
      value: document.toJS({ maxAliasCount: 0 }),
      has: (path) => path.length === 0 || document.hasIn(path),
      mistakeAt: (path, what, at = 'value') => place(offsetOf(document.contents, { path, at }), what),
    },
  };
}

/** Offset of the value of a path, of its key, or of the nearest thing above it that exists. */
function offsetOf(root: unknown, where: { path: Path; at: 'key' | 'value' }): number {
  let node = root as {
    get?: (key: string | number, keep: true) => unknown;
    range?: readonly number[] | null;
  };
  let offset = node.range?.[0] ?? 0;
  for (const [depth, step] of where.path.entries()) {
    const last = depth === where.path.length - 1;
    const key = isMap(node)
      ? node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(step))?.key
      : null;
    if (isScalar(key) && key.range) offset = key.range[0];
    if (last && where.at === 'key') return offset;
    const next = isScalar(key) && isMap(node) ? node.get(key, true) : node.get?.(step, true);
    if (next === undefined || next === null) return offset;
    node = next as typeof node;
    offset = node.range?.[0] ?? offset;
  }
  return offset;
}
