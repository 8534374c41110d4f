// A member wishes for a stretch of a week that is not drawn yet, best first; or takes a wish back.

import type { EntryBody } from '../journal/entry.ts';
import type { State } from '../journal/state.ts';
import { formatLocal } from '../local-time.ts';
import { machineById } from '../machine/lookup.ts';
import type { Stamp } from '../time.ts';
import type { BookingNo } from './booking-refusal.ts';
import { bookingRules, stepMs } from './booking-rules.ts';
import { wishesMost } from './booking-state.ts';
import { drawnAtMs, weekOf } from './draft-week.ts';

export type WishInput = {
  readonly wish: string;
  readonly pool: string;
  readonly member: string;
  readonly machine: string | null;
  readonly fromMs: number;
  readonly toMs: number;
};

export type WishNo = {
  readonly code: 'draft-none' | 'draft-over' | 'wishes-full' | 'wish-unknown' | 'wish-twice';
  readonly values: Readonly<Record<string, string | number>>;
};

export type Wished =
  | { readonly ok: true; readonly bodies: readonly EntryBody[] }
  | ({ readonly ok: false } & (BookingNo | WishNo));

/** It ranks after those that the member has already. Whether it can be had is asked when it is drawn. */
export function makeWish(state: State, input: WishInput, { atMs }: Stamp): Wished {
  const no = noTo(state, input, atMs);
  if (no) return { ok: false, ...no };
  const week = weekOf(input.fromMs, state.workshop?.space.timezone ?? 'UTC');
  return { ok: true, bodies: [{ type: 'wish-made', data: { ...input, week } }] };
}

function noTo(state: State, input: WishInput, atMs: number): BookingNo | WishNo | null {
  const { pool, member, machine, fromMs, toMs } = input;
  const rules = bookingRules(state, pool);
  if (!rules) return { code: 'pool-not-booked', values: { pool } };
  if (!rules.draft) return { code: 'draft-none', values: { pool } };
  if (!state.synchronised) return { code: 'clock-unset', values: {} };
  if (machine !== null && machineById(state, machine)?.pool !== pool)
    return { code: 'machine-not-booked', values: { machine } };
  const isWhole = [fromMs, toMs].every((ms) => Number.isSafeInteger(ms) && ms % stepMs === 0);
  if (!isWhole || fromMs >= toMs || fromMs < atMs)
    return { code: 'booking-times', values: { step: stepMs / 60_000 } };
  const minutes = (ms: number): number => ms / 60_000;
  if (toMs - fromMs < rules.leastMs || toMs - fromMs > rules.mostMs)
    return { code: 'booking-length', values: { least: minutes(rules.leastMs), most: minutes(rules.mostMs) } };
  const timezone = state.workshop?.space.timezone ?? 'UTC';
  const week = weekOf(fromMs, timezone);
  const drawnMs = drawnAtMs(rules.draft, week, timezone);
  if (drawnMs <= atMs) return { code: 'draft-over', values: { at: formatLocal(drawnMs, timezone) } };
  // A month ahead is enough for a draft of each week.
  if (drawnMs > atMs + 35 * 24 * 3_600_000)
    return { code: 'booking-horizon', values: { days: 35, last: week } };
  const own = [...state.wishes.values()].filter((one) => one.member === member && one.pool === pool);
  if (own.length >= wishesMost) return { code: 'wishes-full', values: { most: wishesMost } };
  const isTwice = own.some((one) => one.fromMs === fromMs && one.toMs === toMs && one.machine === machine);
  return isTwice ? { code: 'wish-twice', values: {} } : null;
}

export function withdrawWish(
  state: State,
  { wish, by }: { readonly wish: string; readonly by: string },
): Wished {
  if (state.wishes.get(wish)?.member !== by) return { ok: false, code: 'wish-unknown', values: {} };
  return { ok: true, bodies: [{ type: 'wish-withdrawn', data: { wish } }] };
}
