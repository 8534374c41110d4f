// How a described workshop is wired, looked up by switch: found once per description, which never changes, because the
// judges ask it after every step.

import type { Machine, Workshop } from '../domain/machine/workshop.ts';

type Wired = {
  readonly machines: readonly (readonly [string, Machine])[];
  /** Switch → machines that it gives power to, or permits to run. */
  readonly fed: ReadonlyMap<string, readonly string[]>;
  readonly enables: ReadonlySet<string>;
  readonly auxiliaries: ReadonlySet<string>;
  /** Switch → the longest lease that it may be told, milliseconds. */
  readonly longestLeaseMs: ReadonlyMap<string, number>;
};

export function wiredOf(workshop: Workshop | null): Wired {
  if (workshop === null) return nothing;
  const before = known.get(workshop);
  if (before) return before;
  const machines = Object.entries(workshop.machines);
  const fed = new Map<string, string[]>();
  const longestLeaseMs = new Map<string, number>();
  const lease = (id: string, leaseS: number): void =>
    void longestLeaseMs.set(id, Math.max(longestLeaseMs.get(id) ?? 0, leaseS * 1_000));
  for (const [machine, { switch: power, enable, auxiliaries = [], leaseS, jobLeaseS }] of machines) {
    const longestS = Math.max(leaseS, jobLeaseS);
    for (const id of [power, enable]) {
      if (id == null) continue;
      fed.set(id, [...(fed.get(id) ?? []), machine]);
      lease(id, longestS);
    }
    // It runs on by the word of the gateway, and then for as long as its last lease.
    for (const { switch: id, runOnS } of auxiliaries) lease(id, longestS + 2 * runOnS);
  }
  const enables = new Set(machines.flatMap(([, { enable }]) => enable ?? []));
  const along = new Set(machines.flatMap(([, { auxiliaries = [] }]) => auxiliaries.map((one) => one.switch)));
  const found = { machines, fed, enables, auxiliaries: along, longestLeaseMs };
  known.set(workshop, found);
  return found;
}

const nothing: Wired = {
  machines: [],
  fed: new Map(),
  enables: new Set(),
  auxiliaries: new Set(),
  longestLeaseMs: new Map(),
};

const known = new WeakMap<Workshop, Wired>();
