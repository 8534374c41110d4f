// Which badges a reader should open for by itself while nobody can be asked, and until when: those whose members could start
// its machine by a tap now. A level, computed from the state alone; a list that is not renewed ends within a day.

import type { State } from '../journal/state.ts';
import { problemMark } from '../machine/care.ts';
import { machineById, machinesOfReader, modeOf } from '../machine/lookup.ts';
import type { Machine, Workshop } from '../machine/workshop.ts';
import { hourMs, type Stamp } from '../time.ts';
import { endOfRights } from './end-of-rights.ts';
import { openUntilMs } from './hours-rule.ts';
import { neededFor } from './level.ts';
import { firstNoOfMember } from './rules.ts';
import type { SpellingName } from './spelling.ts';
import { turnHolderAt } from './turn-at.ts';

export type OwedBadge = {
  readonly member: string;
  /**
   * Whole seconds since 1970, as boxes count: at most a day from now, at most to the end of what the member may. Null while the
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
  if (workshop === null) return new Map();
  const known = readersOf.get(workshop);
  if (known) return known;
  const readers = Object.entries(workshop.readers);
  const found = new Map(
    readers.flatMap(([id, { allowList }]) => (allowList ? [[id, allowList.spelling] as const] : [])),
  );
  readersOf.set(workshop, found);
  return found;
}

// A description never changes, and this is asked on every tick.
const readersOf = new WeakMap<Workshop, ReadonlyMap<string, SpellingName>>();

/** Badge id → what is owed to it at that reader. */
export function owedAllowList(
  state: State,
  reader: string,
  now: Pick<Stamp, 'atMs'>,
): ReadonlyMap<string, OwedBadge> {
  const owed = new Map<string, OwedBadge>();
  const machine = onlyMachineOf(state, reader);
  const openMs = machine ? openUntilMs(state, machine, now.atMs) : null;
  if (!machine || openMs === null) return owed;
  const [id = ''] = machinesOfReader(state, reader);
  // A box opens by its list also while we are there: with any other badge in it, it would be a way past the queue.
  const turn = turnHolderAt(state, { id, pool: machine.pool });
  for (const recorded of state.members.values()) {
    const { member, badges } = recorded;
    const asked = { state, member: recorded, machine, stamp: now };
    if (turn !== 'anybody' && turn?.member !== member) continue;
    if (badges.length === 0 || firstNoOfMember(asked) !== null) continue;
    const turnMs = turn === 'anybody' ? Number.POSITIVE_INFINITY : turn.untilMs;
    const untilMs = Math.min(openMs, now.atMs + holdsMs, turnMs, endOfRights(asked));
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

/** A box cannot ask which machine is meant, for a PIN, a proof or a second person: then it opens nothing by itself. */
function onlyMachineOf(state: State, reader: string): Machine | undefined {
  const [id, ...others] = machinesOfReader(state, reader);
  // Found unsafe: it opens for nobody, and least of all while no steward can be asked.
  if (id !== undefined && problemMark(state, id) === 'lock') return undefined;
  const machine = id === undefined || others.length > 0 ? undefined : machineById(state, id);
  const { pin, proof } = neededFor(machine?.level ?? 'uid', false);
  const isShut = id === undefined || state.locks.has(id) || modeOf(state, id) !== 'production';
  return pin || proof || isShut || (machine?.people ?? 1) > 1 ? undefined : machine;
}
