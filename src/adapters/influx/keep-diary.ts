// The diary that charts are drawn from: the embedded one, and InfluxDB where it is configured. InfluxDB is opened last
// and nobody waits for it; while it does not answer, the embedded diary does.

import { oldestKept, type Retention } from '../../domain/retention.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import type { Bookmarks, Clock, Diary, Journal, Log, ReadingSpool } from '../../gateway/ports.ts';
import type { InfluxTarget } from './influx-client.ts';
import type { Influx } from './open-influx.ts';

export type KeepDiary = {
  /** Null: the embedded diary alone. */
  readonly target: InfluxTarget | null;
  readonly journal: Journal;
  readonly embedded: Diary & ReadingSpool & Bookmarks & { dropped(): number };
  readonly gateway: Pick<Gateway, 'state' | 'setNotice'>;
  readonly retention: Retention;
  readonly clock: Clock;
  readonly log: Log;
  readonly meters: Gauges;
  /** Names the code that makes points; what other code made is made again. */
  readonly version: string;
};

/** Figures that are read when the page of metrics is asked for. */
type Gauges = {
  gauge(name: string, read: () => number): void;
  counter(name: string, read: () => number): void;
};

export type KeptDiary = Pick<Diary, 'series'> & {
  /** Begins to send; returns at once. */
  open(): void;
  close(): Promise<void>;
};

export function keepDiary(box: KeepDiary): KeptDiary {
  const { target, embedded } = box;
  let influx: Influx | null = null;
  let opening: Promise<void> = Promise.resolve();
  box.meters.counter('diary_samples_dropped_total', embedded.dropped);
  return {
    series: async (request) => (await influx?.series(request)) ?? embedded.series(request),
    open() {
      if (target === null) return;
      opening = openLater(box, target).then(
        (opened) => {
          influx = opened;
        },
        (fault: unknown) =>
          box.log.error({ fault }, 'nothing is sent to InfluxDB: what sends it could not be started'),
      );
    },
    async close() {
      await opening;
      await influx?.close();
    },
  };
}

/** The client is loaded only where there is an InfluxDB. */
async function openLater(box: KeepDiary, target: InfluxTarget): Promise<Influx> {
  const { journal, embedded, gateway, retention, clock, log, meters, version } = box;
  const { openInflux } = await import('./open-influx.ts');
  const opened = openInflux({
    ...{ target, journal, spool: embedded, bookmarks: embedded, clock, log, version, random: Math.random },
    headSeq: () => gateway.state().seq,
    oldest: () => oldestKept(retention, { atMs: clock.wallMs(), synchronised: clock.synchronised() }),
    timezone: () => gateway.state().workshop?.space.timezone ?? 'UTC',
    onBehind: (behind) => gateway.setNotice('influx-behind', behind),
  });
  meters.gauge('influx_lag_seconds', () => opened.facts().lagMs / 1000);
  meters.gauge('influx_entries_behind', () => opened.facts().entriesBehind);
  meters.counter('influx_points_total', () => opened.facts().points);
  meters.counter('influx_failures_total', () => opened.facts().failures);
  meters.counter('influx_points_beyond_retention_total', () => opened.facts().beyondRetention);
  meters.counter('influx_readings_lost_total', () => opened.facts().readingsLost);
  return opened;
}
