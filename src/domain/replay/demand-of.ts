// Reads from the journal who wanted a machine when: tickets where there was a queue, and sessions where there was none. An
// entry is looked at once, in order; what a replay takes as given for ever stands in `Demand`.

import type { Stretch } from '../access/week.ts';
import type { Entry, EntryType } from '../journal/entry.ts';
import { turnLengthMs } from '../policy/rule-of.ts';
import type { TurnGranted } from '../schedule/schedule-entries.ts';
import { createPlaces, type Places } from './read-places.ts';
import type { Demand, Trace } from './trace.ts';
import { wentHome } from './went-home.ts';

/** Entries that tell who wanted, waited and used; of the span that is replayed. */
export const wantedTypes = [
  ...(['ticket-taken', 'ticket-callable', 'ticket-away', 'ticket-parked', 'ticket-dropped'] as const),
  ...(['turn-granted', 'turn-claimed', 'turn-renewed', 'turn-ended', 'tap-queued'] as const),
  ...(['session-started', 'session-handed-over', 'session-ended'] as const),
] as const satisfies readonly EntryType[];

export type Span = Pick<Trace, 'fromMs' | 'toMs' | 'beginsMs' | 'endsMs'>;

export type DemandReader = {
  /** Entries come in the order of the journal; those of other types are passed over. */
  take(entry: Entry): void;
  trace(): Trace;
};

export function demandOf(entries: Iterable<Entry>, span: Span): Trace {
  const reader = createDemandReader(span);
  for (const entry of entries) reader.take(entry);
  return reader.trace();
}

/** A demand as far as it is known. */
type Draft = {
  -readonly [K in keyof Omit<Demand, 'useMs' | 'claimMs' | 'missed' | 'away'>]: Demand[K];
} & {
  came: boolean;
  useMs: number | null;
  claimMs: number | null;
  missed: (number | null)[];
  away: Stretch[];
  grantedMs: number | null;
  claimedMs: number | null;
  lengthMs: number;
  parkedMs: number | null;
  /** That they were called to. */
  machine: string | null;
};

/** A session, until it is over; `isTurn` once a turn began at its machine. */
type Held = { readonly draft: Draft; readonly machine: string; readonly isQueued: boolean; isTurn: boolean };

export function createDemandReader(span: Span): DemandReader {
  const reading: Reading = {
    places: createPlaces(),
    drafts: [],
    tickets: new Map(),
    left: new Map(),
    turns: new Set(),
    sessions: new Map(),
    holds: [],
  };
  return {
    take(entry) {
      if (reading.places.take(entry) || entry.atMs < span.beginsMs || entry.atMs >= span.endsMs) return;
      const row = (rows as Record<string, ((reading: Reading, entry: Entry) => void) | undefined>)[
        entry.type
      ];
      row?.(reading, entry);
    },
    trace() {
      const { places, holds } = reading;
      const machines = places.machines(span.beginsMs, span.endsMs);
      const demands = settled(reading, span.endsMs).map((demand) =>
        wentHome(
          demand,
          machines.filter(({ pool }) => pool === demand.pool),
        ),
      );
      return { ...span, timezone: places.timezone(), machines, demands, holds, rules: places.rules() };
    },
  };
}

type Reading = {
  readonly places: Places;
  readonly drafts: Draft[];
  /** Live tickets by their id. */
  readonly tickets: Map<string, Draft>;
  /** Member and pool → the ticket that was given back last: a new one of the same instant goes on from it. */
  readonly left: Map<string, { readonly draft: Draft; readonly atMs: number }>;
  /** Machines at which a turn runs. */
  readonly turns: Set<string>;
  /** Machine → the session that holds it. */
  readonly sessions: Map<string, Held>;
  readonly holds: (Stretch & { readonly machine: string })[];
};

type Of<T extends EntryType> = Extract<Entry, { type: T }>;
type Wanted = (typeof wantedTypes)[number];

