// The port `Diary` on the near side of the worker thread: samples gather here and go over about once a second, and
// sooner when they are many. At most twenty thousand wait; beyond that, and when the file fails, samples are dropped and
// counted.

import { isReadingName } from '../../domain/machine/reading.ts';
import type { Bookmarks, Diary, Log, ReadingSpool, Sample, SpooledSeries } from '../../gateway/ports.ts';
import type { Bucket, SampleColumns, SeriesPlan, SeriesSlice } from './calls.ts';
import { sampleBuffer } from './sample-buffer.ts';
import type { StoreChannel } from './store-channel.ts';

export type DiaryPort = Diary &
  ReadingSpool &
  Bookmarks & {
    /** Samples that were dropped since the start. */
    dropped(): number;
    /** Resolves when all that was recorded before is written or dropped. */
    flush(): Promise<void>;
  };

export const maxBuffered = 20_000;

/** So many do not wait for the second to be over. The more go together, the fewer rows of minutes and hours change. */
const many = maxBuffered / 2;

/** Samples sent over in one call: some milliseconds of work, so that a commit never waits long behind them. */
const chunk = 2000;

/** Such calls at a time: this thread, when it is busy, looks seldom whether one is done. */
const maxUnderWay = 4;

const maxBuckets = 10_000;

export function diaryPort(channel: StoreChannel, { log, flushEveryMs }: { log: Log; flushEveryMs: number }) {
  const { call } = channel;
  const buffer = sampleBuffer(maxBuffered);
  /** Samples that were taken from the buffer and are not written yet. */
  let sending = 0;
  let dropped = 0;
  let lost = 0;
  let failing = false;
  let flushing: Promise<void> | null = null;

  async function writePart(part: SampleColumns): Promise<void> {
    try {
      const told = await call('record', part);
      dropped += told.dropped;
      lost += told.unsent;
      if (failing) log.info({ dropped }, 'the diary is written again');
      failing = false;
    } catch (cause) {
      dropped += part.values.length;
      // Once per outage: it is tried again every second.
      if (!failing) log.warn({ err: cause, dropped }, 'the diary could not be written; samples are dropped');
      failing = true;
    }
    sending -= part.values.length;
  }

  async function writeAll(): Promise<void> {
    while (buffer.size() > 0) {
      sending = buffer.size();
      const underWay: Promise<void>[] = [];
      for (const part of buffer.take(chunk)) {
        underWay.push(writePart(part));
        if (underWay.length === maxUnderWay) await underWay.shift();
      }
      await Promise.all(underWay);
    }
  }

  const flush = (): Promise<void> => {
    flushing ??= writeAll().finally(() => {
      flushing = null;
    });
    return flushing;
  };
  const timer = setInterval(() => void flush(), flushEveryMs).unref();

  const diary: DiaryPort = {
    record(machine, atMs, readings) {
      for (const name in readings) {
        const value = isReadingName(name) ? readings[name] : undefined;
        const isFull = buffer.size() + sending >= maxBuffered;
        if (isFull || !isReadingName(name) || !isNumber(value)) dropped += 1;
        else buffer.add({ machine, name, atMs, value });
      }
      if (buffer.size() >= many) void flush();
    },
    async series({ machine, name, fromMs, toMs, limit }) {
      if (!(toMs > fromMs) || !(limit >= 1)) return [];
      const ask = { machine, name, fromMs: Math.floor(fromMs), toMs: Math.ceil(toMs) };
      const plan = await call('plan', { ...ask, limit: Math.min(Math.floor(limit), maxBuckets) });
      return plan === null ? [] : readSeries(channel, plan);
    },
    async forget(beforeMs) {
      const { more, unsent } = await call('forget', { beforeMs });
      lost += unsent;
      return more ? 'more' : 'done';
    },
    async unsent(limit) {
      const { series } = await call('unsent', { limit });
      return series.filter((one): one is SpooledSeries => isReadingName(one.name));
    },
    async sent(series) {
      const marks = series.map((one) => ({
        series: one.series,
        afterMs: one.afterMs,
        untilMs: one.untilMs,
      }));
      await call('sent', { marks });
    },
    async resend() {
      await call('resend', null);
    },
    lost: () => lost,
    bookmark: (name) => call('bookmark', { name }),
    async keepBookmark(name, { seq, note }) {
      await call('keepBookmark', { name, seq, note });
    },
    dropped: () => dropped,
    flush,
  };
  return { diary, stop: () => clearInterval(timer) };
}

const isNumber = (value: number | undefined): value is number => Number.isFinite(value);

/** In slices, so that commits are served in between. */
async function readSeries({ call }: StoreChannel, plan: SeriesPlan): Promise<readonly Sample[]> {
  const buckets = new Map<number, Bucket>();
  let startMs: number | null = plan.fromMs;
  while (startMs !== null) {
    const part: SeriesSlice = await call('series', { plan, startMs });
    for (const bucket of part.buckets) buckets.set(bucket.bucket, add(buckets.get(bucket.bucket), bucket));
    startMs = part.next;
  }
  return [...buckets.values()].map((bucket) => toSample(bucket, plan));
}

const add = (known: Bucket | undefined, part: Bucket): Bucket =>
  known
    ? {
        bucket: part.bucket,
        count: known.count + part.count,
        total: known.total + part.total,
        min: Math.min(known.min, part.min),
        max: Math.max(known.max, part.max),
      }
    : part;

const toSample = (bucket: Bucket, { fromMs, bucketMs }: { fromMs: number; bucketMs: number }): Sample => ({
  atMs: fromMs + bucket.bucket * bucketMs,
  mean: bucket.total / bucket.count,
  min: bucket.min,
  max: bucket.max,
});
