// Whatever is gathered comes out once: series by series, and in each in the order in which it came.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SampleColumns } from '../../../src/adapters/sqlite/calls.ts';
import { type NamedSample, sampleBuffer } from '../../../src/adapters/sqlite/sample-buffer.ts';

const room = 60;

const samples = fc.array(
  fc.record<NamedSample>({
    machine: fc.constantFrom('laser', 'lathe', '__proto__'),
    name: fc.constantFrom('electric.power', 'spindle.speed'),
    atMs: fc.nat(),
    value: fc.double({ noNaN: true, noDefaultInfinity: true }),
  }),
  { maxLength: room },
);

function unfold({ machines, names, counts, atMs, values }: SampleColumns): unknown[] {
  let place = -1;
  return counts.flatMap((count, run) =>
    Array.from({ length: count }, () => {
      place += 1;
      return { machine: machines[run], name: names[run], atMs: atMs[place], value: values[place] };
    }),
  );
}

it('hands over every sample once, each series together and in order', () => {
  const buffer = sampleBuffer(room);
  const property = fc.property(samples, fc.integer({ min: 1, max: room }), (gathered, partSize) => {
    for (const sample of gathered) buffer.add(sample);
    expect(buffer.size()).toBe(gathered.length);
    const parts = buffer.take(partSize);
    expect(buffer.size()).toBe(0);
    for (const { values, counts } of parts) {
      expect(values.length).toBeLessThanOrEqual(partSize);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
    }
    const seriesOf = ({ machine, name }: NamedSample): string => `${machine} ${name}`;
    const inSeries = [...Map.groupBy(gathered, seriesOf).values()].flat();
    expect(parts.flatMap(unfold)).toEqual(inSeries);
  });
  fc.assert(property, { numRuns: 300 });
});

it('is empty when nothing came', () => {
  expect(sampleBuffer(room).take(10)).toEqual([]);
});
