// What is set aside when a prepaid member begins: the price of the ceiling, of the longest that the session may last, or a
// configured amount, as far as it is there. A hold is never a reason against a start, and never ends a session.

import { planById } from '../access/plan.ts';
import type { EntryBody, MemberRecorded } from '../journal/entry.ts';
import type { State } from '../journal/state.ts';
import { decidePlacing } from '../ledger/hold.ts';
import { machineById } from '../machine/lookup.ts';
import { divideRounded } from '../money.ts';
import { hourMs } from '../time.ts';
import { available, tariffNow } from './available.ts';
import { consume, type Price } from './consume.ts';

type Beginning = {
  readonly session: string;
  readonly machine: string;
  readonly member: MemberRecorded;
  readonly costCode: string | null;
  readonly ceilingMinor: string | null;
  /** Until when the session may last at most; null where nothing says. */
  readonly untilMs: number | null;
};

/** Counts for nothing from then on: a session that nobody ended is not held against its member for ever. */
const shortestHoldMs = 24 * hourMs;

export function sessionHolds(state: State, begins: Beginning, nowMs: number): readonly EntryBody[] {
  const { member, machine: id, costCode } = begins;
  const machine = machineById(state, id);
  const isPrepaid = member.plan !== undefined && planById(state.workshop, member.plan)?.prepaid === true;
  if (!machine || !isPrepaid || !state.workshop?.paying || costCode !== null) return [];
  const { pool, longestS } = machine;
  const lengthMs = begins.untilMs === null ? (longestS ?? 0) * 1000 : begins.untilMs - nowMs;
  const price = priceAhead(state, { ...begins, pool, lengthMs }, nowMs);
  if (price === null) return [];
  const { sources } = available(state, { member: member.member, pool, nowMs });
  const accounts = new Map(sources.map((source) => [source.id, source]));
  const expiresMs = nowMs + Math.max(lengthMs + hourMs, shortestHoldMs);
  return consume(price, sources, state.workshop.paying.consume).flatMap((part, at): EntryBody[] => {
    const source = accounts.get(part.source);
    if (!source || part.amount <= 0n) return [];
    const { account, unit } = source;
    const data = {
      hold: holdId(begins.session, at),
      account,
      unit,
      minor: part.amount.toString(),
      expiresMs,
    };
    return decidePlacing(state.ledger, data, nowMs).ok ? [{ type: 'hold-placed', data }] : [];
  });
}

const holdId = (session: string, at: number): string => `use:${session}:${at}`;

/** The session that a hold stands for; null where it stands for something else. */
export const sessionOfHold = (hold: string): string | null =>
  /^use:([a-z0-9-]+):\d+$/.exec(hold)?.[1] ?? null;

type Ahead = Beginning & { readonly pool: string; readonly lengthMs: number };

/** Null where it costs nothing by the hour. */
function priceAhead(state: State, begins: Ahead, nowMs: number): Price | null {
  const { pool, member, lengthMs, ceilingMinor } = begins;
  const { team, plan } = member;
  const tariff = tariffNow(state, { pool, team, ...(plan === undefined ? {} : { plan }) }, nowMs);
  const perHour = BigInt(tariff?.perHourMinor ?? '0');
  if (!tariff || perHour <= 0n) return null;
  const msFor = (minor: bigint): bigint => divideRounded(minor * BigInt(hourMs), perHour);
  if (ceilingMinor !== null) return { minor: BigInt(ceilingMinor), ms: msFor(BigInt(ceilingMinor)) };
  const holdMinor = BigInt(state.workshop?.paying?.holdMinor ?? '0');
  if (lengthMs <= 0) return { minor: holdMinor, ms: msFor(holdMinor) };
  return { minor: divideRounded(perHour * BigInt(lengthMs), BigInt(hourMs)), ms: BigInt(lengthMs) };
}
