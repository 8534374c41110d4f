// The journal as pages of points, read on from a context. One page of the journal is one page of points; the context is
// moved on with it, and is gone when a page could not be made. Taps that are too old to be kept give no points.

import type { IPoint } from 'influx';
import type { DiaryContext } from '../../domain/diary/diary-context.ts';
import { pointsOf } from '../../domain/diary/points-of.ts';
import type { Entry } from '../../domain/journal/entry.ts';
import type { OldestKept } from '../../domain/retention.ts';
import type { Journal } from '../../gateway/ports.ts';
import { toInfluxPoint } from './measurements.ts';

export type PointPage = {
  readonly points: IPoint[];
  /** Members who were erased in it. */
  readonly erased: string[];
  /** Whether nothing more was durable when it was read. */
  readonly last: boolean;
};

export type PointPages = {
  /** Null before `begin`, and after a fault. */
  context(): DiaryContext | null;
  begin(context: DiaryContext): void;
  /** Null when there is nothing more. */
  next(): Promise<PointPage | null>;
};

export function pointPages(box: {
  readonly journal: Pick<Journal, 'read'>;
  readonly headSeq: () => number;
  readonly oldest: () => OldestKept;
}): PointPages {
  let context: DiaryContext | null = null;
  let pages: AsyncIterator<readonly Entry[]> | null = null;

  async function read(from: DiaryContext): Promise<PointPage> {
    pages ??= box.journal.read(from.seq)[Symbol.asyncIterator]();
    const next = await pages.next();
    if (next.done === true) pages = null;
    const entries = next.done === true ? [] : next.value;
    const { tapsMs } = box.oldest();
    const points = entries
      .flatMap((entry) => pointsOf(entry, from))
      .filter(({ measurement, atMs }) => measurement !== 'access' || atMs >= tapsMs);
    const erased = entries.flatMap(({ type, data }) => (type === 'member-erased' ? [data.member] : []));
    return { points: points.map(toInfluxPoint), erased, last: box.headSeq() <= from.seq };
  }

  return {
    context: () => context,
    begin(from) {
      context = from;
      pages = null;
    },
    async next() {
      if (!context || box.headSeq() <= context.seq) return null;
      try {
        return await read(context);
      } catch (fault) {
        // It may stand in the middle of a page.
        context = null;
        pages = null;
        throw fault;
      }
    },
  };
}
