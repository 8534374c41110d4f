// The key `link.nodes` of a machine: which nodes of an OPC UA server say what, where no companion model does, and the one
// order that ends a job. A namespace is always named by its URI; its index may change at every start of the server.

import { type Static, type TObject, Type } from 'typebox';
import { type Activity, activities } from '../domain/machine/activity.ts';
import { isReadingName, type ReadingName, readingUnits } from '../domain/machine/reading.ts';
import { suggestion } from './nearest-word.ts';
import { placeOf, readShape, type Scope } from './read-shape.ts';
import { clip, type Field, type Tree } from './read-yaml.ts';

export type OpcuaNodes = {
  /** What each value of one node means; null where the server speaks OPC UA for Machinery. */
  readonly activity: {
    readonly node: string;
    readonly values: readonly { readonly value: string; readonly activity: Activity }[];
  } | null;
  readonly program: string | null;
  /** From 0 to 1 once it is scaled. */
  readonly progress: ScaledNode | null;
  readonly readings: readonly (ScaledNode & { readonly name: ReadingName })[];
  /** Ends the job under way and does nothing else; null: the machine is only read. */
  readonly stop: OpcuaStop | null;
};

type ScaledNode = { readonly node: string; readonly scale: number };

type OpcuaStop =
  | { readonly kind: 'write'; readonly node: string; readonly value: boolean | number | string }
  /** Called without arguments. */
  | { readonly kind: 'call'; readonly object: string; readonly method: string };

/** With the activity, the program, its progress and the order no more than 64 nodes of one machine. */
const readingsLimit = 60;
/** Of one node. */
const valuesLimit = 64;

/** OPC 10000-6, 5.3.1.10; an index is taken here only to be refused with its remedy. */
const nodeSchema = Type.String({
  pattern:
    '^(ns=[0-9]{1,5};|nsu=[!-:<-~]{1,200};)?(i=[0-9]{1,9}|s=[ -~]{1,200}|g=[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$',
  description: 'a node of the server, for instance "nsu=urn:maker:mill;s=State"',
});
const scaledSchema = Type.Object({
  node: nodeSchema,
  scale: Type.Optional(
    Type.Number({ minimum: -1e9, maximum: 1e9, description: 'a number to multiply by, for instance 0.01' }),
  ),
});
const activitySchema = Type.Object({ node: nodeSchema, values: Type.Unknown() });
const stopSchema = Type.Object({
  node: Type.Optional(nodeSchema),
  value: Type.Optional(
    Type.Union([Type.Boolean(), Type.Number(), Type.String({ maxLength: 200, pattern: '^[^\\p{Cc}]*$' })], {
      description: 'what to write: true or false, a number, or a text of at most 200 characters',
    }),
  ),
  object: Type.Optional(nodeSchema),
  method: Type.Optional(nodeSchema),
});
const nodesSchema = Type.Object({
  activity: Type.Optional(Type.Unknown()),
  program: Type.Optional(Type.Unknown()),
  progress: Type.Optional(Type.Unknown()),
  readings: Type.Optional(Type.Unknown()),
  stop: Type.Optional(Type.Unknown()),
});

/** @param tree of the link; undefined where it names no nodes */
export function readOpcuaNodes(tree: Tree, scope: Scope): OpcuaNodes | undefined {
  const field = fieldIn(tree, 'nodes');
  if (!field) return undefined;
  const here = inner(scope, 'nodes', field);
  readShape(nodesSchema, field.tree, here);
  const at = (key: string): At | null => {
    const found = fieldIn(field.tree, key);
    return found ? { tree: found.tree, scope: inner(here, key, found) } : null;
  };
  const program = at('program');
  const nodes: OpcuaNodes = {
    activity: readActivity(at('activity')),
    program: program && (readNodes(Type.Object({ node: nodeSchema }), program).node ?? ''),
    progress: readScaled(at('progress')),
    readings: readReadings(at('readings')),
    stop: readStop(at('stop')),
  };
  const named = [nodes.activity, program, nodes.progress, nodes.stop].filter((one) => one !== null);
  if (named.length + nodes.readings.length === 0)
    here.findings.mistake(here.place, `${here.name} names no node; name one, or leave it out.`);
  return nodes;
}

type At = { readonly tree: Tree; readonly scope: Scope };

