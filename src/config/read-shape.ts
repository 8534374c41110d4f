// Checks a tree of a file against TypeBox schemas and gives the plain values that fit. Every schema of a value has a
// description that completes "must be …"; so each mistake names the key, what is wanted and what stands there.

import type { Static, TObject, TSchema } from 'typebox';
import { Check } from 'typebox/schema';
import { isId } from '../domain/ids.ts';
import type { Findings, Place } from './findings.ts';
import { suggestion } from './nearest-word.ts';
import { clip, type Field, type Fields, type Tree } from './read-yaml.ts';

/** What is being read: its name for sentences (`machines.laser`), the place of its key. */
export type Scope = { readonly name: string; readonly place: Place; readonly findings: Findings };

/** Machines, readers or switches in one file; a larger space has several gateways. */
const groupLimit = 500;

/**
 * The fields that fit their schema; the others are mistakes in the findings. Fields of `Type.Unknown()` are only known
 * by name here: their own reader takes them from the tree. An empty value counts as left out.
 */
export function readShape<S extends TObject>(schema: S, tree: Tree, scope: Scope): Partial<Static<S>> {
  const fields = fieldsOf(tree, scope);
  if (!fields) return {};
  const known = Object.keys(schema.properties);
  for (const [key, field] of fields) {
    if (known.includes(key)) continue;
    scope.findings.mistake(field.place, `"${clip(key)}" is not known here${suggestion(key, known)}`);
  }
  const required: readonly string[] = schema.required ?? [];
  const values: [string, unknown][] = [];
  for (const key of known) {
    const field = fields.get(key);
    const wanted = schema.properties[key] as TSchema;
    if (field && !isEmpty(field.tree)) {
      const value = readValue(wanted, field.tree, { ...scope, key });
      if (value !== undefined) values.push([key, value]);
    } else if (required.includes(key)) {
      scope.findings.mistake(
        field?.place ?? scope.place,
        `${scope.name} lacks "${key}": ${describe(wanted)}`,
      );
    }
  }
  return Object.fromEntries(values) as Partial<Static<S>>;
}

/** The shape that the field `kind` names; undefined after a mistake about the kind. */
export function readKind<K extends string>(
  kinds: Readonly<Record<K, TObject>>,
  tree: Tree,
  scope: Scope,
): { kind: K; shape: Record<string, unknown> } | undefined {
  const fields = fieldsOf(tree, scope);
  if (!fields) return undefined;
  const known = Object.keys(kinds);
  const field = fields.get('kind');
  if (!field || isEmpty(field.tree)) {
    scope.findings.mistake(scope.place, `${scope.name} lacks "kind", one of ${known.join(', ')}`);
    return undefined;
  }
  const value = field.tree.kind === 'leaf' ? String(field.tree.value) : '';
  const kind = known.find((name) => name === value) as K | undefined;
  if (kind === undefined) {
    scope.findings.mistake(field.tree.place, mustBeOneOf({ ...scope, key: 'kind' }, known, field.tree));
    return undefined;
  }
  return { kind, shape: readShape(kinds[kind], tree, scope) };
}

/** One value per id, in the order of the file; ids that are none are mistakes and left out. */
export function readGroup<T>(
  field: Field | undefined,
  scope: Scope,
  readOne: (tree: Tree, scope: Scope) => T,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  if (!field || isEmpty(field.tree)) return found;
  const fields = fieldsOf(field.tree, scope) ?? new Map<string, Field>();
  if (fields.size > groupLimit) {
    scope.findings.mistake(
      scope.place,
      `${scope.name} holds ${fields.size}; at most ${groupLimit} fit one gateway.`,
    );
    return found;
  }
  for (const [id, { place, tree }] of fields) {
    const inner = { ...scope, name: `${scope.name}.${clip(id)}`, place };
    if (!isId(id)) {
      const text = `"${clip(id)}" cannot be an id; an id is lower-case letters, digits and hyphens, at most 64${idLike(id)}`;
      scope.findings.mistake(place, text);
    }
    const one = readOne(tree, inner);
    if (isId(id)) found.set(id, one);
  }
  return found;
}

/** Where the value of a field stands, for mistakes that are found later. */
export function placeOf(tree: Tree, key: string): Place {
  const field = tree.kind === 'fields' ? tree.fields.get(key) : undefined;
  return field?.tree.place ?? tree.place;
}

export const isEmpty = (tree: Tree): boolean => tree.kind === 'leaf' && tree.value === null;

function fieldsOf(tree: Tree, scope: Scope): Fields['fields'] | undefined {
  if (tree.kind === 'fields') return tree.fields;
  if (isEmpty(tree)) return new Map();
  scope.findings.mistake(tree.place, `${scope.name} must be a group of keys, not ${shown(tree)}`);
  return undefined;
}

type KeyScope = Scope & { readonly key: string };

function readValue(schema: TSchema, tree: Tree, scope: KeyScope): unknown {
  if ('type' in schema && schema.type === 'array' && 'items' in schema && tree.kind === 'list') {
    const items = schema.items as TSchema;
    const read: unknown[] = tree.items
      .map((item) => readValue(items, item, scope))
      .filter((item) => item !== undefined);
    const isShorter = read.length < tree.items.length;
    if (isShorter || Check(schema, read)) return read;
    scope.findings.mistake(tree.place, `"${scope.key}" of ${scope.name} must be ${describe(schema)}`);
    return undefined;
  }
  const value = plain(tree);
  if (Check(schema, value)) return value;
  const words = 'enum' in schema && Array.isArray(schema.enum) ? schema.enum.map(String) : null;
  const text = words
    ? mustBeOneOf(scope, words, tree)
    : `"${scope.key}" of ${scope.name} must be ${describe(schema)}${but(scope.key, tree)}`;
  scope.findings.mistake(tree.place, text);
  return undefined;
}

function mustBeOneOf(scope: KeyScope, words: readonly string[], tree: Tree): string {
  const word = tree.kind === 'leaf' ? String(tree.value) : '';
  return `"${scope.key}" of ${scope.name} cannot be ${shown(tree)}${suggestion(word, words)}`;
}

const describe = (schema: TSchema): string =>
  'description' in schema ? String(schema.description) : 'another value';

/** What stands there instead; never for a secret, and an address may hold one. */
const but = (key: string, tree: Tree): string =>
  /password|secret|^(?:key|url|server)/.test(key) ? '' : `, not ${shown(tree)}`;

function shown(tree: Tree): string {
  if (tree.kind === 'list') return 'a list';
  if (tree.kind === 'fields') return 'a group of keys';
  return typeof tree.value === 'string' ? `"${clip(tree.written)}"` : clip(tree.written);
}

function plain(tree: Tree): unknown {
  if (tree.kind === 'leaf') return tree.value;
  if (tree.kind === 'list') return tree.items.map(plain);
  return new Map(tree.fields);
}

function idLike(text: string): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words ? `; "${words.join('-').slice(0, 64)}" would do` : '';
}
