// Watts from what a meter says: its own word, or the growth of its total.

import { expect, it } from 'vitest';
import { type Metered, type MeterWords, wattsOf } from '../../../src/domain/machine/watts-of.ts';

const after = (...said: readonly Partial<MeterWords>[]): Metered | null =>
  said.reduce<Metered | null>(
    (before, words) => wattsOf(before, { powerW: null, energyWh: null, monoMs: 0, ...words }) ?? before,
    null,
  );

it('takes the word of the meter, and nothing from one that says nothing', () => {
  expect(after({ powerW: 200, monoMs: 5 })).toMatchObject({ powerW: 200, fromMonoMs: 5, monoMs: 5 });
  expect(after({ monoMs: 5 })).toBeNull();
});

it('takes the growth of the total where no watts are said', () => {
  const grown = after({ energyWh: 10, monoMs: 0 }, { energyWh: 14, monoMs: 60_000 });
  expect(grown).toMatchObject({ powerW: 240, fromMonoMs: 0, monoMs: 60_000 });
});

it('does not let a mean over before and after push a newer word aside', () => {
  const before = [
    { energyWh: 10, monoMs: 0 },
    { powerW: 0, monoMs: 50_000 },
  ];
  const mixed = after(...before, { energyWh: 14, monoMs: 60_000 });
  expect(mixed).toMatchObject({ powerW: 0, fromMonoMs: 50_000, monoMs: 60_000 });
  const next = after(...before, { energyWh: 14, monoMs: 60_000 }, { energyWh: 18, monoMs: 120_000 });
  expect(next).toMatchObject({ powerW: 240, fromMonoMs: 60_000 });
});

it('makes no power of a total that went back, or of two that came at once', () => {
  expect(after({ energyWh: 10 }, { energyWh: 1, monoMs: 60_000 })?.powerW).toBeNull();
  expect(after({ energyWh: 10 }, { energyWh: 11, monoMs: 1_000 })?.powerW).toBeNull();
});
