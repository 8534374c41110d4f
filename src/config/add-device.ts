// Puts a device into the text of `officina.yaml`, and the machine that it is for onto it; all else stays as it is, to the
// byte. What it gives back was read again: it holds what the old text held, that one device, and nothing else.

import { isId } from '../domain/ids.ts';
import type { Mistake } from './config.ts';
import { createFindings, type Findings, type Place } from './findings.ts';
import { suggestion } from './nearest-word.ts';
import { type Put, putInYaml, toYamlScalar } from './put-in-yaml.ts';
import { isEmpty } from './read-shape.ts';
import { type Fields, readYaml, type Tree } from './read-yaml.ts';
import { readReader } from './reader.ts';
import { readSwitch } from './switch.ts';

/** The shapes of `gateway/unassigned.ts`, which this folder may not import; a test proves that they are the same. */
export type NewDevice = {
  readonly role: 'reader' | 'switch';
  readonly id: string;
  /** Without its sign-in. */
  readonly entry: { readonly kind: string } & Readonly<Record<string, string | number | boolean>>;
  /** How a stock device signs in; null for a native one, whose id says it. */
  readonly account: { readonly client: string; readonly user: string } | null;
  /** Path of the file with its password, as it is to stand in the file. */
  readonly passwordFile: string;
  /** The machine that it is for from now on; null leaves all machines as they are. */
  readonly machine: string | null;
};

export type DeviceAdded =
  | { readonly ok: true; readonly text: string; readonly lines: readonly AddedLine[] }
  | { readonly ok: false; readonly mistakes: readonly DeviceMistake[] };

/** With what of the new device it is about, where that is known. */
type DeviceMistake = Mistake & { readonly field?: 'id' | 'entry' | 'machine' };

/** A line of the new text that is not in the old one; `line` from 1. */
export type AddedLine = { readonly line: number; readonly text: string };

const sections = { reader: 'readers', switch: 'switches' } as const;

export function addDevice(text: string, device: NewDevice): DeviceAdded {
  const findings = createFindings();
  const old = readYaml(text, findings);
  if (!old || findings.mistakes().length > 0) return { ok: false, mistakes: findings.mistakes() };
  const wrong = check(old, device);
  if (wrong.length > 0) return { ok: false, mistakes: wrong };
  const { role, id, machine } = device;
  const section = sections[role];
  const own: Put = { path: [section, id], value: entryText(device) };
  const puts = [own];
  // First what is not shown with the section that a person looks for.
  if (machine !== null && wordAt(old, ['machines', machine, role]) === null)
    puts.unshift({ path: ['machines', machine, role], value: toYamlScalar(id) });
  let changed = text;
  let lines: readonly AddedLine[] = [];
  for (const put of puts) {
    const next = putInYaml(changed, put);
    if (next === null) return { ok: false, mistakes: [byHand(old, put)] };
    lines = shownLines(changed, next, lines);
    changed = next;
  }
  const read = readYaml(changed, findings);
  if (read) checkEntry(read, device, findings);
  if (findings.mistakes().length > 0) {
    // Their lines are those of a text that nobody has seen.
    const mistakes = findings
      .mistakes()
      .map(({ text }) => ({ line: null, column: null, text, field: 'entry' as const }));
    return { ok: false, mistakes };
  }
  if (!read || !isOldAnd(read, old, device)) return { ok: false, mistakes: [byHand(old, own)] };
  return { ok: true, text: changed, lines };
}

function check(old: Fields, device: NewDevice): readonly DeviceMistake[] {
  const { role, id, entry, account, passwordFile, machine } = device;
  const found: DeviceMistake[] = [];
  const section = sections[role];
  if (!isId(id)) {
    const text =
      'The id of the device is lower-case letters, digits and hyphens, at most 64; give it another.';
    found.push(mistakeAt(null, 'id', text));
  }
  const same = fieldsAt(old, [section])?.get(id);
  if (same) {
    const text = `"${id}" stands here already, and ids are never reused; give the new device another one.`;
    found.push(mistakeAt(same.place, 'id', text));
  }
  const words = [...Object.values(entry), passwordFile, ...(account ? Object.values(account) : [])];
  if (words.some((word) => typeof word === 'string' && word.includes('${'))) {
    const text = `The new ${role} calls itself something with "\${", which stands for the environment here; rename it there.`;
    found.push(mistakeAt(null, 'entry', text));
  }
  if (machine !== null) found.push(...checkMachine(old, { role, id, machine }));
  return found;
}

function checkMachine(
  old: Fields,
  { role, id, machine }: { role: NewDevice['role']; id: string; machine: string },
): readonly DeviceMistake[] {
  const machines = fieldsAt(old, ['machines']);
  const found = machines?.get(machine);
  if (!found) {
    const place: Place = old.fields.get('machines')?.place ?? null;
    const text = `There is no machine "${machine}" to put the ${role} on${suggestion(machine, machines?.keys() ?? [])}`;
    return [mistakeAt(place, 'machine', text)];
  }
  const field = fieldsAt(old, ['machines', machine])?.get(role);
  const has = wordAt(old, ['machines', machine, role]);
  if (field === undefined || has === null || has === id) return [];
  const text = `The machine "${machine}" has the ${role} "${has.slice(0, 64)}"; take that away first, or leave out the machine.`;
  return [mistakeAt(field.tree.place, 'machine', text)];
}