const rows: { readonly [T in Wanted]: (reading: Reading, entry: Of<T>) => void } = {
  'ticket-taken': taken,
  'ticket-callable': ({ tickets }, { atMs, data }) => {
    const draft = tickets.get(data.ticket);
    if (!draft) return;
    if (!draft.came) Object.assign(draft, { atMs, came: true });
    if (draft.parkedMs !== null) draft.missed[draft.missed.length - 1] = atMs - draft.parkedMs;
    draft.parkedMs = null;
    const last = draft.away.at(-1);
    if (last && last.toMs > atMs) draft.away[draft.away.length - 1] = { ...last, toMs: atMs };
  },
  'ticket-away': ({ tickets }, { atMs, data }) => {
    // Called elsewhere is what the rule says, and not what they did.
    if (data.why === 'gone-out')
      tickets.get(data.ticket)?.away.push({ fromMs: atMs, toMs: Number.MAX_SAFE_INTEGER });
  },
  'ticket-parked': ({ tickets }, { atMs, data }) => {
    const draft = tickets.get(data.ticket);
    draft?.missed.push(null);
    if (draft) draft.parkedMs = atMs;
  },
  'ticket-dropped': ({ tickets, left }, { atMs, data }) => {
    const draft = tickets.get(data.ticket);
    if (!draft) return;
    if (data.why === 'missed') draft.missed.push(null);
    if (data.why === 'left') {
      draft.leavesAtMs = atMs;
      left.set(`${draft.member} ${draft.pool}`, { draft, atMs });
    }
    tickets.delete(data.ticket);
  },
  'turn-granted': ({ tickets }, { atMs, data }) => granted(tickets.get(data.ticket), data, atMs),
  'turn-claimed': ({ tickets, turns, sessions }, { atMs, data }) => {
    const draft = tickets.get(data.ticket);
    if (!draft?.machine) return;
    draft.claimedMs = atMs;
    draft.claimMs ??= atMs - (draft.grantedMs ?? atMs);
    turns.add(draft.machine);
    const held = sessions.get(draft.machine);
    if (held) held.isTurn = true;
  },
  'turn-renewed': ({ tickets }, { data }) => {
    const draft = tickets.get(data.ticket);
    if (draft) draft.lengthMs += data.byMs;
  },
  'turn-ended': ({ tickets, turns }, { atMs, data }) => {
    const draft = tickets.get(data.ticket);
    tickets.delete(data.ticket);
    if (!draft?.machine || draft.claimedMs === null) return;
    turns.delete(draft.machine);
    draft.useMs = atMs - draft.claimedMs;
    draft.overrunMs = Math.max(0, draft.useMs - draft.lengthMs);
  },
  'tap-queued': ({ tickets }, { data }) => {
    const draft = tickets.get(data.ticket);
    if (draft) draft.tappedAt ??= data.machine;
  },
  'session-started': (reading, { atMs, data }) => began(reading, data, atMs),
  'session-handed-over': (reading, { atMs, data }) => {
    over(reading, data.machine, atMs);
    began(reading, data, atMs);
  },
  'session-ended': (reading, { atMs, data }) => over(reading, data.machine, atMs),
};

function newDraft(
  { places }: Reading,
  of: { readonly pool: string; readonly member: string; readonly atMs: number },
): Draft {
  return {
    ...of,
    ...places.teamOf(of.member),
    ...{ tappedAt: null, askedMs: null, whole: false, machines: null, useMs: null, overrunMs: 0 },
    ...{ claimMs: null, missed: [], leavesAtMs: null, away: [], insists: false, calledAtMs: null },
    ...{ came: false, grantedMs: null, claimedMs: null, lengthMs: 0, parkedMs: null, machine: null },
  };
}

