// One YAML text as a tree of plain values that know their line and column. It always holds that maps are `Map`s with
// text keys, that no key stands twice, and that anchors, aliases, tags and deep nesting never get through.

import {
  Composer,
  type CST,
  type ErrorCode,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  Parser,
} from 'yaml';
import type { Findings, Place } from './findings.ts';

export type Tree = Leaf | List | Fields;
type Leaf = {
  readonly kind: 'leaf';
  readonly value: string | number | boolean | null;
  /** As it stands in the file. */
  readonly written: string;
  readonly place: Place;
};
type List = { readonly kind: 'list'; readonly items: readonly Tree[]; readonly place: Place };
export type Fields = {
  readonly kind: 'fields';
  readonly fields: ReadonlyMap<string, Field>;
  readonly place: Place;
};
/** `place` is that of the key, `tree.place` that of the value. */
export type Field = { readonly place: Place; readonly tree: Tree };

export const yamlLimit = { bytes: 256 * 1024, depth: 16 } as const;

/** Null when the text is no YAML that we take; why stands in the findings. An empty text is an empty map. */
export function readYaml(text: string, findings: Findings): Fields | null {
  if (new TextEncoder().encode(text).length > yamlLimit.bytes) {
    findings.mistake(
      null,
      `The file is larger than ${yamlLimit.bytes / 1024} KiB; leave out what is not needed.`,
    );
    return null;
  }
  const counter = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const tokens = [...new Parser(counter.addNewLine).parse(text)];
  const tooDeep = tokens.map(firstTooDeep).find((offset) => offset !== null);
  if (tooDeep !== undefined && tooDeep !== null) {
    findings.mistake(
      placeAt(tooDeep),
      `This is nested deeper than ${yamlLimit.depth} levels; the file needs four.`,
    );
    return null;
  }
  const root = compose(tokens, text, { findings, placeAt });
  if (root === undefined) return null;
  const before = findings.mistakes().length;
  const tree = root === null ? emptyFields : convert(root, { findings, placeAt });
  if (findings.mistakes().length > before) return null;
  if (tree.kind === 'fields') return tree;
  if (tree.kind === 'leaf' && tree.value === null) return emptyFields;
  findings.mistake(tree.place, 'The file must begin with keys such as "space:" and "machines:".');
  return null;
}

const emptyFields: Fields = { kind: 'fields', fields: new Map(), place: null };

type Reading = { readonly findings: Findings; readonly placeAt: (offset: number) => Place };

/** Undefined after a mistake, null for an empty text. */
function compose(tokens: CST.Token[], text: string, reading: Reading): Node | null | undefined {
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    merge: false,
    customTags: null,
  });
  const [document, second] = [...composer.compose(tokens, true, text.length)];
  if (second) {
    const text = 'A second document begins here; keep everything in one, without "---" between.';
    reading.findings.mistake(reading.placeAt(second.range[0]), text);
    return undefined;
  }
  // The errors after the first are its consequences.
  const error = document?.errors[0];
  if (error) {
    const sentence = quoteHint(text, error.pos[0]) ?? errorSentences[error.code] ?? otherError;
    reading.findings.mistake(reading.placeAt(error.pos[0]), sentence);
    return undefined;
  }
  return document?.contents ?? null;
}

/** Own words, because those of the parser quote the file, and what they quote may be a password. */
const errorSentences: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_ALIAS: 'Anchors (&) and aliases (*) are not taken here; write the value out, or put it in quotes.',
  BAD_INDENT: 'The indentation does not fit the lines before; use two spaces per level.',
  BAD_SCALAR_START: 'A value cannot begin with this character; put the value in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'Two keys stand in one line here; write one per line, or use { }.',
  MISSING_CHAR:
    'A character is missing here: a closing quote, bracket or brace, a comma, or the colon after a key.',
  TAB_AS_INDENT: 'A tab stands here; YAML is indented with spaces.',
  UNEXPECTED_TOKEN: 'This does not belong here; look for a missing quote, comma or colon just before it.',
};
const otherError = 'This is not YAML as we can read it; look at the line before, too.';

/** Inside `{ }` an unquoted ${NAME} is YAML for a map, and no general sentence would help. */
function quoteHint(text: string, offset: number): string | null {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0] ?? '';
  return /\{.*[^"'\w]\$\{\w*\}/.test(line)
    ? `Inside { } a name from the environment stands in quotes: "\${NAME}".`
    : null;
}

/** Offset of the first token below the permitted depth. Iterative: the composer would overflow the stack. */
function firstTooDeep(token: CST.Token): number | null {
  const waiting: { token: CST.Token; depth: number }[] = [{ token, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.depth > yamlLimit.depth) return next.token.offset;
    const depth = next.depth + 1;
    if ('value' in next.token && next.token.value)
      waiting.push({ token: next.token.value, depth: next.depth });
    if (!('items' in next.token)) continue;
    for (const item of next.token.items) {
      if (item.key) waiting.push({ token: item.key, depth });
      if (item.value) waiting.push({ token: item.value, depth });
    }
  }
  return null;
}

function convert(node: Node, reading: Reading): Tree {
  const place = reading.placeAt(node.range?.[0] ?? 0);
  if (isAlias(node) || ('anchor' in node && node.anchor !== undefined)) {
    reading.findings.mistake(place, 'Anchors (&) and aliases (*) are not taken here; write the value out.');
    return { kind: 'leaf', value: null, written: '', place };
  }
  if ('tag' in node && node.tag !== undefined) {
    reading.findings.mistake(place, 'Tags (!) are not taken here; write the plain value.');
    return { kind: 'leaf', value: null, written: '', place };
  }
  if (isMap(node)) return convertMap(node.items, { ...reading, place });
  if (isSeq(node)) {
    const items = node.items.map((item) => convert(item as Node, reading));
    return { kind: 'list', items, place };
  }
  return convertScalar(isScalar(node) ? node.value : null, isScalar(node) ? (node.source ?? '') : '', place);
}

function convertMap(
  items: readonly { key: unknown; value: unknown }[],
  reading: Reading & { place: Place },
): Fields {
  const fields = new Map<string, Field>();
  for (const { key, value } of items) {
    const keyPlace = reading.placeAt((key as Node | null)?.range?.[0] ?? 0);
    if (!isScalar(key) || key.tag !== undefined || key.anchor !== undefined) {
      reading.findings.mistake(keyPlace ?? reading.place, 'A key must be plain text.');
      continue;
    }
    const name = typeof key.value === 'string' ? key.value : (key.source ?? '');
    const first = fields.get(name);
    if (first) {
      const text = `"${clip(name)}" stands here a second time; the first is in line ${first.place?.line ?? 1}. Keep one.`;
      reading.findings.mistake(keyPlace, text);
      continue;
    }
    const empty: Tree = { kind: 'leaf', value: null, written: '', place: keyPlace };
    fields.set(name, { place: keyPlace, tree: value === null ? empty : convert(value as Node, reading) });
  }
  return { kind: 'fields', fields, place: reading.place };
}

function convertScalar(value: unknown, written: string, place: Place): Leaf {
  const plain =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  return { kind: 'leaf', value: plain, written, place };
}

/** Printable and short, for sentences about what stands in a file. */
export function clip(text: string, length = 40): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '·');
  return clean.length > length ? `${clean.slice(0, length)}…` : clean;
}