const mistakeAt = (place: Place, field: 'id' | 'entry' | 'machine', text: string): DeviceMistake => ({
  ...{ line: place?.line ?? null, column: place?.column ?? null, text, field },
});

/** One line, as the shortest examples have it. */
function entryText({ entry, account, passwordFile }: NewDevice): string {
  const { kind, ...rest } = entry;
  const fields: readonly (readonly [string, string | number | boolean])[] = [
    ['kind', kind],
    ...(account ? ([['client', account.client]] as const) : []),
    // It is the client id unless said.
    ...(account && account.user !== account.client ? ([['user', account.user]] as const) : []),
    ['password_file', passwordFile],
    ...Object.entries(rest),
  ];
  return `{ ${fields.map(([key, value]) => `${toYamlScalar(key)}: ${toYamlScalar(value)}`).join(', ')} }`;
}

/** Whether it is an entry as the file may hold one; its password is in a file that may not be written yet. */
function checkEntry(read: Fields, { role, id }: NewDevice, findings: Findings): void {
  const section = sections[role];
  const field = fieldsAt(read, [section])?.get(id);
  if (!field) return;
  const readSecret = () => ({ ok: true, text: 'unread' }) as const;
  const scope = { name: `${section}.${id}`, place: field.place, findings, readSecret };
  if (role === 'reader') readReader(field.tree, scope);
  else readSwitch(field.tree, scope);
}

/**
 * The file with the password of a stock device, as it stands at an entry with that client id; null where the password
 * itself does, or a name of the environment. Another part of the box is given the same one.
 */
export function passwordFileOf(text: string, client: string): string | null {
  const read = readYaml(text, createFindings());
  if (!read) return null;
  const entries = Object.values(sections).flatMap((section) =>
    [...(fieldsAt(read, [section])?.keys() ?? [])].map((id) => [section, id]),
  );
  const own = entries.filter((path) => wordAt(read, [...path, 'client']) === client);
  const files = own.map((path) => wordAt(read, [...path, 'password_file']));
  return files.find((file) => file !== null && !file.includes('${')) ?? null;
}

/** Guards every way of writing that was not thought of: then nothing is changed. */
function isOldAnd(read: Fields, old: Fields, { role, id, machine }: NewDevice): boolean {
  const section = sections[role];
  const without = (tree: Fields, keys: readonly string[]): string => {
    const omitted = new Set(keys);
    return JSON.stringify(listOf(tree, '', omitted));
  };
  const ours = [`/${section}/${id}`];
  if (machine !== null) ours.push(`/machines/${machine}/${role}`);
  if (machine !== null && wordAt(read, ['machines', machine, role]) !== id) return false;
  return without(read, ours) === without(old, ours);
}

/** Every value with its path, without places; an empty group is no value. */
export function listOf(tree: Tree, path: string, omitted: ReadonlySet<string>): readonly unknown[] {
  if (omitted.has(path)) return [];
  if (tree.kind === 'leaf') return tree.value === null ? [] : [[path, tree.value]];
  if (tree.kind === 'list')
    return [
      [path, tree.items.length],
      ...tree.items.flatMap((item, at) => listOf(item, `${path}/${at}`, omitted)),
    ];
  return [...tree.fields].flatMap(([key, field]) => listOf(field.tree, `${path}/${key}`, omitted));
}

/** At the last key of the path that is there. */
export function byHand(old: Fields, { path, value }: Put): Mistake {
  const group = path.slice(0, -1);
  const places = group.map((key, depth) => fieldsAt(old, group.slice(0, depth))?.get(key)?.place);
  const place = places.findLast((one) => one !== undefined) ?? null;
  const text = `"${group.join('.')}" is written in a way that cannot be changed here; add by hand: ${path.at(-1)}: ${value}`;
  return { line: place?.line ?? null, column: place?.column ?? null, text };
}

/** The lines that one insertion added or changed, after those of the insertion before it. */
export function shownLines(
  before: string,
  after: string,
  earlier: readonly AddedLine[],
): readonly AddedLine[] {
  const [old, now] = [before.split(/\r?\n/), after.split(/\r?\n/)];
  let first = 0;
  while (first < old.length && old[first] === now[first]) first += 1;
  let tail = 0;
  while (tail < old.length - first && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const added = now
    .slice(first, now.length - tail)
    .map((text, index) => ({ line: first + index + 1, text }))
    .filter(({ text }) => text !== '');
  const shift = now.length - old.length;
  const moved = earlier.map(({ line, text }) => ({ line: line > first ? line + shift : line, text }));
  return [...moved, ...added].sort((a, b) => a.line - b.line);
}

export function fieldsAt(tree: Tree, path: readonly string[]): Fields['fields'] | undefined {
  let next: Tree | undefined = tree;
  for (const key of path) next = next?.kind === 'fields' ? next.fields.get(key)?.tree : undefined;
  return next?.kind === 'fields' ? next.fields : undefined;
}

/** As text; null where nothing stands. */
function wordAt(tree: Tree, path: readonly string[]): string | null {
  const last = path.at(-1) ?? '';
  const found = fieldsAt(tree, path.slice(0, -1))?.get(last)?.tree;
  if (!found || isEmpty(found)) return null;
  return found.kind === 'leaf' ? (typeof found.value === 'string' ? found.value : found.written) : '';
}
