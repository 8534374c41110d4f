// How long each machine was in use today, in the space's own day: wall time held by sessions, gaps included, and what
// was entered by hand. For screens only; nothing is billed from it.

import type { Entry } from '../domain/journal/entry.ts';
import type { State } from '../domain/journal/state.ts';
import { localDate } from '../domain/time.ts';
import { meteredOf } from '../domain/usage/metered-of.ts';

export type UsedToday = {
  follow(entries: readonly Entry[]): void;
  /** @param nowMs wall clock */
  usedMs(machine: string, state: State, nowMs: number): number;
};

type Held = { readonly session: string; readonly fromMs: number; readonly toMs: number };

/** Stretches kept per machine; a day has at most 96 full segments, and short ones are bounded by people's hands. */
const heldLimit = 2_000;

export function createUsedToday(): UsedToday {
  const closed = new Map<string, Held[]>();
  const withdraw = ({ machine, session }: { machine: string; session: string }): void => {
    const kept = (closed.get(machine) ?? []).filter((held) => held.session !== session);
    closed.set(machine, kept);
  };

  return {
    follow(entries) {
      for (const entry of entries) {
        if (entry.type === 'usage-withdrawn') withdraw(entry.data);
        const metered = meteredOf(entry);
        if (!metered) continue;
        const { session, machine, fromMs, toMs } = metered;
        const held = closed.get(machine) ?? [];
        held.push({ session, fromMs, toMs });
        if (held.length > heldLimit) held.shift();
        closed.set(machine, held);
      }
    },
    usedMs(machine, state, nowMs) {
      const dayStartMs = startOfDay(nowMs, state.workshop?.space.timezone ?? 'UTC');
      const held = (closed.get(machine) ?? []).filter(({ toMs }) => toMs > dayStartMs);
      closed.set(machine, held);
      const open = state.sessions.get(machine)?.segment;
      const all: readonly Pick<Held, 'fromMs' | 'toMs'>[] = open
        ? [...held, { fromMs: open.fromMs, toMs: nowMs }]
        : held;
      return all.reduce(
        (total, { fromMs, toMs }) => total + Math.max(0, toMs - Math.max(fromMs, dayStartMs)),
        0,
      );
    },
  };
}

/** The instant at which the local day of `nowMs` began, found by halving: right on the days that have 23 or 25 hours. */
function startOfDay(nowMs: number, timezone: string): number {
  const cached = days.get(timezone);
  if (cached && nowMs >= cached.fromMs && nowMs < cached.untilMs) return cached.fromMs;
  const today = localDate(nowMs, timezone);
  let before = nowMs - 26 * 3_600_000;
  let within = nowMs;
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (localDate(middle, timezone) === today) within = middle;
    else before = middle;
  }
  // Asked again within a second, so that the end of the day is found.
  days.set(timezone, { fromMs: within, untilMs: nowMs + 1_000 });
  return within;
}

/** Bounded by the number of time zones that exist. */
const days = new Map<string, { readonly fromMs: number; readonly untilMs: number }>();
