// What the model knows at the moment when a tap is decided or a session ends, put together from its books: the facts that
// the rules of access and of ends are asked about.

import type { Plan } from '../../domain/access/plan.ts';
import type { Entry, MemberRecorded } from '../../domain/journal/entry.ts';
import type { State } from '../../domain/journal/state.ts';
import type { Machine, Workshop } from '../../domain/machine/workshop.ts';
import type { TapFacts } from './access-rules.ts';
import type { EndFacts } from './end-rules.ts';
import type { About, Books, Holding, Known } from './known.ts';
import { localDay } from './local-day.ts';
import type { Trained } from './training-rules.ts';

export function factsOf(books: Books, tap: Parameters<Known['factsOf']>[0], about: About): TapFacts {
  const { machines, readers, space } = about.workshop;
  const { atMs, monoMs } = about.entry;
  const served = Object.keys(machines).filter((id) => machines[id]?.reader === tap.reader);
  const id = tap.machine ?? (served.length === 1 ? (served[0] ?? '') : '');
  const machine: Machine | null = machines[id] ?? null;
  const held = books.holders.get(id) ?? books.handing.get(id);
  const member = holding(books, about.member);
  return {
    entrance: readers[tap.reader]?.entrance ?? null,
    served,
    named: tap.machine,
    machine,
    member,
    usedDay: usedBy(books, about.member),
    kinds: about.workshop.certificates,
    plan: planOf(about.workshop, member),
    learner: learnerAt(books, about, id),
    holderTrained: trainedAs(books, held?.member ?? null),
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
    badMonitors: badMonitorsAt(books, id, machine),
    hasPowerAlarm: machine?.switch != null && [...books.powerAlarms.values()].includes(machine.switch),
    inTurn: machine !== null && Object.hasOwn(about.workshop.policy?.pools ?? {}, machine.pool),
    offers: tap.wishes?.handOver === true,
  };
}

/** Whose only badge was reported lost is known by no card. */
function holding({ members }: Books, member: string | null): MemberRecorded | null {
  const recorded = members.get(member ?? '');
  return recorded && recorded.badges.length > 0 ? recorded : null;
}

const usedBy = ({ training }: Books, member: string | null): ReadonlyMap<string, string> =>
  training.used.get(member ?? '') ?? new Map();

function trainedAs(books: Books, member: string | null): Trained | null {
  const recorded = books.members.get(member ?? '');
  return recorded ? { member: recorded, usedDay: usedBy(books, member) } : null;
}

const planOf = ({ plans }: Workshop, member: MemberRecorded | null): Plan | null =>
  plans?.[member?.plan ?? ''] ?? null;

/** Refused here within a minute, with a badge that is still theirs. */
function learnerAt(books: Books, { workshop, entry }: About, machine: string): TapFacts['learner'] {
  const waiting = books.training.learners.get(machine);
  if (!waiting || entry.monoMs - waiting.monoMs > 60_000) return null;
  const trained = trainedAs(books, waiting.member);
  if (!trained?.member.badges.includes(waiting.badge)) return null;
  return {
    ...trained,
    plan: planOf(workshop, trained.member),
    isInside: books.inside.has(waiting.member),
  };
}

export function endOf(
  books: Books,
  about: {
    readonly held: Holding;
    readonly ending: Entry & { readonly type: 'session-ending' };
    readonly workshop: Workshop;
    readonly shadow: Pick<State, 'switches' | 'schedule'>;
  },
): EndFacts {
  const { held, ending, workshop, shadow } = about;
  const { machine: id, tap } = ending.data;
  const machine = workshop.machines[id] ?? null;
  const holder = trainedAs(books, held.member);
  const isOn = (fed: string | null | undefined): boolean =>
    fed == null || shadow.switches.get(fed)?.on === true;
  return {
    machine,
    holder,
    badge: held.badge,
    trainer: trainedAs(books, held.trainer),
    learning: held.learning,
    isBypassed: held.isBypassed,
    heldMs: ending.monoMs - held.fromMonoMs,
    hasCeiling: books.limited.has(held.session),
    isByTap: tap !== null,
    isLit: isOn(machine?.switch) && isOn(machine?.enable),
    isTurnOver: isTurnOver(shadow, { id, pool: machine?.pool ?? '', atMs: ending.atMs }),
    isTaught: books.holders.get(id)?.trainer === held.member,
    kinds: workshop.certificates,
    plan: planOf(workshop, holder?.member ?? null),
    isClockSet: books.isClockSet,
    today: localDay(ending.atMs),
    atMs: ending.atMs,
    space: workshop.space,
    inside: books.inside.size,
    isLocked: books.locks.has(id),
    isLatched: books.latches.has(id),
    badMonitors: badMonitorsAt(books, id, machine).length,
  };
}

function isTurnOver(
  { schedule }: Pick<State, 'schedule'>,
  { id, pool, atMs }: { id: string; pool: string; atMs: number },
): boolean {
  const tickets = [...(schedule.queues.get(pool)?.tickets.values() ?? [])];
  const turn = tickets.find((ticket) => ticket.turn?.machine === id)?.turn;
  return turn?.claimedAtMs != null && turn.claimedAtMs + turn.lengthMs <= atMs;
}

/** One that nobody has heard since the start is silent. */
function badMonitorsAt({ monitors }: Books, id: string, machine: Machine | null): TapFacts['badMonitors'] {
  return Object.keys(machine?.monitors ?? {})
    .map((monitor) => monitors.get(`${id} ${monitor}`) ?? 'silent')
    .filter((how) => how !== 'good');
}