const fieldIn = (tree: Tree, key: string): Field | undefined =>
  tree.kind === 'fields' ? tree.fields.get(key) : undefined;

const inner = (scope: Scope, key: string, field: Field): Scope => ({
  ...scope,
  name: `${scope.name}.${clip(key)}`,
  place: field.place,
});

/** As `readShape`, and no namespace by its index. */
function readNodes<S extends TObject>(schema: S, { tree, scope }: At): Partial<Static<S>> {
  const read = readShape(schema, tree, scope);
  for (const [key, value] of Object.entries(read)) {
    const index = key === 'value' ? null : /^ns=(\d+);/.exec(String(value))?.[1];
    if (!index) continue;
    const text = `"${key}" of ${scope.name} names its namespace by the index ${index}, which may be another at every start of the server; look up the URI that stands at place ${index} of its NamespaceArray (i=2255, counted from 0), and write nsu=<URI>; instead of ns=${index};`;
    scope.findings.mistake(placeOf(tree, key), text);
  }
  return read;
}

function readActivity(at: At | null): OpcuaNodes['activity'] {
  if (!at) return null;
  const { node = '' } = readNodes(activitySchema, at);
  const field = fieldIn(at.tree, 'values');
  const { findings, name, place } = at.scope;
  if (field?.tree.kind !== 'fields' || field.tree.fields.size === 0) {
    const text = `"values" of ${name} must say what each value means, for instance { "0": idle, "1": running }`;
    if (field) findings.mistake(field.tree.place, text);
    return { node, values: [] };
  }
  if (field.tree.fields.size > valuesLimit)
    findings.mistake(
      place,
      `"values" of ${name} has more than ${valuesLimit}; leave out what is unknown anyway.`,
    );
  const values = [...field.tree.fields].slice(0, valuesLimit).flatMap(([value, { tree }]) => {
    const word = tree.kind === 'leaf' ? String(tree.value) : '';
    const activity = activities.find((one) => one === word);
    if (activity) return [{ value, activity }];
    const text = `"${clip(value)}" of ${name} means "${clip(word)}", which is no activity${suggestion(word, activities)}`;
    findings.mistake(tree.place, text);
    return [];
  });
  return { node, values };
}

function readScaled(at: At | null): ScaledNode | null {
  if (!at) return null;
  const { node = '', scale = 1 } = readNodes(scaledSchema, at);
  if (scale === 0)
    at.scope.findings.mistake(
      placeOf(at.tree, 'scale'),
      `"scale" of ${at.scope.name} is 0, which makes every value 0; write another, or leave it out.`,
    );
  return { node, scale };
}

function readReadings(at: At | null): OpcuaNodes['readings'] {
  if (!at) return [];
  const { tree, scope } = at;
  if (tree.kind !== 'fields') {
    scope.findings.mistake(
      tree.place,
      `${scope.name} must name readings, for instance spindle.speed: { node: … }`,
    );
    return [];
  }
  if (tree.fields.size > readingsLimit) {
    const text = `${scope.name} names ${tree.fields.size}; at most ${readingsLimit} fit. Leave out what nobody looks at.`;
    scope.findings.mistake(scope.place, text);
    return [];
  }
  return [...tree.fields].flatMap(([name, field]) => {
    const read = readScaled({ tree: field.tree, scope: inner(scope, name, field) });
    if (isReadingName(name)) return read ? [{ name, ...read }] : [];
    const text = `"${clip(name)}" of ${scope.name} is no reading${suggestion(name, Object.keys(readingUnits))}`;
    scope.findings.mistake(field.place, text);
    return [];
  });
}

/** A value for a node, or a method of an object: one of both. */
function readStop(at: At | null): OpcuaStop | null {
  if (!at) return null;
  const { node, value, object, method } = readNodes(stopSchema, at);
  const isWrite = node !== undefined && value !== undefined;
  const isCall = object !== undefined && method !== undefined;
  if (isWrite !== isCall)
    return isWrite
      ? { kind: 'write', node, value }
      : { kind: 'call', object: object ?? '', method: method ?? '' };
  const text = `${at.scope.name} must be either { node, value }, what is written, or { object, method }, what is called; it must only end a job.`;
  at.scope.findings.mistake(at.scope.place, text);
  return null;
}
