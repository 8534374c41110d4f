// The diary in InfluxDB: journal and readings are brought there in the background, each with its own pauses, and charts
// are answered from there while it is well. Nothing waits for it: without InfluxDB the embedded diary answers.

import type { OldestKept } from '../../domain/retention.ts';
import type {
  Bookmarks,
  Clock,
  Journal,
  Log,
  ReadingSpool,
  Sample,
  SeriesRequest,
} from '../../gateway/ports.ts';
import { exportJournal } from './export-journal.ts';
import { exportReadings } from './export-readings.ts';
import { forgetOld } from './forget-old.ts';
import { type InfluxTarget, influxClient } from './influx-client.ts';
import { keepTrying, type Pace, usualPace } from './keep-trying.ts';
import { readSeries } from './read-series.ts';

export type InfluxOptions = {
  readonly target: InfluxTarget;
  readonly journal: Pick<Journal, 'read' | 'gateway'>;
  /** Seq of the last durable entry. */
  readonly headSeq: () => number;
  readonly spool: ReadingSpool;
  readonly bookmarks: Bookmarks;
  /** What is older is neither sent nor kept there. */
  readonly oldest: () => OldestKept;
  readonly timezone: () => string;
  /** Names the code that makes points; another version sends all again. */
  readonly version: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  /** Whether it is behind by more than a minute; told after every attempt. */
  readonly onBehind: (behind: boolean) => void;
  readonly pace?: Pace;
  readonly writeLimitMs?: number;
};

export type Influx = {
  /** Null when it cannot tell now, or not all that is known. */
  series(request: SeriesRequest): Promise<readonly Sample[] | null>;
  facts(): InfluxFacts;
  /** Breaks off what is under way; the next start goes on there. */
  close(): Promise<void>;
};

type InfluxFacts = {
  readonly lagMs: number;
  readonly entriesBehind: number;
  readonly points: number;
  readonly failures: number;
  readonly beyondRetention: number;
  readonly readingsLost: number;
};

const behindMs = 60_000;
const usualWriteLimitMs = 30_000;
/** A deletion goes through the files of the database. */
const forgetLimitMs = 60_000;
/** A chart that takes longer is answered from the embedded diary. */
const seriesLimitMs = 2000;
/** After a chart that failed, for so long the embedded diary answers. */
const seriesRestMs = 30_000;

/** Begins at once. */
export function openInflux(options: InfluxOptions): Influx {
  const { target, spool, clock, log, random, pace = usualPace } = options;
  const limit = { limitMs: options.writeLimitMs ?? usualWriteLimitMs };
  // A client each, so that a call that is given up takes no other with it.
  const clients = {
    journal: influxClient(target, limit),
    readings: influxClient(target, limit),
    series: influxClient(target, { limitMs: seriesLimitMs }),
    forget: influxClient(target, { limitMs: forgetLimitMs }),
  };
  const journal = exportJournal({
    ...options,
    client: clients.journal,
    bookmarkName: `influx ${target.url} ${target.database} ${options.version}`,
    onRestart: spool.resend,
  });
  const readings = exportReadings({ ...options, client: clients.readings, onMissing: journal.doubt });
  const forget = forgetOld({
    ...options,
    client: clients.forget,
    ready: () => journal.sentSeq() > 0 && journal.sentSeq() >= options.headSeq() && !readings.hasBacklog(),
  });
  let failures = 0;

  const tryFor = (what: string, step: () => Promise<'more' | 'done'>, breathMs = pace.breathMs) =>
    keepTrying({
      step,
      pace: { ...pace, breathMs },
      random,
      onFault(fault, { first, pauseMs }) {
        failures += 1;
        // Once per outage: it is tried for as long as the gateway runs.
        if (first) log.warn({ fault, what, pauseMs }, 'InfluxDB could not be written; it is tried again');
      },
      onWell: (facts) => log.info({ ...facts, what }, 'InfluxDB is written again'),
    });
  const journalStep = () => journal.step().finally(() => options.onBehind(journal.lagMs() > behindMs));
  const exports = [
    // An entry costs several times what a reading does.
    tryFor('journal', journalStep, 2 * pace.breathMs),
    tryFor('readings', readings.step),
    keepTrying({
      step: forget,
      pace,
      random,
      onFault: (fault) =>
        log.warn({ fault }, 'old taps and readings are still in InfluxDB; the next night deletes them'),
      onWell: () => undefined,
    }),
  ];

  return {
    series: seriesReader({ client: clients.series, ready: readings.caughtUp, clock }),
    facts: () => ({
      lagMs: journal.lagMs(),
      entriesBehind: Math.max(0, options.headSeq() - journal.sentSeq()),
      failures,
      readingsLost: spool.lost() + readings.givenUp(),
      ...journal.counts(),
    }),
    async close() {
      const closed = exports.map((one) => one.close());
      for (const client of Object.values(clients)) client.close();
      await Promise.all(closed);
    },
  };
}

function seriesReader(box: {
  readonly client: ReturnType<typeof influxClient>;
  readonly ready: () => boolean;
  readonly clock: Clock;
}): Influx['series'] {
  let notBeforeMonoMs = Number.NEGATIVE_INFINITY;
  return async (request) => {
    if (!box.ready() || box.clock.monoMs() < notBeforeMonoMs) return null;
    try {
      return await readSeries(box.client, request);
    } catch {
      // Whatever it is, the exports meet it too and say so.
      notBeforeMonoMs = box.clock.monoMs() + seriesRestMs;
      return null;
    }
  };
}
