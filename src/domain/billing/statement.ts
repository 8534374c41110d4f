// The statement of a month: rated segments that ended in it, a line per session and tariff, an account per member.
// The same journal gives the same statement, to the cent (invariant 3).

import type { Entry } from '../journal/entry.ts';
import type { Workshop } from '../machine/workshop.ts';
import type { Minor } from '../money.ts';
import { localDate } from '../time.ts';
import { type Metered, type Rated, rateSession } from './rate.ts';

type Line = {
  readonly session: string;
  readonly machine: string;
  readonly pool: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly clock: string;
  readonly billedMs: number;
  readonly gapMs: number;
  readonly perHourMinor: string | null;
  readonly minor: Minor;
};

export type Account = {
  readonly member: string;
  readonly team: string | null;
  readonly lines: readonly Line[];
  readonly minor: Minor;
};

/**
 * @param entries `workshop-described` and `segment-closed` entries in order: every description, and the segments of
 *   every session that has one in the month, from its first
 * @param month `yyyy-mm` in the time zone of the space
 */
export function statementOf(entries: readonly Entry[], month: string): readonly Account[] {
  const lines = new Map<string, { rated: Rated[]; member: string }>();
  for (const metered of sessionsOf(entries).values()) {
    const ratedInMonth = rateSession(metered).filter((_, i) => endedIn(metered[i], month));
    for (const rated of ratedInMonth) {
      // One line per session and tariff; a session that crossed a change of tariff has two.
      const key = `${rated.segment.session} ${rated.tariff?.from ?? ''} ${rated.tariff?.perHourMinor ?? ''}`;
      const line = lines.get(key) ?? { rated: [], member: rated.segment.member };
      line.rated.push(rated);
      lines.set(key, line);
    }
  }
  return accountsOf([...lines.values()]);
}

function sessionsOf(entries: readonly Entry[]): ReadonlyMap<string, Metered[]> {
  const sessions = new Map<string, Metered[]>();
  let workshop: Workshop | null = null;
  for (const entry of entries) {
    if (entry.type === 'workshop-described') workshop = entry.data.workshop;
    if (entry.type !== 'segment-closed') continue;
    const metered = {
      segment: entry.data,
      tariffs: workshop?.tariffs ?? [],
      timezone: workshop?.space.timezone ?? 'UTC',
    };
    const known = sessions.get(entry.data.session);
    if (known) known.push(metered);
    else sessions.set(entry.data.session, [metered]);
  }
  return sessions;
}

function endedIn(metered: Metered | undefined, month: string): boolean {
  return metered !== undefined && localDate(metered.segment.toMs, metered.timezone).startsWith(month);
}

function accountsOf(lines: readonly { rated: readonly Rated[]; member: string }[]): readonly Account[] {
  const accounts = new Map<string, { team: string | null; lines: Line[]; minor: Minor }>();
  for (const { rated, member } of lines) {
    const line = lineOf(rated);
    if (!line) continue;
    const account = accounts.get(member) ?? { team: null, lines: [], minor: 0n };
    account.team = rated[0]?.segment.team ?? null;
    account.lines.push(line);
    account.minor += line.minor;
    accounts.set(member, account);
  }
  return [...accounts].map(([member, account]) => ({ member, ...account }));
}

function lineOf(rated: readonly Rated[]): Line | null {
  const first = rated[0];
  const last = rated[rated.length - 1];
  if (!first || !last) return null;
  const { segment } = first;
  return {
    session: segment.session,
    machine: segment.machine,
    pool: segment.pool,
    fromMs: segment.fromMs,
    toMs: last.segment.toMs,
    clock: first.clock,
    billedMs: sum(rated.map((one) => one.billedMs)),
    gapMs: sum(rated.map((one) => Math.round(one.segment.gapMs))),
    perHourMinor: first.tariff?.perHourMinor ?? null,
    minor: rated.reduce((total, one) => total + one.minor, 0n),
  };
}

const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0);
