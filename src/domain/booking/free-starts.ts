// When a wished length could begin at the machines of a pool: each start stands the same questions as a booking that is made.

import { machinesOf } from '../access/turn-at.ts';
import type { State } from '../journal/state.ts';
import { hourMs, minuteMs, type Stamp } from '../time.ts';
import { type BookingWish, mayBook } from './may-book.ts';

export type FreeStart = { readonly machine: string; readonly fromMs: number };

type Span = {
  readonly pool: string;
  readonly member: string;
  readonly lengthMs: number;
  readonly fromMs: number;
  readonly toMs: number;
  /** Id of a booking that would be moved, so that it does not stand in its own way. */
  readonly except?: string;
};

/** Starts are offered in steps of this; an exact one in between may be free all the same. */
const startStepMs = 30 * minuteMs;

/** The longest span that is looked through at once. */
const spanMostMs = 9 * 24 * hourMs;

/** Every start in [fromMs, toMs), by machine and then by time. */
export function freeStarts(state: State, span: Span, stamp: Stamp): readonly FreeStart[] {
  const { pool, member, lengthMs, except } = span;
  const fromMs = Math.ceil(Math.max(span.fromMs, stamp.atMs) / startStepMs) * startStepMs;
  const toMs = Math.min(span.toMs, span.fromMs + spanMostMs);
  const free: FreeStart[] = [];
  const wish = { pool, member, ...(except !== undefined && { except }) };
  for (const { id: machine } of machinesOf(state, pool))
    for (let at = fromMs; at < toMs; at += startStepMs)
      if (mayBook(state, { ...wish, machine, fromMs: at, toMs: at + lengthMs }, stamp) === null)
        free.push({ machine, fromMs: at });
  return free;
}

/** Looked ahead for the next start after one that was refused. */
const aheadMs = 8 * 24 * hourMs;

/** The next start of the same length at the same machine; null where none is in sight. */
export function nextStart(state: State, wish: BookingWish, stamp: Stamp): number | null {
  const lengthMs = wish.toMs - wish.fromMs;
  const firstMs = Math.ceil(Math.max(wish.fromMs + 1, stamp.atMs) / startStepMs) * startStepMs;
  for (let fromMs = firstMs; fromMs < wish.fromMs + aheadMs; fromMs += startStepMs)
    if (mayBook(state, { ...wish, fromMs, toMs: fromMs + lengthMs }, stamp) === null) return fromMs;
  return null;
}
