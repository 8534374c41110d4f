// Every name that a panel asks for is one that the program writes: measurements, tags and fields of InfluxDB, and series of
// Prometheus, taken from the tables that write them.

import { readFileSync } from 'node:fs';
import { FieldType } from 'influx';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { measurements } from '../../src/adapters/influx/measurements.ts';
import { helpNames } from '../../src/adapters/metrics/metric-help.ts';
import { isReadingName, readingUnits } from '../../src/domain/machine/reading.ts';
import { readCompose, secrets } from './compose-file.ts';
import { readDashboard } from './dashboard.ts';

const compose = readCompose();

type Target = { readonly expr: string; readonly refId: string };
type GatewayPanel = {
  readonly id: number;
  readonly title: string;
  readonly datasource: { readonly type: string; readonly uid: string };
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets: readonly Target[];
};
const board = JSON.parse(readFileSync(new URL('../../.grafana/gateway.json', import.meta.url), 'utf8')) as {
  readonly uid: string;
  readonly panels: readonly GatewayPanel[];
};

/** Names that are wrong in a query at InfluxDB; variables of the dashboard are names of fields. */
function strangeNames(query: string): readonly string[] {
  const from = /FROM "(\w+)"/.exec(query)?.[1] ?? '';
  const table = measurements.find(({ measurement }) => measurement === from);
  if (!table && from !== 'reading') return [from || query];
  const known = new Set([...(table?.tags ?? ['machine']), ...Object.keys(table?.fields ?? {})]);
  const own = [...query.matchAll(/AS "(\w+)"/g)].map(([, name]) => name);
  const quoted = [...query.matchAll(/"([^"]+)"/g)]
    .map(([, name = '']) => name)
    .filter((name) => !name.startsWith('$'));
  const patterns = [...query.matchAll(/\(\/(.+?)\/\)/g)].map(([, pattern = '']) => new RegExp(pattern));
  const matching = patterns.filter((one) => !Object.keys(readingUnits).some((name) => one.test(name)));
  const strange = quoted.filter(
    (name) =>
      name !== from &&
      !known.has(name) &&
      !own.includes(name) &&
      !(from === 'reading' && isReadingName(name)),
  );
  return [...strange, ...matching.map(String)];
}

/** Series in an expression of Prometheus; a histogram has three names. */
function seriesIn(expr: string): readonly string[] {
  const bare = expr.replaceAll(/\{[^}]*\}|\[[^\]]*\]|"[^"]*"/g, '');
  return [...bare.matchAll(/\b(?:officina|process)_\w+/g)].map(([name]) =>
    name.replace(/_(bucket|sum|count)$/, ''),
  );
}

describe('the dashboard of the workshop', () => {
  const { panels, templating } = readDashboard('Europe/Rome');

  it.each(panels.flatMap(({ title, targets }) => targets.map(({ query }) => [title, query] as const)))(
    '%s asks for what InfluxDB is given',
    (_title, query) => {
      expect(strangeNames(query)).toEqual([]);
    },
  );

  it('offers clocks that are written, as whole numbers', () => {
    const clock = templating.list.find(({ name }) => name === 'clock');
    const usage = measurements.find(({ measurement }) => measurement === 'usage')?.fields ?? {};
    for (const { value } of clock?.options ?? [])
      expect(Reflect.get(usage, value), value).toBe(FieldType.INTEGER);
  });

  it('would notice a name that nobody writes', () => {
    expect(strangeNames('SELECT sum("hours") FROM "usage" GROUP BY "machine"')).toEqual(['hours']);
    expect(strangeNames('SELECT "x" FROM "nothing"')).toEqual(['nothing']);
    expect(strangeNames('SELECT mean("electric.watts") FROM "reading"')).toEqual(['electric.watts']);
    expect(strangeNames('SELECT mean(/^heat/) FROM "reading"')).toEqual(['/^heat/']);
  });
});

describe('the dashboard of the gateway', () => {
  it.each(board.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)))(
    '%s asks for what Prometheus is given: %s',
    (_title, expr) => {
      const series = seriesIn(expr);
      expect(series.length).toBeGreaterThan(0);
      expect(series.filter((name) => !helpNames.includes(name))).toEqual([]);
    },
  );

  it('asks the source that Prometheus is, each panel in a place of its own', () => {
    const places = board.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, i) => `${x + (i % w)} ${y + Math.floor(i / w)}`),
    );
    expect(new Set(places).size).toBe(places.length);
    expect(new Set(board.panels.map(({ id }) => id)).size).toBe(board.panels.length);
    for (const { datasource, gridPos } of board.panels) {
      expect(datasource).toEqual({ type: 'prometheus', uid: 'gateway' });
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
    }
  });

  it('would notice a series that nobody writes', () => {
    expect(seriesIn('rate(officina_taps_total{outcome="officina_x"}[5m]) / officina_y_bucket')).toEqual([
      'officina_taps_total',
      'officina_y',
    ]);
  });
});

describe('what Prometheus is given', () => {
  it('is the gateway, with the key that the gateway knows', () => {
    const config = parse(compose.configs.prometheus?.content ?? '') as {
      readonly scrape_configs: readonly Record<string, unknown>[];
    };
    expect(config.scrape_configs).toEqual([
      {
        job_name: 'officina',
        authorization: { credentials_file: '/run/secrets/metrics-key' },
        static_configs: [{ targets: ['gateway:8080'] }],
      },
    ]);
    expect(compose.services.prometheus?.secrets).toEqual(['metrics-key']);
    expect(compose.secrets['metrics-key']).toEqual({ environment: 'METRICS_KEY' });
    expect(compose.services.gateway?.environment?.OFFICINA_METRICS_KEY).toBe(secrets.METRICS_KEY);
  });
});
