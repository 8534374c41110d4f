// Which badges a reader should open for by itself while nobody can be asked, and until when: those whose members could start
// its machine by a tap now. A level, computed from the state alone; a list that is not renewed ends within a day.

import type { MemberRecorded } from '../journal/entry.ts';
import type { State } from '../journal/state.ts';
import { readTime } from '../local-time.ts';
import { machineById, machinesOfReader } from '../machine/lookup.ts';
import type { Machine, Workshop } from '../machine/workshop.ts';
import { hourMs, type Stamp } from '../time.ts';
import { neededFor } from './level.ts';
import { firstNoOfMember } from './rules.ts';
import type { SpellingName } from './spelling.ts';

export type OwedBadge = {
  readonly member: string;
  /**
   * Whole seconds since 1970, as boxes count: at most a day from now, at most to the end of a certificate. Null while the
   * clock is unset: then nothing is promised, and nothing is taken back for that.
   */
  readonly untilS: number | null;
};

/** What a reader holds, or should hold, under the text of one card. */
export type Entry = { readonly user: string; readonly untilS: number };
export type WantedEntry = { readonly user: string; readonly untilS: number | null };

export type ListStep =
  | { readonly kind: 'disallow'; readonly uid: string }
  | { readonly kind: 'allow'; readonly uid: string; readonly user: string; readonly untilS: number };

/** How long a list holds without us, and how much of that may be gone before it is renewed. */
const holdsMs = 24 * hourMs;
const renewMs = 12 * hourMs;

/** Readers that keep a list, with the way in which each of them writes cards. */
export function allowListReaders(workshop: Workshop | null): ReadonlyMap<string, SpellingName> {
  const readers = Object.entries(workshop?.readers ?? {});
  return new Map(readers.flatMap(([id, { allowList }]) => (allowList ? [[id, allowList.spelling]] : [])));
}

/** Badge id → what is owed to it at that reader. */
export function owedAllowList(
  state: State,
  reader: string,
  now: Pick<Stamp, 'atMs'>,
): ReadonlyMap<string, OwedBadge> {
  const owed = new Map<string, OwedBadge>();
  const machine = onlyMachineOf(state, reader);
  if (!machine) return owed;
  for (const recorded of state.members.values()) {
    const { member, badges } = recorded;
    if (badges.length === 0 || firstNoOfMember({ state, member: recorded, machine, stamp: now }) !== null)
      continue;
    const untilMs = Math.min(now.atMs + holdsMs, endOfCertificates(state, { recorded, machine }));
    const untilS = state.synchronised ? Math.floor(untilMs / 1000) : null;
    for (const badge of badges) owed.set(badge, { member, untilS });
  }
  return owed;
}

/** What to tell a reader next, so that it comes to hold what it should: strangers go first. Null when it does. */
export function nextListStep(
  held: ReadonlyMap<string, Entry>,
  wanted: ReadonlyMap<string, WantedEntry>,
  now: Pick<Stamp, 'atMs'>,
): ListStep | null {
  for (const uid of held.keys()) if (!wanted.has(uid)) return { kind: 'disallow', uid };
  for (const [uid, { user, untilS }] of wanted) {
    if (untilS !== null && !isStillRight(held.get(uid), { user, untilS }, now))
      return { kind: 'allow', uid, user, untilS };
  }
  return null;
}

/** Never longer than owed, and not about to end. */
export function isStillRight(held: Entry | undefined, owed: Entry, now: Pick<Stamp, 'atMs'>): boolean {
  if (held === undefined || held.user !== owed.user) return false;
  return held.untilS <= owed.untilS && held.untilS >= Math.min(owed.untilS, (now.atMs + renewMs) / 1000);
}

/** A box cannot ask which machine is meant, nor for a PIN or a proof: then it opens nothing by itself. */
function onlyMachineOf(state: State, reader: string): Machine | undefined {
  const [id, ...others] = machinesOfReader(state, reader);
  const machine = id === undefined || others.length > 0 ? undefined : machineById(state, id);
  const { pin, proof } = neededFor(machine?.level ?? 'uid', false);
  return pin || proof ? undefined : machine;
}

/** The end of the local day on which the first of the certificates ends that the machine asks for. */
export function endOfCertificates(state: State, who: { recorded: MemberRecorded; machine: Machine }): number {
  const days = who.recorded.certificates.flatMap(({ certificate, until }) =>
    until !== null && who.machine.requires.includes(certificate) ? [until] : [],
  );
  const first = days.toSorted()[0];
  return first === undefined ? Number.POSITIVE_INFINITY : endOfDay(first, state.workshop?.space.timezone);
}

/** The first instant of the next day; where the clock is put forward or back just then, the earlier one. */
function endOfDay(day: string, timezone = 'UTC'): number {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 24 * hourMs).toISOString().slice(0, 10);
  const read = readTime(`${next} 00:00`, timezone);
  return read.ok ? read.atMs : Math.min(...read.readingsMs);
}
