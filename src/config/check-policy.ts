// What one part of a policy says beside another: pools and machines that it names exist, no figure contradicts another,
// and nobody can book the last machine. Each sentence speaks the words of the document.

import type { BookingPolicy, PolicyDocument, PoolPolicy } from '../domain/policy/policy-document.ts';
import { ruleOf } from '../domain/policy/rule-of.ts';
import { policyMistakes } from '../domain/schedule/policy.ts';
import { suggestion } from './nearest-word.ts';
import { placeOf, type Scope } from './read-shape.ts';
import type { Tree } from './read-yaml.ts';

/** Pool → its machines. */
export type PoolsKnown = ReadonlyMap<string, readonly string[]>;

type Checked = Scope & { readonly tree: Tree; readonly known: PoolsKnown };

export function checkPolicy({ pools }: PolicyDocument, { tree, known, ...scope }: Checked): void {
  const poolsTree = innerTree(tree, 'pools');
  for (const [id, pool] of Object.entries(pools)) {
    const own = innerTree(poolsTree, id);
    const at: PoolScope = { ...scope, name: `${scope.name}.pools.${id}`, place: own.place, tree: own };
    const machines = known.get(id);
    if (!machines) {
      const text = `${at.name}: no machine is in the pool "${id}"${suggestion(id, known.keys())}`;
      scope.findings.mistake(at.place, text);
      continue;
    }
    checkFigures(pool, at);
    checkShort(pool, machines, at);
    if (pool.bookings) checkBookings(pool.bookings, machines, at);
  }
}

type PoolScope = Scope & { readonly tree: Tree };

const innerTree = (tree: Tree, key: string): Tree =>
  (tree.kind === 'fields' ? tree.fields.get(key)?.tree : undefined) ?? tree;

type Figure = keyof PoolPolicy;
type Pair = readonly [low: Figure, high: Figure];

/** The first must not be above the second, where both are written. */
const pairs: readonly Pair[] = [
  ['overtakeLeastMinutes', 'overtakeMostMinutes'],
  ['peakMinutes', 'longMinutes'],
  ['minutes', 'longMinutes'],
];

function checkFigures(pool: PoolPolicy, at: PoolScope): void {
  let found = 0;
  for (const [low, high] of pairs) {
    const [one, other] = [pool[low], pool[high]];
    if (one === undefined || other === undefined || Number(one) <= Number(other)) continue;
    found += 1;
    const text = `"${low}" of ${at.name} (${one}) is above "${high}" (${other}); lower the one or raise the other.`;
    at.findings.mistake(placeOf(at.tree, low), text);
  }
  const rule = ruleOf(pool);
  if (pool.short && pool.short.minutes * 60_000 > rule.peakCapMs) {
    found += 1;
    const most = rule.peakCapMs / 60_000;
    const text = `"minutes" of ${at.name}.short (${pool.short.minutes}) is above the longest turn at peak (${most}, by "peakMinutes"); a short machine takes turns that are shorter.`;
    at.findings.mistake(placeOf(at.tree, 'short'), text);
  }
  if (found > 0) return;
  // Nothing is left by now; if it is, the rule says so in its own words rather than failing when it is used.
  for (const { text } of policyMistakes(rule)) at.findings.mistake(at.place, `${at.name}: ${text}`);
}

function checkShort({ short }: PoolPolicy, machines: readonly string[], at: PoolScope): void {
  const place = placeOf(at.tree, 'short');
  for (const id of short?.machines ?? []) {
    if (machines.includes(id)) continue;
    const text = `${at.name}.short names the machine "${id}", which is not in this pool${suggestion(id, machines)}`;
    at.findings.mistake(place, text);
  }
  if (short && machines.every((id) => short.machines.includes(id))) {
    const text = `${at.name}.short names every machine of the pool, so nobody could have a longer turn; leave one out, or lower "minutes" of the pool.`;
    at.findings.mistake(place, text);
  }
}

function checkBookings(bookings: BookingPolicy, machines: readonly string[], at: PoolScope): void {
  const { leastMinutes, mostMinutes, freeAtPeak } = bookings;
  const place = (key: string) => placeOf(innerTree(at.tree, 'bookings'), key);
  if (leastMinutes !== undefined && mostMinutes !== undefined && leastMinutes > mostMinutes) {
    const text = `"leastMinutes" of ${at.name}.bookings (${leastMinutes}) is above "mostMinutes" (${mostMinutes}); lower the one or raise the other.`;
    at.findings.mistake(place('leastMinutes'), text);
  }
  if (freeAtPeak !== undefined && freeAtPeak > machines.length) {
    const text = `"freeAtPeak" of ${at.name}.bookings (${freeAtPeak}) is more than the machines of the pool (${machines.length}); give at most as many.`;
    at.findings.mistake(place('freeAtPeak'), text);
  }
  if (freeAtPeak === 0 && machines.length > 1) {
    const text = `"freeAtPeak" of ${at.name}.bookings is 0; of several machines at least one must be free for the queue at peak.`;
    at.findings.mistake(place('freeAtPeak'), text);
  }
}
