// A policy with a few numbers of one pool changed, and what these numbers are now. Defaults are those of the gateway.

import type { ReplayRequest } from '../../contract/replay.ts';

type Document = ReplayRequest['document'];

/** The numbers that matter most, with their bounds. */
export const dials = [
  { name: 'minutes', word: 'minutes', least: 5, most: 1440, usual: 60 },
  { name: 'overtakePercent', word: 'overtake', least: 0, most: 1000, usual: 100 },
  { name: 'halfLifeDays', word: 'halfLife', least: 1, most: 366, usual: 7 },
] as const;

type Dial = (typeof dials)[number]['name'];

export function inForce({ pools }: Document, pool: string): Readonly<Record<Dial, number>> {
  const policy = Object.hasOwn(pools, pool) ? pools[pool] : undefined;
  const current = (dial: Dial): number =>
    policy?.[dial] ?? dials.find(({ name }) => name === dial)?.usual ?? 0;
  return {
    minutes: current('minutes'),
    overtakePercent: current('overtakePercent'),
    halfLifeDays: current('halfLifeDays'),
  };
}

export function withChanges(
  document: Document,
  { pool, changes }: { readonly pool: string; readonly changes: Partial<Record<Dial, number>> },
): Document {
  const { pools } = document;
  const before = Object.hasOwn(pools, pool) ? pools[pool] : {};
  return { ...document, pools: { ...pools, [pool]: { ...before, ...changes } } };
}
