// The page that Prometheus reads: counters, and values that are read when the page is asked for.

import { expect, it } from 'vitest';
import { createPrometheus } from '../../../src/adapters/metrics/prometheus.ts';

it('tells counters and gauges apart, and reads values anew', () => {
  const meters = createPrometheus();
  let lag = 1.5;
  meters.count('taps_total', { outcome: 'granted' });
  meters.gauge('influx_lag_seconds', () => lag);
  meters.counter('influx_points_total', () => 7);
  const page = (value: number) =>
    [
      '# TYPE officina_taps_total counter',
      'officina_taps_total{outcome="granted"} 1',
      '# TYPE officina_influx_lag_seconds gauge',
      `officina_influx_lag_seconds ${value}`,
      '# TYPE officina_influx_points_total counter',
      'officina_influx_points_total 7',
      '',
    ].join('\n');
  expect(meters.render()).toBe(page(1.5));
  lag = 0;
  expect(meters.render()).toBe(page(0));
});

it('counts each set of labels for itself, and escapes what comes from outside', () => {
  const meters = createPrometheus();
  for (let i = 0; i < 3; i++) meters.count('refusals_total', { reason: 'a"b\\c\nd', door: '1' });
  meters.count('refusals_total', { reason: 'other', door: '1' });
  meters.count('refusals_total');
  expect(meters.render().trim().split('\n').slice(1)).toEqual([
    'officina_refusals_total{reason="a\\"b\\\\c\\nd",door="1"} 3',
    'officina_refusals_total{reason="other",door="1"} 1',
    'officina_refusals_total 1',
  ]);
});

it('inv. 10: bounds its series, and counts what is beyond in one that says so', () => {
  const meters = createPrometheus();
  for (let i = 0; i < 2_010; i++) meters.count('refusals_total', { client: String(i) });
  meters.count('refusals_total', { client: '7' });
  const lines = meters.render().trim().split('\n');
  expect(lines).toContain('officina_refusals_total{overflow="true"} 10');
  expect(lines).toContain('officina_refusals_total{client="7"} 2');
  expect(lines).toHaveLength(2_002);
});
