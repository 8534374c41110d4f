// The key `policy`, or a file of its own with the same shape: how machines are shared. Every mistake has its line, and what
// passes gives the rule of turns numbers that do not contradict each other.

import { type Static, Type } from 'typebox';
import {
  bookingFigures,
  careFields,
  draftFields,
  poolFigures,
  shortFields,
  teamWeight,
  voteFields,
} from '../contract/policy.ts';
import type { Workshop } from '../domain/machine/workshop.ts';
import type { BookingPolicy, PolicyDocument, PoolPolicy } from '../domain/policy/policy-document.ts';
import { noPolicy } from '../domain/policy/policy-text.ts';
import { checkPolicy, type PoolsKnown } from './check-policy.ts';
import type { Mistake } from './config.ts';
import { createFindings } from './findings.ts';
import { readSpans } from './hours.ts';
import { isEmpty, readGroup, readShape, type Scope } from './read-shape.ts';
import { type Field, readYaml, type Tree } from './read-yaml.ts';

const unread = Type.Optional(Type.Unknown());
const policyShape = Type.Object({ pools: unread, weights: unread, care: unread, votes: unread });
const poolShape = Type.Object({ ...poolFigures, peak: unread, short: unread, bookings: unread });
const shortShape = Type.Object(shortFields);
const bookingShape = Type.Object({ ...bookingFigures, draft: unread });
const draftShape = Type.Object(draftFields);
const careShape = Type.Object(careFields);
const voteShape = Type.Object(voteFields);
const weightShape = Type.Object({ weight: teamWeight });

export type PolicyFile =
  | { readonly ok: true; readonly document: PolicyDocument }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** A document that stands in a file of its own, as YAML or JSON. */
export function readPolicyFile(text: string, { machines }: Pick<Workshop, 'machines'>): PolicyFile {
  const findings = createFindings();
  const tree = readYaml(text, findings);
  const known = poolsOf(Object.entries(machines));
  const document = tree
    ? readPolicy({ place: null, tree }, { name: 'policy', place: null, findings, known })
    : noPolicy;
  const mistakes = findings.mistakes();
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, document };
}

export type PolicyScope = Scope & { readonly known: PoolsKnown };

/** Says nothing about sharing where the key is left out. */
export function readPolicy(field: Field | undefined, { known, ...scope }: PolicyScope): PolicyDocument {
  if (!field || isEmpty(field.tree)) return noPolicy;
  const { tree } = field;
  readShape(policyShape, tree, scope);
  const inner = (key: string): Scope & { readonly field: Field | undefined } => {
    const found = fieldOf(tree, key);
    return { ...scope, name: `${scope.name}.${key}`, place: found?.place ?? scope.place, field: found };
  };
  const { field: poolField, ...poolScope } = inner('pools');
  const pools = readGroup(poolField, poolScope, readPool);
  const weights = readGroup(inner('weights').field, inner('weights'), readWeight);
  const care = fieldOf(tree, 'care');
  const votes = fieldOf(tree, 'votes');
  const document: PolicyDocument = {
    pools: Object.fromEntries(pools),
    ...(weights.size > 0 && { weights: Object.fromEntries(weights) }),
    ...(care && { care: readWhole(careShape, care, inner('care')) }),
    ...(votes && { votes: readWhole(voteShape, votes, inner('votes')) }),
  };
  checkPolicy(document, { ...scope, tree, known });
  return document;
}

/** Pool → its machines. */
export function poolsOf(machines: Iterable<readonly [string, { readonly pool: string }]>): PoolsKnown {
  const pools = new Map<string, string[]>();
  for (const [id, { pool }] of machines) pools.set(pool, [...(pools.get(pool) ?? []), id]);
  return pools;
}

const fieldOf = (tree: Tree, key: string): Field | undefined =>
  tree.kind === 'fields' ? tree.fields.get(key) : undefined;

function readPool(tree: Tree, scope: Scope): PoolPolicy {
  const { peak: _, short: __, bookings: ___, ...figures } = readShape(poolShape, tree, scope);
  const at = (key: string): Scope => ({
    ...scope,
    name: `${scope.name}.${key}`,
    place: fieldOf(tree, key)?.place ?? scope.place,
  });
  const peak = fieldOf(tree, 'peak');
  const short = fieldOf(tree, 'short');
  const bookings = fieldOf(tree, 'bookings');
  return {
    ...figures,
    ...(peak && { peak: readPeak(peak, at('peak')) }),
    ...(short && { short: readWhole(shortShape, short, at('short')) }),
    ...(bookings && { bookings: readBookings(bookings.tree, at('bookings')) }),
  };
}

/** A document that was written by a program lists the days, a person writes `mo-fr`. */
function readPeak({ tree, place }: Field, scope: Scope): NonNullable<PoolPolicy['peak']> {
  const spans = readSpans(
    tree.kind === 'list' ? { ...tree, items: tree.items.map(daysAsText) } : tree,
    scope,
  );
  if (tree.kind === 'list' && tree.items.length === 0)
    scope.findings.mistake(
      place,
      `${scope.name} must be a list of at least one span; left out, it always is`,
    );
  return spans ?? [];
}

function daysAsText(tree: Tree): Tree {
  const days = fieldOf(tree, 'days');
  if (tree.kind !== 'fields' || days?.tree.kind !== 'list') return tree;
  const words = days.tree.items.map((item) => (item.kind === 'leaf' ? String(item.value) : '?'));
  const written = words.join(', ');
  const text: Tree = { kind: 'leaf', value: written, written, place: days.tree.place };
  return { ...tree, fields: new Map(tree.fields).set('days', { place: days.place, tree: text }) };
}

function readBookings(tree: Tree, scope: Scope): BookingPolicy {
  const { draft: _, ...figures } = readShape(bookingShape, tree, scope);
  const draft = fieldOf(tree, 'draft');
  if (!draft) return figures;
  const at = { ...scope, name: `${scope.name}.draft`, place: draft.place };
  return { ...figures, draft: readWhole(draftShape, draft, at) };
}

function readWeight(tree: Tree, scope: Scope): number {
  // One value under the name of its team, read as the one field of a group.
  const alone: Tree = {
    kind: 'fields',
    fields: new Map([['weight', { place: scope.place, tree }]]),
    place: scope.place,
  };
  return readShape(weightShape, alone, scope).weight ?? 100;
}

/** All of its fields are asked for; what lacks one is a mistake by now, and this is then used by nobody. */
function readWhole<S extends Parameters<typeof readShape>[0]>(
  schema: S,
  { tree }: Field,
  scope: Scope,
): Static<S> {
  return readShape(schema, tree, scope) as Static<S>;
}
