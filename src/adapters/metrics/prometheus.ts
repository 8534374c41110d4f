// Counters and gauges as Prometheus text. Names and labels come from the program, values of labels may come from
// outside: they are escaped, and the number of series is bounded.

import type { Meters } from '../../gateway/ports.ts';

/** Series beyond this are counted in one that says so. */
const seriesLimit = 2_000;

export type Prometheus = Meters & {
  /** A value read when the page is asked for. */
  gauge(name: string, read: () => number): void;
  /** The same for a number that only grows, which somebody else counts. */
  counter(name: string, read: () => number): void;
  render(): string;
};

export function createPrometheus(): Prometheus {
  const counters = new Map<string, Map<string, Counted>>();
  const readings = new Map<string, { kind: 'gauge' | 'counter'; read: () => number }>();
  let series = 0;

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
      readings.set(name, { kind: 'gauge', read });
    },
    counter(name, read) {
      readings.set(name, { kind: 'counter', read });
    },
    render() {
      const lines: string[] = [];
      for (const [name, family] of counters) {
        lines.push(`# TYPE officina_${name} counter`);
        for (const { text, value } of family.values()) lines.push(`officina_${name}${text} ${value}`);
      }
      for (const [name, { kind, read }] of readings) {
        lines.push(`# TYPE officina_${name} ${kind}`, `officina_${name} ${read()}`);
      }
      return `${lines.join('\n')}\n`;
    },
  };
}

type Counted = { readonly text: string; value: number };

/** Counted for each report of a machine, so nothing is escaped or joined that is not new. */
function keyOf(labels: Readonly<Record<string, string>>): string {
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

function labelText(labels: Readonly<Record<string, string>>): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return parts.length === 0 ? '' : `{${parts.join(',')}}`;
}

const escaped = (value: string): string =>
  value.slice(0, 64).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
