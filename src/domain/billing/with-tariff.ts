// A list of tariffs as if another one had held all along: it takes the place of those of the same pool for the same people.

import type { Tariff } from '../machine/tariff.ts';

/** Whether one follows the other: the same pool, for the same people. */
export const isOfSame = (one: Tariff, other: Tariff): boolean =>
  one.pool === other.pool && one.for?.plan === other.for?.plan && one.for?.team === other.for?.team;

export const withTariff = (tariffs: readonly Tariff[], tariff: Tariff): readonly Tariff[] => [
  ...tariffs.filter((one) => !isOfSame(one, tariff)),
  { ...tariff, from: '0000-01-01' },
];
