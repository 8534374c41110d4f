// Which words the sources of the dashboard read, found in their syntax trees: `say.waiting` where `say` is the words of the
// queue is `queue.waiting`, and `say.causes[code]` is `held.causes.*`. A room handed on whole is read by whom it is handed to.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';

type Path = readonly string[];
type Scope = ReadonlyMap<string, Path>;

/** As much of a node of the syntax tree as is looked at. */
type Node = {
  readonly type?: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly computed?: boolean;
  readonly params?: unknown;
  readonly body?: unknown;
  readonly init?: unknown;
  readonly property?: unknown;
  readonly expression?: unknown;
  readonly [part: string]: unknown;
};

/** Dotted paths, in no order; `*` is a name that is found out when the page runs. */
export function wordsRead(): ReadonlySet<string> {
  const read = new Set<string>();
  for (const file of sources()) readFile(file, read);
  return read;
}

const folder = new URL('../../src/dashboard', import.meta.url).pathname;

function sources(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/^(dist|words|build)\//.test(name))
    .map((name) => join(folder, name));
}

function readFile(file: string, read: Set<string>): void {
  const tree: Node = parseAst(
    readFileSync(file, 'utf8'),
    { lang: file.endsWith('x') ? 'tsx' : 'ts' },
    file,
  ) as unknown as Node;
  const aliases = new Map<string, Node>();
  eachNode(tree, (node) => {
    if (node.type === 'TSTypeAliasDeclaration')
      aliases.set(part(node, 'id').name ?? '', part(node, 'typeAnnotation'));
  });
  visit(tree, new Map());

  function visit(node: unknown, scope: Map<string, Path>): void {
    if (Array.isArray(node)) {
      for (const one of node) visit(one, scope);
      return;
    }
    if (!isNode(node) || isMute(node)) return;
    if (node.params !== undefined && node.body !== undefined) visitFunction(node, scope);
    else if (node.type === 'BlockStatement') visit(node.body, new Map(scope));
    else if (node.type === 'VariableDeclarator') visitDeclarator(node, scope);
    else visitUse(node, scope);
  }

  function visitFunction(node: Node, scope: Map<string, Path>): void {
    const inner = new Map(scope);
    for (const given of list(node, 'params')) bind(given, typePath(part(given, 'typeAnnotation')), inner);
    visit(node.params, inner);
    visit(node.body, inner);
  }

  function visitDeclarator(node: Node, scope: Map<string, Path>): void {
    const path = pathOf(part(node, 'init'), scope);
    if (path === null) visit(node.init, scope);
    bind(part(node, 'id'), path, scope, part(node, 'init').name);
  }

  function visitUse(node: Node, scope: Map<string, Path>): void {
    const path = pathOf(node, scope);
    if (path !== null) read.add(path.join('.'));
    if (path !== null && node.type === 'MemberExpression') visitKeys(node, scope);
    else
      for (const [name, inner] of Object.entries(node))
        if (node.computed || (name !== 'property' && name !== 'key')) visit(inner, scope);
  }

  /** What stands in the brackets of a chain is read as well. */
  function visitKeys(node: Node, scope: Map<string, Path>): void {
    if (node.type !== 'MemberExpression') return;
    if (node.computed) visit(node.property, scope);
    visitKeys(part(node, 'object'), scope);
  }

  /** The words that a type stands for: `Words['queue']`, or the name of such a type. */
  function typePath(type: Node): Path | null {
    if (type.type === 'TSTypeAnnotation') return typePath(part(type, 'typeAnnotation'));
    if (type.type === 'TSIndexedAccessType') {
      const of = typePath(part(type, 'objectType'));
      const key = part(part(type, 'indexType'), 'literal').value;
      return of === null || typeof key !== 'string' ? null : [...of, key];
    }
    const name = part(type, 'typeName').name;
    if (name === 'Words') return [];
    const alias = name === undefined ? undefined : aliases.get(name);
    return alias === undefined ? null : typePath(alias);
  }

  function membersOf(type: Node): ReadonlyMap<string, Path> {
    if (type.type === 'TSTypeAnnotation') return membersOf(part(type, 'typeAnnotation'));
    const alias = aliases.get(part(type, 'typeName').name ?? '');
    if (alias !== undefined) return membersOf(alias);
    const found = list(type, 'members').map((one): [string, Path | null] => [
      part(one, 'key').name ?? '',
      typePath(part(one, 'typeAnnotation')),
    ]);
    return new Map(found.filter((one): one is [string, Path] => one[1] !== null));
  }

  function bind(pattern: Node, path: Path | null, scope: Map<string, Path>, carrier?: string): void {
    if (pattern.type === 'Identifier' && pattern.name !== undefined) {
      if (path === null) scope.delete(pattern.name);
      else scope.set(pattern.name, path);
      // `speech.say`, where the type of `speech` says what words it carries.
      for (const [member, of] of membersOf(part(pattern, 'typeAnnotation')))
        scope.set(`${pattern.name}.${member}`, of);
    }
    if (pattern.type !== 'ObjectPattern') return;
    const members = membersOf(part(pattern, 'typeAnnotation'));
    for (const one of list(pattern, 'properties')) {
      const key = part(one, 'key').name ?? '';
      const value = part(one, 'value');
      bind(
        value.type === 'AssignmentPattern' ? part(value, 'left') : value,
        path === null
          ? (members.get(key) ?? scope.get(`${carrier}.${key}`) ?? (key === 'words' ? [] : null))
          : [...path, key],
        scope,
      );
    }
  }
}

/** Imports, patterns and types read nothing by themselves; what is cast does. */
const isMute = ({ type = '', expression }: Node): boolean =>
  type === 'ImportDeclaration' ||
  type === 'ObjectPattern' ||
  (type.startsWith('TS') && expression === undefined);

function pathOf(node: Node, scope: Scope): Path | null {
  if (node.type === 'ChainExpression' || node.type === 'TSNonNullExpression')
    return pathOf(part(node, 'expression'), scope);
  if (node.type === 'Identifier') return scope.get(node.name ?? '') ?? null;
  if (node.type !== 'MemberExpression') return null;
  const [object, property] = [part(node, 'object'), part(node, 'property')];
  const name = node.computed
    ? typeof property.value === 'string'
      ? property.value
      : '*'
    : (property.name ?? '*');
  if (object.name === 'words' && name === 'value') return [];
  const of = pathOf(object, scope);
  if (of === null) return scope.get(`${object.name}.${name}`) ?? (name === 'words' ? [] : null);
  return [...of, name];
}

function eachNode(node: unknown, see: (node: Node) => void): void {
  if (Array.isArray(node)) {
    for (const one of node) eachNode(one, see);
    return;
  }
  if (!isNode(node)) return;
  see(node);
  for (const inner of Object.values(node)) eachNode(inner, see);
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const nothing: Node = {};
const part = (node: Node, name: string): Node => {
  const found = node[name];
  return isNode(found) ? found : nothing;
};
const list = (node: Node, name: string): readonly Node[] => {
  const found = node[name];
  return Array.isArray(found) ? found.filter(isNode) : [];
};
