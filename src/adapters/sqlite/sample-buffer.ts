// Samples on their way to the worker: they gather in the order in which they come, and leave series by series, so that
// the worker finds a series once for all its samples. Memory is of one size, whatever happens.

import type { ReadingName } from '../../domain/machine/reading.ts';
import type { SampleColumns } from './calls.ts';

export type SampleBuffer = {
  size(): number;
  /** The caller sees to it that there is room. */
  add(sample: NamedSample): void;
  /** All that has gathered, in parts of at most `partSize`; the buffer is empty afterwards. */
  take(partSize: number): SampleColumns[];
};

export type NamedSample = {
  readonly machine: string;
  readonly name: ReadingName;
  readonly atMs: number;
  readonly value: number;
};

type Series = { readonly machine: string; readonly name: ReadingName; readonly index: number };

export function sampleBuffer(room: number): SampleBuffer {
  const atMs = new Float64Array(room);
  const values = new Float64Array(room);
  /** The series of each sample, by its index in `known`. */
  const series = new Int32Array(room);
  // Of this buffer: at most `room` of them, forgotten when it is taken.
  const byMachine = new Map<string, Map<ReadingName, Series>>();
  let known: Series[] = [];
  let size = 0;

  const seriesOf = (machine: string, name: ReadingName): Series => {
    const names = byMachine.get(machine) ?? new Map<ReadingName, Series>();
    const found = names.get(name) ?? { machine, name, index: known.length };
    if (found.index < known.length) return found;
    byMachine.set(machine, names.set(name, found));
    known.push(found);
    return found;
  };

  return {
    size: () => size,
    add(sample) {
      series[size] = seriesOf(sample.machine, sample.name).index;
      atMs[size] = sample.atMs;
      values[size] = sample.value;
      size += 1;
    },
    take(partSize) {
      const order = inSeries(series.subarray(0, size), known.length);
      const parts: SampleColumns[] = [];
      for (let from = 0; from < size; from += partSize) {
        const places = order.subarray(from, from + partSize);
        parts.push({
          atMs: places.map((place) => atMs[place] ?? 0),
          values: places.map((place) => values[place] ?? 0),
          ...runsOf(places, (place) => known[series[place] ?? 0]),
        });
      }
      size = 0;
      known = [];
      byMachine.clear();
      return parts;
    },
  };
}

/** Places of the samples, those of one series together and in the order in which they came: a counting sort. */
function inSeries(series: Int32Array, seriesCount: number): Float64Array {
  const next = new Int32Array(seriesCount + 1);
  for (const index of series) next[index + 1] = (next[index + 1] ?? 0) + 1;
  for (let index = 1; index <= seriesCount; index++)
    next[index] = (next[index] ?? 0) + (next[index - 1] ?? 0);
  const order = new Float64Array(series.length);
  for (const [place, index] of series.entries()) {
    const at = next[index] ?? 0;
    order[at] = place;
    next[index] = at + 1;
  }
  return order;
}

type Runs = Pick<SampleColumns, 'machines' | 'names' | 'counts'>;

function runsOf(places: Float64Array, seriesAt: (place: number) => Series | undefined): Runs {
  const runs = { machines: [] as string[], names: [] as string[], counts: [] as number[] };
  let before: Series | undefined;
  for (const place of places) {
    const series = seriesAt(place);
    if (series === before || !series) {
      runs.counts[runs.counts.length - 1] = (runs.counts.at(-1) ?? 0) + 1;
      continue;
    }
    before = series;
    runs.machines.push(series.machine);
    runs.names.push(series.name);
    runs.counts.push(1);
  }
  return runs;
}