function taken(reading: Reading, { atMs, data }: Of<'ticket-taken'>): void {
  const { pool, member, ticket, askedMs, whole, machines } = data;
  const before = reading.left.get(`${member} ${pool}`);
  if (before?.atMs === atMs && before.draft.claimedMs === null) {
    Object.assign(before.draft, { insists: true, leavesAtMs: null });
    reading.tickets.set(ticket, before.draft);
    return;
  }
  const policy = reading.places.policyOf(pool);
  const isUsual = policy === null || askedMs === turnLengthMs(policy);
  const draft = newDraft(reading, { pool, member, atMs });
  reading.drafts.push(Object.assign(draft, { askedMs: isUsual ? null : askedMs, whole, machines }));
  reading.tickets.set(ticket, draft);
}

function granted(draft: Draft | undefined, data: TurnGranted, atMs: number): void {
  if (!draft) return;
  draft.calledAtMs ??= atMs;
  draft.grantedMs = atMs;
  draft.lengthMs = data.lengthMs;
  draft.machine = data.machine;
}

type Began = { readonly machine: string; readonly pool: string; readonly member: string };

function began(reading: Reading, { machine, pool, member }: Began, atMs: number): void {
  const { places, sessions, turns } = reading;
  const draft = newDraft(reading, { pool, member, atMs });
  Object.assign(draft, { machine, calledAtMs: atMs, claimMs: 0, claimedMs: atMs, came: true });
  draft.machines = places.mayUse({ member, pool, used: machine });
  const isQueued = places.policyOf(pool) !== null;
  if (!isQueued) reading.drafts.push(draft);
  sessions.set(machine, { draft, machine, isQueued, isTurn: turns.has(machine) });
}

function over({ sessions, holds }: Reading, machine: string, atMs: number): void {
  const held = sessions.get(machine);
  if (!held) return;
  sessions.delete(machine);
  const { draft, isQueued, isTurn } = held;
  draft.useMs = atMs - draft.atMs;
  if (isQueued && !isTurn) holds.push({ machine, fromMs: draft.atMs, toMs: atMs });
}

/** Of a pool in which nobody ever came to a call, or ended a use. */
const usualMs = { claimMs: 120_000, useMs: 1_800_000 } as const;

/** What is not known of one is as with most others in the pool. */
function settled({ drafts, places }: Reading, endsMs: number): readonly Demand[] {
  const medians = new Map<string, { claimMs: number; useMs: number }>();
  for (const pool of new Set(drafts.map((draft) => draft.pool))) {
    const own = drafts.filter((draft) => draft.pool === pool);
    const claims = own.flatMap(({ claimMs }) => (claimMs !== null && claimMs > 0 ? [claimMs] : []));
    const uses = own.flatMap(({ useMs }) => useMs ?? []);
    medians.set(pool, {
      claimMs: medianOf(claims) ?? usualMs.claimMs,
      useMs: medianOf(uses) ?? usualMs.useMs,
    });
  }
  return drafts
    .map((draft): Demand => {
      const { pool, member, team, teamSize, atMs, askedMs, whole, overrunMs, missed, away } = draft;
      const { leavesAtMs, insists, calledAtMs, claimedMs, machine } = draft;
      const known = { pool, member, team, teamSize, atMs, askedMs, whole, overrunMs, missed, away };
      const usual = medians.get(draft.pool) ?? usualMs;
      // Called and claimed at once: how they come when they must wait is as with the others.
      const isAtOnce = draft.calledAtMs === draft.atMs && !draft.claimMs;
      const openMs = claimedMs === null ? null : Math.max(0, endsMs - claimedMs);
      return {
        ...{ ...known, leavesAtMs, insists, calledAtMs },
        tappedAt: draft.tappedAt ?? machine,
        machines:
          isAtOnce && machine !== null ? places.mayUse({ member, pool, used: machine }) : draft.machines,
        claimMs: isAtOnce ? usual.claimMs : (draft.claimMs ?? usual.claimMs),
        useMs: draft.useMs ?? (openMs === null ? usual.useMs : Math.min(openMs, usual.useMs)),
      };
    })
    .sort((one, other) => one.atMs - other.atMs);
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
