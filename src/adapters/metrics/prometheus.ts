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
  const counters = new Map<string, Map<string, number>>();
  const readings = new Map<string, { kind: 'gauge' | 'counter'; read: () => number }>();
  let series = 0;

  return {
    count(name, labels = {}) {
      const family = counters.get(name) ?? new Map<string, number>();
      counters.set(name, family);
      let key = labelText(labels);
      if (!family.has(key)) {
        if (series >= seriesLimit) key = '{overflow="true"}';
        else series += 1;
      }
      family.set(key, (family.get(key) ?? 0) + 1);
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
        for (const [labels, value] of family) lines.push(`officina_${name}${labels} ${value}`);
      }
      for (const [name, { kind, read }] of readings) {
        lines.push(`# TYPE officina_${name} ${kind}`, `officina_${name} ${read()}`);
      }
      return `${lines.join('\n')}\n`;
    },
  };
}

function labelText(labels: Readonly<Record<string, string>>): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return parts.length === 0 ? '' : `{${parts.join(',')}}`;
}

const escaped = (value: string): string =>
  value.slice(0, 64).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
