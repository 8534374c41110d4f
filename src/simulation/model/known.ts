// What the model knows of the workshop, from the journal alone: who holds what, who is inside, who was trained for what, what
// was decided about each machine and last seen of it. Its own bookkeeping, so that a mistake in the state of the gateway is seen.

import type { Entry, MemberRecorded } from '../../domain/journal/entry.ts';
import type { Activity, Mode } from '../../domain/machine/activity.ts';
import type { Machine, Workshop } from '../../domain/machine/workshop.ts';
import type { Tap } from '../../gateway/gateway.ts';
import type { TapFacts } from './access-rules.ts';
import { localDay } from './local-day.ts';

export type Known = {
  follow(entry: Entry): void;
  /** @param member key of whose card it is */
  factsOf(tap: Pick<Tap, 'reader' | 'machine' | 'wishes'>, about: About): TapFacts;
  /** Keys of those who count as being in. */
  readonly inside: ReadonlySet<string>;
};

type About = {
  readonly workshop: Workshop;
  readonly member: string | null;
  readonly entry: Pick<Entry, 'atMs' | 'monoMs'>;
};

type Holding = {
  readonly member: string;
  readonly team: string | null;
  readonly fromMonoMs: number;
  readonly isEnding: boolean;
  readonly offeredMonoMs: number | null;
};

type Books = {
  readonly members: Map<string, MemberRecorded>;
  readonly holders: Map<string, Holding>;
  readonly activity: Map<string, Activity>;
  readonly jobs: Set<string>;
  readonly inside: Set<string>;
  readonly locks: Set<string>;
  readonly modes: Map<string, Mode>;
  /** Problem → machine, of those that lock. */
  readonly problems: Map<string, string>;
  readonly latches: Set<string>;
  /** Machine and monitor → how it is; none for one that was not heard since the start. */
  readonly monitors: Map<string, 'good' | 'limit' | 'silent'>;
  /** Alarm → switch, of those that say that power flows. */
  readonly powerAlarms: Map<string, string>;
  isClockSet: boolean;
  /** When the last entry was written. */
  last: Pick<Entry, 'atMs' | 'monoMs'>;
};

export function createKnown(): Known {
  const books: Books = {
    members: new Map(),
    holders: new Map(),
    activity: new Map(),
    jobs: new Set(),
    inside: new Set(),
    locks: new Set(),
    modes: new Map(),
    problems: new Map(),
    latches: new Set(),
    monitors: new Map(),
    powerAlarms: new Map(),
    isClockSet: false,
    last: { atMs: 0, monoMs: 0 },
  };
  return {
    inside: books.inside,
    follow(entry) {
      followPeople(books, entry);
      followSessions(books, entry);
      followMachines(books, entry);
      followGuards(books, entry);
      books.last = entry;
    },
    factsOf: (tap, about) => factsOf(books, tap, about),
  };
}

function followPeople(books: Books, { type, data }: Entry): void {
  if (type === 'gateway-booted' || type === 'clock-judged') books.isClockSet = data.synchronised;
  if (type === 'member-recorded') books.members.set(data.member, data);
  if (type === 'member-erased') books.members.delete(data.member);
  if (type === 'presence-entered') books.inside.add(data.member);
  if (type === 'presence-left') books.inside.delete(data.member);
}

