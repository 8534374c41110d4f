// Lives through a trace under one discipline and notes what became of every job. Everything that is no decision (who comes,
// who gives up, what breaks) is the same for all disciplines.

import { createClockQueue } from '../../../src/domain/replay/clock-queue.ts';
import { type Job, minute, type Outage, startMs, type Trace } from './workload.ts';

const graceMs = 10 * minute;
export const turnoverMs = 5 * minute;

export type Grant = { readonly job: Job; readonly machine: number; readonly lengthMs: number };

/** Decides who is next; told of everything that happens, in order. */
export type Discipline = {
  readonly name: string;
  arrive(job: Job, nowMs: number): void;
  leave(job: Job, nowMs: number): void;
  claimed(job: Job, nowMs: number): void;
  missed(job: Job, nowMs: number): void;
  /** May it go on, though its time is up? By how much? */
  goesOnMs(job: Job, nowMs: number): number;
  ended(job: Job, nowMs: number): void;
  /** One turn that can begin now. */
  next(free: readonly number[], nowMs: number): Grant | null;
  setUsable(machine: number, usable: boolean, nowMs: number): void;
  /** Looked at when nothing happens: something may be due. */
  passed(nowMs: number): void;
};

export type Outcome = {
  readonly job: Job;
  readonly waitMs: number | null;
  readonly servedMs: number;
  readonly overtakenMs: number;
};

export type Run = {
  readonly outcomes: readonly Outcome[];
  readonly usedMs: number;
  readonly grants: number;
  readonly complaints: number;
  /** Member → machine time while somebody waited, and what was theirs of it; milliseconds. */
  readonly contended: ReadonlyMap<string, { used: number; entitled: number }>;
};

type Held = { readonly job: Job; readonly fromMs: number; endMs: number; lengthMs: number };

type Life = {
  readonly trace: Trace;
  readonly discipline: Discipline;
  readonly queue: ReturnType<typeof createClockQueue>;
  readonly waiting: Map<string, Job>;
  readonly held: (Held | null)[];
  readonly readyMs: number[];
  readonly down: boolean[];
  readonly started: Map<string, number>;
  readonly served: Map<string, number>;
  readonly overtaken: Map<string, number>;
  /** Decayed contended use of a member, for complaints: value and its time. */
  readonly use: Map<string, { value: number; atMs: number }>;
  readonly contended: Map<string, { used: number; entitled: number }>;
  nowMs: number;
  usedMs: number;
  grants: number;
  complaints: number;
};

export function runTrace(trace: Trace, discipline: Discipline): Run {
  const { machines } = trace.kind;
  const life: Life = {
    ...{ trace, discipline, queue: createClockQueue(), waiting: new Map(), started: new Map() },
    ...{ served: new Map(), overtaken: new Map(), use: new Map(), contended: new Map() },
    held: Array.from({ length: machines }, () => null),
    readyMs: Array.from({ length: machines }, () => 0),
    down: Array.from({ length: machines }, () => false),
    ...{ nowMs: startMs, usedMs: 0, grants: 0, complaints: 0 },
  };
  for (const job of trace.jobs) life.queue.at(job.atMs, () => arrive(life, job));
  for (const outage of trace.outages) {
    life.queue.at(outage.fromMs, () => breakDown(life, outage));
    life.queue.at(outage.toMs, () => mend(life, outage));
  }
  for (let next = life.queue.next(); next; next = life.queue.next()) {
    count(life, next.atMs);
    life.nowMs = next.atMs;
    next.run();
    discipline.passed(life.nowMs);
    callAll(life);
  }
  const outcomes = trace.jobs.map((job): Outcome => {
    const startedMs = life.started.get(job.id);
    const waitMs = startedMs === undefined ? null : startedMs - job.atMs;
    const of = { servedMs: life.served.get(job.id) ?? 0, overtakenMs: life.overtaken.get(job.id) ?? 0 };
    return { job, waitMs, ...of };
  });
  const { usedMs, grants, complaints, contended } = life;
  return { outcomes, usedMs, grants, complaints, contended };
}

function arrive(life: Life, job: Job): void {
  life.waiting.set(job.id, job);
  life.discipline.arrive(job, life.nowMs);
  life.queue.at(life.nowMs + job.patienceMs, () => {
    if (!life.waiting.delete(job.id)) return;
    life.discipline.leave(job, life.nowMs);
  });
}

function callAll(life: Life): void {
  for (;;) {
    const free = life.held.flatMap((held, machine) =>
      held === null && !life.down[machine] && (life.readyMs[machine] ?? 0) <= life.nowMs ? [machine] : [],
    );
    const grant = life.waiting.size > 0 && free.length > 0 ? life.discipline.next(free, life.nowMs) : null;
    if (!grant) return;
    call(life, grant);
  }
}

