// The page that Prometheus reads, text format 0.0.4: counters, histograms, and values that are read when it is asked for.
// Names and labels come from the program, values of labels may come from outside: they are escaped, and the number of series
// is bounded. A family has one HELP and one TYPE, and a counter ends in `_total`, however it was named when it was counted.

import type { Meters } from '../../gateway/ports.ts';
import { createHistogram, type Histogram } from './histogram.ts';
import { type Labels, labelText } from './label-text.ts';
import { helpOf } from './metric-help.ts';

/** Series beyond this are counted in one that says so; the same for what is read from one box. */
const seriesLimit = 2_000;

export type Reading = { readonly labels: Labels; readonly value: number };
type Kind = 'gauge' | 'counter';

export type Prometheus = Meters & {
  /** A value read when the page is asked for. */
  gauge(name: string, read: () => number): void;
  /** The same for a number that only grows, which somebody else counts. */
  counter(name: string, read: () => number): void;
  /** Several series of one name, read when the page is asked for; a name of the process itself begins with `process_`. */
  series(name: string, kind: Kind, read: () => Iterable<Reading>): void;
  /** How long something took; `bounds` are those of its buckets, seconds, growing, and are the same at every call. */
  observe(name: string, seconds: number, bounds: readonly number[]): void;
  render(): string;
};

export function createPrometheus(): Prometheus {
  const counters = new Map<string, Map<string, Counted>>();
  const readings = new Map<string, { kind: Kind; read: () => Iterable<Reading> }>();
  const histograms = new Map<string, Histogram>();
  let series = 0;
  const plain = (read: () => number) => () => [{ labels: {}, value: read() }];

  return {
    count(name, labels = {}) {
      const family = counters.get(name) ?? new Map<string, Counted>();
      counters.set(name, family);
      const key = keyOf(labels);
      const known = family.get(key);
      if (known) known.value += 1;
      else if (series >= seriesLimit) overflow(family);
      else {
        series += 1;
        family.set(key, { text: labelText(labels), value: 1 });
      }
    },
    gauge(name, read) {
      readings.set(name, { kind: 'gauge', read: plain(read) });
    },
    counter(name, read) {
      readings.set(name, { kind: 'counter', read: plain(read) });
    },
    series(name, kind, read) {
      readings.set(name, { kind, read });
    },
    observe(name, seconds, bounds) {
      const histogram = histograms.get(name) ?? createHistogram(bounds);
      histograms.set(name, histogram);
      histogram.observe(seconds);
    },
    render() {
      const lines: string[] = [];
      for (const [name, family] of counters) {
        const full = named(name, 'counter');
        lines.push(...headOf(full, 'counter'));
        for (const { text, value } of family.values()) lines.push(`${full}${text} ${value}`);
      }
      for (const [name, { kind, read }] of readings) {
        const full = named(name, kind);
        lines.push(...headOf(full, kind), ...linesOf(full, read()));
      }
      for (const [name, histogram] of histograms) {
        const full = named(name, 'histogram');
        lines.push(...headOf(full, 'histogram'), ...histogram.lines(full));
      }
      return `${lines.join('\n')}\n`;
    },
  };
}

type Counted = { readonly text: string; value: number };

function named(name: string, kind: Kind | 'histogram'): string {
  const full = name.startsWith('process_') ? name : `officina_${name}`;
  return kind === 'counter' && !full.endsWith('_total') ? `${full}_total` : full;
}

const headOf = (name: string, kind: Kind | 'histogram'): readonly string[] => [
  `# HELP ${name} ${helpOf(name)}`,
  `# TYPE ${name} ${kind}`,
];

/** What cannot be read now is left out, and not told as zero. */
function linesOf(name: string, readings: Iterable<Reading>): readonly string[] {
  const lines: string[] = [];
  for (const { labels, value } of readings) {
    if (lines.length >= seriesLimit) break;
    if (!Number.isNaN(value)) lines.push(`${name}${labelText(labels)} ${value}`);
  }
  return lines;
}

/** Counted for each report of a machine, so nothing is escaped or joined that is not new. */
function keyOf(labels: Labels): string {
  let key = '';
  for (const name in labels) key += `${name}\0${labels[name]}\0`;
  return key;
}

/** No key of labels begins so. */
const overflowKey = '\0';

function overflow(family: Map<string, Counted>): void {
  const counted = family.get(overflowKey) ?? { text: '{overflow="true"}', value: 0 };
  counted.value += 1;
  family.set(overflowKey, counted);
}