function followSessions(books: Books, { type, data, monoMs, atMs }: Entry): void {
  const { holders } = books;
  const fresh = { fromMonoMs: monoMs, isEnding: false, offeredMonoMs: null };
  if (type === 'session-started' || type === 'session-handed-over')
    holders.set(data.machine, { member: data.member, team: data.team, ...fresh });
  if (type === 'session-ended') holders.delete(data.machine);
  const held =
    type === 'session-ending' || type === 'hand-over-opened' ? holders.get(data.machine) : undefined;
  if (type === 'session-ending' && held) holders.set(data.machine, { ...held, isEnding: true });
  if (type === 'hand-over-opened' && held) holders.set(data.machine, { ...held, offeredMonoMs: monoMs });
  // An offer stands for what is left of its minute, as far as the clock is set; what else is said about time is said anew.
  if (type === 'gateway-booted') {
    const seen = data.last !== null && data.last.monoMs > books.last.monoMs ? data.last : books.last;
    const awayMs = data.synchronised ? Math.max(0, atMs - seen.atMs) : 0;
    for (const [machine, one] of holders) {
      const agoMs = seen.monoMs - (one.offeredMonoMs ?? Number.NEGATIVE_INFINITY) + awayMs;
      holders.set(machine, { ...one, offeredMonoMs: monoMs - agoMs, fromMonoMs: Number.NEGATIVE_INFINITY });
    }
  }
}

function followMachines({ activity, jobs, locks, modes, problems }: Books, { type, data }: Entry): void {
  if (type === 'gateway-booted') activity.clear();
  if (type === 'machine-changed') activity.set(data.machine, data.activity);
  if (type === 'job-started') jobs.add(data.machine);
  if (type === 'job-ended') jobs.delete(data.machine);
  if (type === 'machine-locked') locks.add(data.machine);
  if (type === 'machine-unlocked') locks.delete(data.machine);
  if (type === 'machine-mode-set') modes.set(data.machine, data.mode);
  if (type === 'problem-reported' && data.severity === 'lock') problems.set(data.problem, data.machine);
  if (type === 'problem-closed') problems.delete(data.problem);
}

function followGuards({ latches, monitors, powerAlarms }: Books, { type, data }: Entry): void {
  if (type === 'gateway-booted') monitors.clear();
  if (type === 'interlock-latched') latches.add(data.machine);
  if (type === 'interlock-released') latches.delete(data.machine);
  const bad = type === 'monitor-changed' && data.why === 'limit' ? 'limit' : 'silent';
  if (type === 'monitor-changed')
    monitors.set(`${data.machine} ${data.monitor}`, data.state === 'good' ? 'good' : bad);
  if (type === 'alarm-raised' && (data.code === 'power-without-session' || data.code === 'relay-welded'))
    powerAlarms.set(data.alarm, data.switch);
  if (type === 'alarm-cleared') powerAlarms.delete(data.alarm);
}

function factsOf(books: Books, tap: Parameters<Known['factsOf']>[0], about: About): TapFacts {
  const { machines, readers, space } = about.workshop;
  const { atMs, monoMs } = about.entry;
  const served = Object.keys(machines).filter((id) => machines[id]?.reader === tap.reader);
  const id = tap.machine ?? (served.length === 1 ? (served[0] ?? '') : '');
  const machine: Machine | null = machines[id] ?? null;
  const held = books.holders.get(id);
  return {
    entrance: readers[tap.reader]?.entrance ?? null,
    served,
    named: tap.machine,
    machine,
    member: books.members.get(about.member ?? '') ?? null,
    holder: held
      ? {
          ...held,
          offeredAgoMs: held.offeredMonoMs === null ? null : monoMs - held.offeredMonoMs,
          heldMs: monoMs - held.fromMonoMs,
        }
      : null,
    hasJob: books.jobs.has(id),
    activity: books.activity.get(id) ?? 'unknown',
    isClockSet: books.isClockSet,
    today: localDay(atMs),
    atMs,
    space,
    isInside: books.inside.has(about.member ?? ''),
    inside: books.inside.size,
    mode: books.modes.get(id) ?? 'production',
    isLocked: books.locks.has(id),
    hasLockingProblem: [...books.problems.values()].includes(id),
    isLatched: books.latches.has(id),
    badMonitors: Object.keys(machine?.monitors ?? {})
      .map((monitor) => books.monitors.get(`${id} ${monitor}`) ?? 'silent')
      .filter((how) => how !== 'good'),
    hasPowerAlarm: machine?.switch != null && [...books.powerAlarms.values()].includes(machine.switch),
    offers: tap.wishes?.handOver === true,
  };
}
