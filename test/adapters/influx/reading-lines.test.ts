// How readings become lines: one for each machine and time, nothing that a name could break out of.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readingLines } from '../../../src/adapters/influx/reading-lines.ts';

const series = { series: 1, machine: 'laser', afterMs: -1, untilMs: 20 };

it('puts the readings of one machine and time into one line', () => {
  const lines = readingLines([
    { ...series, name: 'laser.power', atMs: [10, 20], values: [1, 2.5] },
    { ...series, name: 'spindle.speed', atMs: [20], values: [-3e21] },
    { ...series, machine: 'lathe', name: 'spindle.speed', atMs: [20], values: [4] },
  ]);
  expect(lines.split('\n')).toEqual([
    'reading,machine=laser laser.power=1 10',
    'reading,machine=laser laser.power=2.5,spindle.speed=-3e+21 20',
    'reading,machine=lathe spindle.speed=4 20',
  ]);
});

it('inv. 11: keeps a strange machine within its tag', () => {
  const strange = fc.string({
    unit: fc.constantFrom('a', ',', '=', ' ', '\\', '\n', '\r', '\u0000'),
    minLength: 1,
  });
  const property = fc.property(strange, (machine) => {
    const lines = readingLines([{ ...series, machine, name: 'laser.power', atMs: [10], values: [1] }]);
    // Backslash and mark are one; then nothing is left that ends a tag.
    const bare = lines.replace(/\\[\\,= ]/g, '');
    expect(bare).toMatch(/^reading,machine=[a_]* laser\.power=1 10$/);
  });
  fc.assert(property, { numRuns: 500 });
});
