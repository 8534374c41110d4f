// How one webhook stands: its position, what it took, and since when it fails. It decides when an event is given up and when
// the webhook is told nothing any more, and writes its position so that a restart goes on there.

import type { WebhookEvent } from '../../contract/webhook-events.ts';
import type { Clock, Log } from '../../gateway/ports.ts';
import { type HookPace, type judgeStatus, pauseAfter } from './hook-pace.ts';
import type { Position, PositionFile } from './position-file.ts';

/** What became of one attempt. */
export type Attempt = {
  readonly verdict: ReturnType<typeof judgeStatus>;
  /** The status of the answer, or a code; null when it was taken. */
  readonly fault: string | null;
  readonly retryAfterMs: number | null;
};

export type HookRecord = {
  readonly at: () => Position;
  facts(): Position & Counts;
  /** There was nothing for it up to here. */
  passed(seq: number): void;
  /** @returns how long to rest before the same event; null when the next one follows */
  settle(event: Pick<WebhookEvent, 'position'>, attempt: Attempt): Promise<number | null>;
  /** Goes on after that entry, also where it was disabled. */
  putBack(seq: number): Promise<void>;
  /** Writes the position where it is new; while there is more to send, not each time. */
  keep(isBusy: boolean): Promise<void>;
};

type Counts = { readonly sent: number; readonly failures: number; readonly fault: string | null };

export type HookRecordOptions = {
  readonly id: string;
  readonly first: Position;
  readonly file: Pick<PositionFile, 'write'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: () => number;
  readonly pace: HookPace;
  readonly onDisabled: (disabled: boolean) => void;
};

export function createHookRecord(box: HookRecordOptions): HookRecord {
  const { id: webhook, clock, log, pace } = box;
  let at = box.first;
  let kept: Position = at;
  let keptMonoMs = Number.NEGATIVE_INFINITY;
  const counts = { sent: 0, failures: 0, fault: null as string | null };
  /** Attempts in a row that failed. */
  let inRow = 0;
  let refusedSinceMonoMs: number | null = null;

  const write = async (): Promise<void> => {
    keptMonoMs = clock.monoMs();
    kept = at;
    await box.file.write(at);
  };

  const goOn = (position: number, isTaken: boolean): void => {
    if (isTaken && inRow > 0) log.info({ webhook, failures: inRow }, 'the webhook takes events again');
    if (isTaken) counts.sent += 1;
    else log.warn({ webhook, position, fault: counts.fault }, givenUpSentence);
    inRow = isTaken ? 0 : inRow;
    refusedSinceMonoMs = null;
    const failingSinceMs = isTaken ? null : at.failingSinceMs;
    at = { ...at, seq: position, failingSinceMs, dropped: at.dropped + (isTaken ? 0 : 1) };
  };

  const fail = async ({ verdict, fault, retryAfterMs }: Attempt): Promise<number> => {
    counts.failures += 1;
    // Once per outage: it is tried for days.
    if (inRow === 0) log.warn({ webhook, fault }, 'a webhook was not told; it is tried again');
    const pauseMs = pauseAfter(inRow, pace, { random: box.random(), retryAfterMs });
    inRow += 1;
    const wallMs = clock.wallMs();
    const isNew = at.failingSinceMs === null;
    at = { ...at, failingSinceMs: at.failingSinceMs ?? wallMs };
    // A clock that is set later than the start must not make days of seconds (invariant 4).
    const isLong = wallMs - (at.failingSinceMs ?? wallMs) >= pace.disableMs && clock.synchronised();
    if (verdict === 'gone' || (isLong && inRow >= pace.disableAttempts)) {
      at = { ...at, disabled: true };
      log.error({ webhook, fault }, disabledSentence);
      box.onDisabled(true);
    }
    if (isNew || at.disabled) await write();
    return pauseMs;
  };

  return {
    at: () => at,
    facts: () => ({ ...at, ...counts }),
    passed(seq) {
      at = { ...at, seq };
    },
    async settle({ position }, attempt) {
      counts.fault = attempt.fault;
      const nowMs = clock.monoMs();
      refusedSinceMonoMs = attempt.verdict === 'refused' ? (refusedSinceMonoMs ?? nowMs) : null;
      const isTaken = attempt.verdict === 'taken';
      if (!isTaken && (refusedSinceMonoMs === null || nowMs - refusedSinceMonoMs < pace.giveUpMs))
        return fail(attempt);
      goOn(position, isTaken);
      return null;
    },
    async putBack(seq) {
      if (at.disabled) box.onDisabled(false);
      at = { ...at, seq, failingSinceMs: null, disabled: false };
      inRow = 0;
      refusedSinceMonoMs = null;
      await write();
    },
    async keep(isBusy) {
      if (kept === at || (isBusy && clock.monoMs() - keptMonoMs < pace.keepMs)) return;
      await write();
    },
  };
}

const disabledSentence =
  'a webhook is told nothing any more; mend it, then run "officina webhook replay ID --from N" with the position of "officina webhook list" plus one';
const givenUpSentence = 'a webhook refused an event for a day; it was given up, and the next ones follow';
