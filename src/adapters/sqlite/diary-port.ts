// The port `Diary` on the near side of the worker thread: samples gather here and go over about once a second. At most
// twenty thousand wait; beyond that, and when the file fails, samples are dropped and counted.

import { isReadingName } from '../../domain/machine/reading.ts';
import type { Diary, Log, Sample } from '../../gateway/ports.ts';
import type { Bucket, SampleColumns } from './calls.ts';
import type { StoreChannel } from './store-channel.ts';

export type DiaryPort = Diary & {
  /** Samples that were dropped since the start. */
  dropped(): number;
  /** Resolves when all that was recorded before is written or dropped. */
  flush(): Promise<void>;
};

export const maxBuffered = 20_000;

/** Samples sent over in one call: some milliseconds of work, so that a commit never waits long behind them. */
const chunk = 2000;

const maxBuckets = 10_000;

type Columns = { [column in keyof SampleColumns]: SampleColumns[column][number][] };

export function diaryPort({ call }: StoreChannel, { log, flushEveryMs }: { log: Log; flushEveryMs: number }) {
  const buffer: Columns = { machines: [], names: [], atMs: [], values: [] };
  let dropped = 0;
  let failing = false;
  let flushing: Promise<void> | null = null;

  async function writeChunk(): Promise<void> {
    const rows: SampleColumns = {
      machines: buffer.machines.splice(0, chunk),
      names: buffer.names.splice(0, chunk),
      atMs: buffer.atMs.splice(0, chunk),
      values: buffer.values.splice(0, chunk),
    };
    try {
      dropped += (await call('record', rows)).dropped;
      if (failing) log.info({ dropped }, 'the diary is written again');
      failing = false;
    } catch (cause) {
      dropped += rows.values.length;
      // Once per outage: it is tried again every second.
      if (!failing) log.warn({ err: cause, dropped }, 'the diary could not be written; samples are dropped');
      failing = true;
    }
  }

  async function writeAll(): Promise<void> {
    while (buffer.values.length > 0) await writeChunk();
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
      for (const [name, value] of Object.entries(readings)) {
        if (buffer.values.length >= maxBuffered || !isReadingName(name) || !Number.isFinite(value)) {
          dropped += 1;
          continue;
        }
        buffer.machines.push(machine);
        buffer.names.push(name);
        buffer.atMs.push(atMs);
        buffer.values.push(value);
      }
    },
    async series({ machine, name, fromMs, toMs, limit }) {
      if (!(toMs > fromMs) || !(limit >= 1)) return [];
      const range = { fromMs: Math.floor(fromMs), toMs: Math.ceil(toMs) };
      const bucketMs = Math.ceil((range.toMs - range.fromMs) / Math.min(Math.floor(limit), maxBuckets));
      const buckets = new Map<number, Bucket>();
      let startMs: number | null = range.fromMs;
      while (startMs !== null) {
        const part: { buckets: readonly Bucket[]; next: number | null } = await call('series', {
          ...range,
          machine,
          name,
          bucketMs,
          startMs,
        });
        for (const bucket of part.buckets)
          buckets.set(bucket.bucket, add(buckets.get(bucket.bucket), bucket));
        startMs = part.next;
      }
      return [...buckets.values()].map((bucket) => toSample(bucket, { fromMs: range.fromMs, bucketMs }));
    },
    dropped: () => dropped,
    flush,
  };
  return { diary, stop: () => clearInterval(timer) };
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
