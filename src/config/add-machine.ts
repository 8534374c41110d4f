// Puts a new machine into the text of `officina.yaml`; all else stays as it is, to the byte, comments too. What it gives
// back was read again: it holds what the old text held, that one machine, and nothing else.

import { isId } from '../domain/ids.ts';
import { type AddedLine, byHand, fieldsAt, listOf, shownLines } from './add-device.ts';
import type { Mistake } from './config.ts';
import { createFindings } from './findings.ts';
import { type Put, putInYaml, toYamlScalar } from './put-in-yaml.ts';
import { type Fields, readYaml } from './read-yaml.ts';

export type NewMachine = {
  readonly id: string;
  readonly name: string;
  readonly pool: string;
  /** Its link with its kind; a secret stands in a file that it names. */
  readonly link: { readonly kind: string } & Readonly<Record<string, string | number | boolean>>;
  readonly reader: string | null;
  readonly switch: string | null;
};

export type MachineAdded =
  | { readonly ok: true; readonly text: string; readonly lines: readonly AddedLine[] }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** Whether the whole is right then is for `loadConfig` to say. */
export function addMachine(text: string, machine: NewMachine): MachineAdded {
  const findings = createFindings();
  const old = readYaml(text, findings);
  if (!old || findings.mistakes().length > 0) return { ok: false, mistakes: findings.mistakes() };
  const wrong = check(old, machine);
  if (wrong) return { ok: false, mistakes: [wrong] };
  let changed = text;
  let lines: readonly AddedLine[] = [];
  for (const put of putsOf(machine)) {
    const next = putInYaml(changed, put);
    if (next === null) return { ok: false, mistakes: [byHand(old, put)] };
    lines = shownLines(changed, next, lines);
    changed = next;
  }
  const read = readYaml(changed, findings);
  const own = `/machines/${machine.id}`;
  const isSame = read && withoutOwn(read, own) === withoutOwn(old, own);
  if (findings.mistakes().length > 0 || !isSame) {
    const put = { path: ['machines', machine.id], value: '{ … }' };
    return { ok: false, mistakes: [byHand(old, put)] };
  }
  return { ok: true, text: changed, lines };
}

function check(old: Fields, { id, name, pool, link }: NewMachine): Mistake | null {
  const mistake = (text: string, place: { line: number; column: number } | null = null): Mistake => ({
    ...{ line: place?.line ?? null, column: place?.column ?? null, text },
  });
  if (!isId(id)) return mistake(`"${id.slice(0, 64)}" cannot be the id of a machine: ${idRule}.`);
  if (!isId(pool)) return mistake(`"${pool.slice(0, 64)}" cannot be the id of a pool: ${idRule}.`);
  const same = fieldsAt(old, ['machines'])?.get(id);
  if (same) {
    const text = `the machine "${id}" stands here already, and ids are never reused; give the new one another id.`;
    return mistake(text, same.place);
  }
  const words = [name, ...Object.values(link)];
  if (words.some((word) => typeof word === 'string' && word.includes('${')))
    return mistake('"${" stands for the environment here; leave it out of the new machine.');
  return null;
}

const idRule = 'lower-case letters, digits and hyphens, at most 64';

/** One line per key, as a person writes a machine; its link in one. */
function putsOf({ id, name, pool, link, reader, switch: power }: NewMachine): readonly Put[] {
  const fields = Object.entries(link).map(([key, value]) => `${toYamlScalar(key)}: ${toYamlScalar(value)}`);
  const values: readonly (readonly [string, string])[] = [
    ['name', toYamlScalar(name)],
    ['pool', toYamlScalar(pool)],
    ['link', `{ ${fields.join(', ')} }`],
    ...(reader === null ? [] : ([['reader', toYamlScalar(reader)]] as const)),
    ...(power === null ? [] : ([['switch', toYamlScalar(power)]] as const)),
  ];
  return values.map(([key, value]) => ({ path: ['machines', id, key], value }));
}

const withoutOwn = (tree: Fields, own: string): string => JSON.stringify(listOf(tree, '', new Set([own])));
