// Brings the journal to InfluxDB: reads on from its bookmark, page by page, and keeps the bookmark once a page came
// through. It is exact because it may always begin again: the same entries give the same points. InfluxDB itself knows
// how far the journal has come there, so that a database that was dropped, or put back, is noticed and filled again.

import { deserialize, serialize } from 'node:v8';
import { type DiaryContext, emptyDiaryContext } from '../../domain/diary/diary-context.ts';
import type { OldestKept } from '../../domain/retention.ts';
import type { Bookmarks, Clock, Journal, Log } from '../../gateway/ports.ts';
import { forgetMember } from './forget-members.ts';
import type { InfluxClient } from './influx-client.ts';
import { InfluxFault } from './influx-fault.ts';
import { positionPoint } from './measurements.ts';
import { type PointPage, pointPages } from './point-pages.ts';

export type ExportJournal = {
  readonly client: InfluxClient;
  readonly journal: Pick<Journal, 'read' | 'gateway'>;
  /** Seq of the last durable entry. */
  readonly headSeq: () => number;
  readonly bookmarks: Bookmarks;
  /** What is older is not sent. */
  readonly oldest: () => OldestKept;
  /** Of the target and of the code that makes points: what another one has kept is not used. */
  readonly bookmarkName: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Called when all is sent again from the beginning: readings follow. */
  readonly onRestart: () => Promise<void>;
};

export type JournalExport = {
  step(): Promise<'more' | 'done'>;
  /** The database may be gone: looked at before the next write. */
  doubt(): void;
  /** Seq of the last entry that came through. */
  sentSeq(): number;
  /** How old the oldest entry is that has not come through, by the time that we have known of it. */
  lagMs(): number;
  /** Points written, repetitions among them; and those beyond the retention of the database. */
  counts(): { readonly points: number; readonly beyondRetention: number };
};

/**
 * Points in one request: with the rest after each, these two milliseconds of work are noticed by no tap. Halved when it
 * was not answered in time, down to the least.
 */
const batchPoints = { most: 250, least: 50 } as const;

/** How often InfluxDB is asked how far the journal has come there. */
const lookEveryMs = 60_000;

export function exportJournal(box: ExportJournal): JournalExport {
  const { client, clock } = box;
  const pages = pointPages(box);
  let gateway = '';
  let page: PointPage | null = null;
  let readMonoMs = clock.monoMs();
  let freshMonoMs = readMonoMs;
  let lookedMonoMs: number | null = null;
  let sentSeq = 0;
  /** False where a clock that is not set puts the mark itself beyond the retention: its absence then says nothing. */
  let isMarked = true;
  let batch: number = batchPoints.most;
  let points = 0;
  let beyondRetention = 0;

  async function writePosition(seq: number): Promise<void> {
    const beyond = await client.write([positionPoint({ gateway, seq, nowMs: clock.wallMs() })]);
    isMarked = beyond === 0;
  }

  function begin(context: DiaryContext): void {
    pages.begin(context);
    sentSeq = context.seq;
    page = null;
  }

  /** Asks InfluxDB how far the journal has come there; what is missing there is sent again from the beginning. */
  async function look(): Promise<void> {
    gateway ||= await box.journal.gateway();
    await client.create();
    const there = (await positionThere(client, gateway)) ?? 0;
    if (!pages.context()) begin((await readBookmark(box)) ?? emptyDiaryContext());
    if (isMarked && there < sentSeq) {
      box.log.warn({ there, sentSeq }, 'InfluxDB has lost what it was sent; all is sent again');
      begin(emptyDiaryContext());
    }
    if (sentSeq === 0) await box.onRestart();
    // Written again, so that no retention policy takes it away.
    else await writePosition(sentSeq);
    lookedMonoMs = clock.monoMs();
  }

  /** What was written is taken off the page, so that after a failure it goes on where it was. */
  async function sendPart(sending: PointPage): Promise<void> {
    const part = sending.points.slice(0, batch);
    if (part.length === 0) return;
    beyondRetention += await client.write(part);
    points += part.length;
    sending.points.splice(0, part.length);
    batch = Math.min(batchPoints.most, batch * 2);
  }

  async function keepPosition(context: DiaryContext): Promise<void> {
    await writePosition(context.seq);
    sentSeq = context.seq;
    await box.bookmarks.keepBookmark(box.bookmarkName, { seq: sentSeq, note: serialize(context) });
  }

  async function step(): Promise<'more' | 'done'> {
    const due = lookedMonoMs === null || clock.monoMs() - lookedMonoMs > lookEveryMs;
    if (due || !pages.context()) await look();
    if (!page) {
      readMonoMs = clock.monoMs();
      page = await pages.next();
    }
    const context = pages.context();
    if (page && context) {
      await sendPart(page);
      if (page.points.length > 0) return 'more';
      await forgetErased(client, page);
      await keepPosition(context);
    }
    const last = page?.last ?? true;
    page = null;
    if (last) freshMonoMs = readMonoMs;
    return last ? 'done' : 'more';
  }

  return {
    step: () =>
      step().catch((fault: unknown) => {
        const code = fault instanceof InfluxFault ? fault.code : null;
        if (code === 'missing') lookedMonoMs = null;
        if (code === 'slow') batch = Math.max(batchPoints.least, Math.floor(batch / 2));
        throw fault;
      }),
    doubt() {
      lookedMonoMs = null;
    },
    sentSeq: () => sentSeq,
    lagMs: () => (box.headSeq() > sentSeq ? clock.monoMs() - freshMonoMs : 0),
    counts: () => ({ points, beyondRetention }),
  };
}

/** Once all is there that was written under their key; one by one, so that a fault goes on where it was. */
async function forgetErased(client: InfluxClient, { erased }: PointPage): Promise<void> {
  for (let member = erased[0]; member !== undefined; member = erased[0]) {
    await forgetMember(client, member);
    erased.shift();
  }
}

async function positionThere(client: InfluxClient, gateway: string): Promise<number | null> {
  const rows = await client.rows('SELECT max("seq") AS "seq" FROM "journal" WHERE "gateway" = $gateway', {
    gateway,
  });
  const seq = rows[0]?.seq;
  return typeof seq === 'number' ? seq : null;
}

/** Null when there is none, or it is ahead of the journal: a journal that was put back. */
async function readBookmark({
  bookmarks,
  bookmarkName,
  headSeq,
}: ExportJournal): Promise<DiaryContext | null> {
  const kept = await bookmarks.bookmark(bookmarkName);
  if (!kept || kept.seq > headSeq()) return null;
  try {
    // One that an earlier program kept may lack what it did not know.
    const context: DiaryContext = { ...emptyDiaryContext(), ...deserialize(kept.note) };
    return context.seq === kept.seq ? context : null;
  } catch {
    return null;
  }
}
