// The process itself as series for Prometheus: how late its event loop is, memory, processor time, and what was built.

import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Prometheus } from './prometheus.ts';

export type WatchProcess = {
  readonly meters: Pick<Prometheus, 'gauge' | 'series' | 'counter'>;
  readonly version: string;
  readonly startedAtMs: number;
};

/** How often the event loop is looked at; finer costs more than it tells. */
const resolutionMs = 20;

/** @returns stops it */
export function watchProcess({ meters, version, startedAtMs }: WatchProcess): () => void {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs });
  delay.enable();
  meters.series('build_info', 'gauge', () => [{ labels: { version, node: process.version }, value: 1 }]);
  meters.gauge('process_start_time_seconds', () => startedAtMs / 1000);
  meters.gauge('process_resident_memory_bytes', () => process.memoryUsage.rss());
  meters.gauge('process_heap_bytes', () => process.memoryUsage().heapUsed);
  meters.counter('process_cpu_seconds_total', () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  });
  meters.series('process_event_loop_delay_seconds', 'gauge', () => {
    const found = { mean: delay.mean, p99: delay.percentile(99), max: delay.max };
    delay.reset();
    // It measures the whole time between two looks, in nanoseconds; what is beyond the pause is the delay.
    return Object.entries(found).map(([part, nanos]) => ({
      labels: { part },
      value: Math.max(0, nanos / 1e9 - resolutionMs / 1000),
    }));
  });
  return () => delay.disable();
}
