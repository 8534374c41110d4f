// One webhook: reads the journal on from its position, sends what it asked for one by one in that order, and goes on once the
// other side has taken it. So every event is sent at least once, and after a crash some are sent again under the same id.

import type { WebhookEvent } from '../../contract/webhook-events.ts';
import type { Entry } from '../../domain/journal/entry.ts';
import type { Clock, Journal, Log } from '../../gateway/ports.ts';
import { eventId, eventOf, type NameOf } from './event-of.ts';
import type { HookPace } from './hook-pace.ts';
import { createHookRecord, type HookRecord } from './hook-record.ts';
import { createNap } from './nap.ts';
import type { Position, PositionFile } from './position-file.ts';
import { type Hook, sendEvent } from './send-event.ts';

export type KeepHook = {
  readonly hook: Hook;
  readonly journal: Pick<Journal, 'read'>;
  /** Seq of the last durable entry. */
  readonly headSeq: () => number;
  readonly nameOf: NonNullable<NameOf>;
  readonly file: PositionFile;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  readonly pace: HookPace;
  readonly userAgent: string;
  /** It is told nothing any more, or again. */
  readonly onDisabled: (disabled: boolean) => void;
};

export type KeptHook = {
  /** Something was written to the journal. */
  wake(): void;
  /** Goes on at that entry, also where it was disabled. */
  replay(fromSeq: number): Promise<void>;
  /** Sends an event that stands in no journal, beside all others; null when it was taken, else why not. */
  test(event: WebhookEvent): Promise<string | null>;
  facts(): HookFacts;
  /** Breaks off what is under way, and writes the position. */
  close(): Promise<void>;
};

export type HookFacts = ReturnType<HookRecord['facts']> & {
  readonly behind: number;
  readonly lagMs: number;
};

export async function keepHook(box: KeepHook): Promise<KeptHook> {
  const { hook, clock, log, pace, headSeq } = box;
  const calling = new AbortController();
  const { signal } = calling;
  const nap = createNap();
  const first = await firstPosition(box);
  const record = createHookRecord({ ...box, id: hook.id, first });
  const pages = createPages(box);
  let freshMonoMs = clock.monoMs();
  // Grows when a person puts it back: what was under way then counts no more.
  let round = 0;

  const post = (event: WebhookEvent, id: string) =>
    sendEvent({ ...box, event, id, atMs: clock.wallMs(), timeoutMs: pace.timeoutMs, signal });

  const deliver = async (event: WebhookEvent): Promise<void> => {
    const began = round;
    const attempt = await post(event, eventId(event));
    if (signal.aborted || round !== began) return;
    const pauseMs = await record.settle(event, attempt);
    if (round !== began) return;
    if (pauseMs === null) {
      pages.next();
      await record.keep(true);
    } else await nap.rest(pauseMs, false);
  };

  const step = async (): Promise<void> => {
    nap.begin();
    const began = round;
    if (record.at().disabled) return nap.rest(restMs, true);
    const found = await pages.find(record.at().seq);
    if (round !== began) return;
    record.passed(found.passedSeq);
    if (found.event) return deliver(found.event);
    const isHead = headSeq() <= found.passedSeq;
    if (isHead) freshMonoMs = clock.monoMs();
    await record.keep(!isHead);
    if (isHead) await nap.rest(restMs, true);
  };

  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        await step();
      } catch (fault) {
        pages.drop();
        log.error({ webhook: hook.id, fault }, 'a webhook cannot go on: look at the disk; it is tried again');
        await nap.rest(pace.leastPauseMs, false);
      }
    }
  };
  if (first.disabled) box.onDisabled(true);
  const running = run();

  return {
    wake: nap.news,
    async replay(fromSeq) {
      round += 1;
      pages.drop();
      await record.putBack(fromSeq - 1);
      nap.interrupt();
    },
    test: async (event) => (await post(event, `test_${event.gateway}_${clock.wallMs()}`)).fault,
    facts() {
      const facts = record.facts();
      const behind = Math.max(0, headSeq() - facts.seq);
      return { ...facts, behind, lagMs: behind === 0 ? 0 : clock.monoMs() - freshMonoMs };
    },
    async close() {
      calling.abort();
      nap.end();
      await running;
      await record.keep(false);
    },
  };
}

/** News wake it; this is for what they might miss. */
const restMs = 60_000;

async function firstPosition({ hook, file, headSeq, log }: KeepHook): Promise<Position> {
  const kept = await file.read();
  const fresh: Position = { seq: headSeq(), failingSinceMs: null, disabled: false, dropped: 0 };
  if (kept !== null && kept.seq <= fresh.seq) return kept;
  if (kept !== null)
    log.warn(
      { webhook: hook.id },
      'the journal was put back to before what this webhook had; it goes on at its end',
    );
  // So that a crash before the first event does not lose those in between.
  await file.write(fresh);
  return fresh;
}

type Pages = {
  /** The first event after that entry on the page at hand, and the entry before it. */
  find(afterSeq: number): Promise<{ readonly event: WebhookEvent | null; readonly passedSeq: number }>;
  /** It was settled. */
  next(): void;
  drop(): void;
};

/** At most a thousand entries are held. */
function createPages({ hook, journal, headSeq, nameOf }: KeepHook): Pages {
  let page: readonly Entry[] = [];
  const events = new Set(hook.events);

  const read = async (afterSeq: number): Promise<readonly Entry[]> => {
    if (headSeq() <= afterSeq) return [];
    for await (const entries of journal.read(afterSeq)) return entries;
    return [];
  };

  return {
    async find(afterSeq) {
      if (page.length === 0) page = await read(afterSeq);
      let passedSeq = afterSeq;
      for (const [i, entry] of page.entries()) {
        const event = eventOf(entry, hook.names ? nameOf : null);
        if (event && events.has(event.type)) {
          page = page.slice(i);
          return { event, passedSeq };
        }
        passedSeq = entry.seq;
      }
      page = [];
      return { event: null, passedSeq };
    },
    next() {
      page = page.slice(1);
    },
    drop() {
      page = [];
    },
  };
}
