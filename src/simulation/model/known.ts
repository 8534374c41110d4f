// What the model knows of the workshop, from the journal alone: who holds what, who is inside, who was trained for what, what
// was decided about each machine and last seen of it. Its own bookkeeping, so that a mistake in the state of the gateway is seen.

import type { Entry, MemberRecorded, SessionStarted } from '../../domain/journal/entry.ts';
import type { State } from '../../domain/journal/state.ts';
import type { Activity, Mode } from '../../domain/machine/activity.ts';
import type { Workshop } from '../../domain/machine/workshop.ts';
import type { Tap } from '../../gateway/gateway.ts';
import type { TapFacts } from './access-rules.ts';
import type { EndFacts } from './end-rules.ts';
import { endOf, factsOf } from './known-facts.ts';
import { followTraining, newTrainingBooks, type TrainingBooks } from './known-training.ts';

export type Known = {
  follow(entry: Entry, workshop: Workshop): void;
  /** @param member key of whose card it is */
  factsOf(tap: Pick<Tap, 'reader' | 'machine' | 'wishes'>, about: About): TapFacts;
  /** What there is to say of the session that this entry ends: as it was then, asked for as often as more is known. */
  endOf(
    ending: Entry & { readonly type: 'session-ending' },
    about: { readonly workshop: Workshop; readonly shadow: Pick<State, 'switches' | 'schedule'> },
  ): () => EndFacts | null;
  /** Keys of those who count as being in. */
  readonly inside: ReadonlySet<string>;
};

export type About = {
  readonly workshop: Workshop;
  readonly member: string | null;
  readonly entry: Pick<Entry, 'atMs' | 'monoMs'>;
};

export type Holding = {
  readonly session: string;
  readonly member: string;
  readonly badge: string;
  readonly trainer: string | null;
  readonly learning: readonly string[];
  readonly isBypassed: boolean;
  readonly team: string | null;
  readonly fromMonoMs: number;
  readonly isEnding: boolean;
  readonly offeredMonoMs: number | null;
};

export type Books = {
  readonly members: Map<string, MemberRecorded>;
  readonly holders: Map<string, Holding>;
  /** Machine → the trainer who held it until the tap that is being decided, and makes way for a learner. */
  readonly handing: Map<string, Holding>;
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
  readonly training: TrainingBooks;
  /** Sessions that are limited in what they may cost. */
  readonly limited: Set<string>;
  isClockSet: boolean;
  /** When the last entry was written. */
  last: Pick<Entry, 'atMs' | 'monoMs'>;
  boot: string;
};

export function createKnown(): Known {
  const books: Books = {
    members: new Map(),
    holders: new Map(),
    handing: new Map(),
    activity: new Map(),
    jobs: new Set(),
    inside: new Set(),
    locks: new Set(),
    modes: new Map(),
    problems: new Map(),
    latches: new Set(),
    monitors: new Map(),
    powerAlarms: new Map(),
    training: newTrainingBooks(),
    limited: new Set(),
    isClockSet: false,
    last: { atMs: 0, monoMs: 0 },
    boot: '',
  };
  return {
    inside: books.inside,
    follow(entry, workshop) {
      const before = (member: string) => books.members.get(member);
      followTraining(books.training, entry, { workshop, before });
      followPeople(books, entry);
      followSessions(books, entry);
      followMachines(books, entry);
      followGuards(books, entry);
      books.last = entry;
      if (entry.type === 'gateway-booted') books.boot = entry.data.boot;
    },
    factsOf: (tap, about) => factsOf(books, tap, about),
    endOf(ending, about) {
      const held = books.holders.get(ending.data.machine);
      return () => (held ? endOf(books, { held, ending, ...about }) : null);
    },
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
  const { holders, handing, limited } = books;
  if (type === 'session-started' || type === 'session-handed-over') {
    const { member, team, badge, machine } = data;
    const begun: Partial<SessionStarted> = type === 'session-started' ? data : {};
    const { trainer = null, learning = [], bypassed } = begun;
    const session = type === 'session-started' ? data.session : data.to;
    const fresh = { fromMonoMs: monoMs, isEnding: false, offeredMonoMs: null };
    const isBypassed = bypassed !== undefined;
    handing.delete(machine);
    holders.set(machine, { session, member, team, badge, trainer, learning, isBypassed, ...fresh });
  }
  if (type === 'session-ended') holders.delete(data.machine);
  if (type === 'ceiling-set' && data.minor === null) limited.delete(data.session);
  if (type === 'ceiling-set' && data.minor !== null) limited.add(data.session);
  const held =
    type === 'session-ending' || type === 'hand-over-opened' ? holders.get(data.machine) : undefined;
  if (type === 'session-ending' && held && data.cause === 'lesson') handing.set(data.machine, held);
  if (type === 'session-ending' && held) holders.set(data.machine, { ...held, isEnding: true });
  if (type === 'hand-over-opened' && held) holders.set(data.machine, { ...held, offeredMonoMs: monoMs });
  // An offer stands for what is left of its minute, as far as the clock is set; what else is said about time is said anew.
  if (type === 'gateway-booted') {
    // A boot that died before its first sign of life is known by its last entry alone.
    const isOwn = data.last !== null && data.last.boot === books.boot;
    const seen = isOwn && data.last.monoMs > books.last.monoMs ? data.last : books.last;
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
