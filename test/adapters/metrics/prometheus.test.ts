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
