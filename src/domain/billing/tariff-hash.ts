// The name of a tariff on what was rated by it: SHA-256 over its canonical form, so that one changed price is another name.

import type { Tariff } from '../machine/workshop.ts';
import { sha256 } from './sha-256.ts';

/** Hex. A tariff is never changed, so that it is reckoned once. */
export function tariffHash(tariff: Tariff): string {
  const known = hashes.get(tariff);
  if (known !== undefined) return known;
  const hash = sha256(canonical(tariff));
  hashes.set(tariff, hash);
  return hash;
}

const hashes = new WeakMap<Tariff, string>();

/** As RFC 8785 for what a tariff is made of: texts, whole numbers, lists and objects, these in the order of their names. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
}