function call(life: Life, { job, machine, lengthMs }: Grant): void {
  const { nowMs } = life;
  judge(life, job, lengthMs);
  life.waiting.delete(job.id);
  life.grants += 1;
  const held: Held = { job, fromMs: nowMs, endMs: 0, lengthMs };
  life.held[machine] = held;
  if (!job.comes) {
    life.queue.at(nowMs + graceMs, () => {
      if (life.held[machine] !== held) return;
      life.held[machine] = null;
      life.discipline.missed(job, life.nowMs);
    });
    return;
  }
  if (!life.started.has(job.id)) life.started.set(job.id, nowMs);
  life.queue.at(nowMs + job.claimMs, () => {
    if (life.held[machine] === held) life.discipline.claimed(job, life.nowMs);
  });
  planEnd(life, machine, held);
}

/** A turn ends when the work is done, or when its time is up and nothing more is given. */
function planEnd(life: Life, machine: number, held: Held): void {
  const { job } = held;
  const restMs = job.neededMs - (life.served.get(job.id) ?? 0);
  // Work that is nearly done runs on into the allowance, as people do; what was cut short stops in time.
  const isCut = held.lengthMs < job.askedMs && restMs > held.lengthMs;
  held.endMs = held.fromMs + job.claimMs + (isCut ? held.lengthMs : restMs);
  life.queue.at(held.endMs, () => {
    if (life.held[machine] !== held || held.endMs > life.nowMs) return;
    const more = isCut ? life.discipline.goesOnMs(job, life.nowMs) : 0;
    if (more > 0) {
      held.lengthMs += more;
      planEnd(life, machine, held);
      return;
    }
    end(life, machine, held);
    const leftMs = job.neededMs - (life.served.get(job.id) ?? 0);
    if (leftMs >= 10 * minute) {
      const askedMs = Math.max(10 * minute, job.askedMs - held.lengthMs);
      arrive(life, { ...job, atMs: life.nowMs, askedMs });
    }
  });
}

function end(life: Life, machine: number, { job, fromMs }: Held): void {
  const usedMs = Math.max(0, life.nowMs - fromMs - job.claimMs);
  life.usedMs += usedMs;
  life.served.set(job.id, (life.served.get(job.id) ?? 0) + usedMs);
  life.held[machine] = null;
  life.readyMs[machine] = life.nowMs + turnoverMs;
  life.queue.at(life.nowMs + turnoverMs, () => undefined);
  life.discipline.ended(job, life.nowMs);
}

function breakDown(life: Life, { machine }: Outage): void {
  const held = life.held[machine];
  life.down[machine] = true;
  life.discipline.setUsable(machine, false, life.nowMs);
  if (!held) return;
  if (life.nowMs > held.fromMs + held.job.claimMs && held.job.comes) {
    end(life, machine, held);
    return;
  }
  life.held[machine] = null;
  life.discipline.missed(held.job, life.nowMs);
}

function mend(life: Life, { machine }: Outage): void {
  life.down[machine] = false;
  life.discipline.setUsable(machine, true, life.nowMs);
}

const halfLifeMs = 7 * 24 * 60 * minute;

const useAt = (life: Life, member: string): number => {
  const use = life.use.get(member);
  return use ? use.value * 2 ** ((use.atMs - life.nowMs) / halfLifeMs) : 0;
};

/** A complaint is justified if somebody with an earlier ticket and less contended use still waits. */
function judge(life: Life, job: Job, lengthMs: number): void {
  const mine = useAt(life, job.member);
  let isWrong = false;
  for (const other of life.waiting.values()) {
    if (other.atMs >= job.atMs || other.id === job.id) continue;
    life.overtaken.set(
      other.id,
      (life.overtaken.get(other.id) ?? 0) + (job.comes ? Math.min(job.neededMs, lengthMs) : graceMs),
    );
    isWrong ||= useAt(life, other.member) < mine;
  }
  if (isWrong) life.complaints += 1;
}

/** Shares out the time that passed while somebody waited: equal parts among all who were there, one machine each at most. */
function count(life: Life, toMs: number): void {
  const passedMs = toMs - life.nowMs;
  if (passedMs <= 0 || life.waiting.size === 0) return;
  const running = life.held.filter((held) => held !== null);
  const there = new Set(
    [...life.waiting.values(), ...running.map(({ job }) => job)].map(({ member }) => member),
  );
  const each = Math.min(passedMs, (passedMs * running.length) / there.size);
  const row = (member: string) => {
    const known = life.contended.get(member) ?? { used: 0, entitled: 0 };
    life.contended.set(member, known);
    return known;
  };
  for (const member of there) row(member).entitled += each;
  for (const { job } of running) {
    row(job.member).used += passedMs;
    life.use.set(job.member, { value: useAt(life, job.member) + passedMs, atMs: life.nowMs });
  }
}
