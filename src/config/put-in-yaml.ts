// Puts one value into a YAML text, by its path, as a person would type it: whatever is not concerned stays as it is, to
// the byte. It works on the text itself, because writing a parsed document anew would move comments and blank lines.

import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';

export type Put = {
  /** Keys from the root to the value; those that are not there yet are made. */
  readonly path: readonly string[];
  /** As it stands in one line, for instance `{ kind: native }`. */
  readonly value: string;
};

/** Null when the value is there already, or stands where nothing can be put. */
export function putInYaml(text: string, { path, value }: Put): string | null {
  const document = parseDocument(text, { ...options, keepSourceTokens: true });
  const keys = path.map(toYamlScalar);
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  const edit = { text, value, eol };
  const root = document.contents;
  if (!isMap(root)) return atEnd(edit, { keys, after: 0 });
  let map: YAMLMap = root;
  for (const [depth, key] of path.entries()) {
    const pair = map.items.find((one) => nameOf(one) === key);
    if (!pair) {
      const rest = keys.slice(depth);
      if (map.flow) return intoFlow(edit, { map, keys: rest });
      if (map === root) return atEnd(edit, { keys: rest, after: endOf(text, map) });
      return afterLine(edit, { offset: endOf(text, map), indent: indentOf(map), keys: rest });
    }
    if (!isMap(pair.value)) return intoEmpty(edit, { pair, map, keys: keys.slice(depth + 1) });
    map = pair.value;
  }
  return null;
}

/** The same reading of the text as everywhere else in this folder. */
const options = {
  version: '1.2',
  schema: 'core',
  uniqueKeys: false,
  merge: false,
  customTags: null,
} as const;

/** As it stands in YAML: bare where no reader of YAML could take it for something else, in quotes otherwise. */
export function toYamlScalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const isBare =
    /^[A-Za-z/][A-Za-z0-9_./-]*$/.test(value) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(value);
  // JSON is YAML, but for a few characters that YAML wants escaped.
  const toEscape = (one: string): string => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return isBare ? value : JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, toEscape);
}

type Edit = { readonly text: string; readonly value: string; readonly eol: string };

/** Before the mark that ends a document, and after all comments. */
function atEnd({ text, value, eol }: Edit, at: { keys: readonly string[]; after: number }): string {
  const mark = text.slice(at.after).search(/^\.\.\.(?:\s|$)/m);
  const offset = mark < 0 ? text.length : at.after + mark;
  return insert(text, offset, wholeLines(text, offset, { lines: nested(at.keys, value, 0), eol }));
}

type LinePlace = { readonly offset: number; readonly indent: number; readonly keys: readonly string[] };

function afterLine({ text, value, eol }: Edit, { offset, indent, keys }: LinePlace): string {
  const at = lineEnd(text, offset);
  return insert(text, at, wholeLines(text, at, { lines: nested(keys, value, indent), eol }));
}

/** A key without a value, or with one of the words for none. */
function intoEmpty(
  { text, value, eol }: Edit,
  { pair, map, keys }: { pair: Pair; map: YAMLMap; keys: readonly string[] },
): string | null {
  const node = pair.value;
  if (node !== null && !(isScalar(node) && node.value === null)) return null;
  const inline = keys.reduceRight((inner, key) => `{ ${key}: ${inner} }`, value);
  if (isScalar(node) && node.source && node.range) {
    const [from, to] = node.range;
    return text.slice(0, from) + inline + text.slice(to);
  }
  const colon = colonOf(pair);
  if (colon === undefined) return insert(text, endOfPair(text, pair), `: ${inline}`);
  if (map.flow || keys.length === 0) return insert(text, colon + 1, ` ${inline}`);
  return afterLine({ text, value, eol }, { offset: colon, indent: indentOf(map) + 2, keys });
}

/** Behind what stands between the braces; on a line of its own where the last one has its own, too. */
function intoFlow(
  { text, value, eol }: Edit,
  { map, keys }: { map: YAMLMap; keys: readonly string[] },
): string | null {
  const [open = 0, close = 0] = map.range ?? [];
  const [first = '', ...inner] = keys;
  const added = `${first}: ${inner.reduceRight((all, key) => `{ ${key}: ${all} }`, value)}`;
  const last = map.items.at(-1);
  if (!last) return insert(text, open + 1, ` ${added}${/\s/.test(text[open + 1] ?? '') ? '' : ' '}`);
  const comma = trailingComma(map);
  const end = comma === undefined ? endOfPair(text, last) : comma + 1;
  const before = comma === undefined ? ',' : '';
  if (!text.slice(end, close - 1).includes('\n')) return insert(text, end, `${before} ${added}`);
  const start = text.lastIndexOf('\n', end - 1) + 1;
  const indent = /^ */.exec(text.slice(start))?.[0] ?? '';
  const line = insert(text, lineEnd(text, end), `${indent}${added}${comma === undefined ? '' : ','}${eol}`);
  return insert(line, end, before);
}

function nested(keys: readonly string[], value: string, indent: number): readonly string[] {
  return keys.map((key, depth) => {
    const before = ' '.repeat(indent + 2 * depth);
    return depth === keys.length - 1 ? `${before}${key}: ${value}` : `${before}${key}:`;
  });
}

/** What was the last line without an end gets one. */
function wholeLines(
  text: string,
  offset: number,
  { lines, eol }: { lines: readonly string[]; eol: string },
): string {
  const isOpen = offset > 0 && text[offset - 1] !== '\n' && text !== '\ufeff';
  return `${isOpen ? eol : ''}${lines.join(eol)}${eol}`;
}

const insert = (text: string, offset: number, added: string): string =>
  text.slice(0, offset) + added + text.slice(offset);

/** Where the next line begins; a block of text ends there already. */
function lineEnd(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** Behind the last character of a node, without the comments after it. */
function endOf(text: string, node: unknown): number {
  if (isMap(node) && !node.flow) {
    const last = node.items.at(-1);
    if (last) return endOfPair(text, last);
  }
  if (isSeq(node) && !node.flow && node.items.length > 0) return endOf(text, node.items.at(-1));
  if (isMap(node) || isSeq(node) || isScalar(node)) return node.range?.[1] ?? text.length;
  return text.length;
}

function endOfPair(text: string, pair: Pair): number {
  const { key, value } = pair;
  const isEmpty = value === null || (isScalar(value) && value.value === null && !value.source);
  if (!isEmpty) return endOf(text, value);
  const colon = colonOf(pair);
  return colon === undefined ? endOf(text, key) : colon + 1;
}

const colonOf = (pair: Pair): number | undefined =>
  pair.srcToken?.sep?.find(({ type }) => type === 'map-value-ind')?.offset;

function trailingComma(map: YAMLMap): number | undefined {
  const token = map.srcToken;
  const last = token?.type === 'flow-collection' ? token.items.at(-1) : undefined;
  if (!last || last.key || last.value || last.sep) return undefined;
  return last.start.find(({ type }) => type === 'comma')?.offset;
}

const indentOf = (map: YAMLMap): number => (map.srcToken?.type === 'block-map' ? map.srcToken.indent : 0);

/** Keys that are no text, as 12, count as they are written. */
function nameOf({ key }: Pair): string | undefined {
  if (!isScalar(key)) return undefined;
  return typeof key.value === 'string' ? key.value : (key.source ?? '');
}
