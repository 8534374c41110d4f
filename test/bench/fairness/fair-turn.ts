// FairTurn as a discipline: the rule of the domain itself, fed with the same jobs, and what it promised beside what came.

import { applySchedule } from '../../../src/domain/schedule/apply-schedule.ts';
import { decide } from '../../../src/domain/schedule/decide.ts';
import { claimTurn, endTurn, renewTurn } from '../../../src/domain/schedule/hold-turn.ts';
import { defaultPolicy, type SchedulePolicy } from '../../../src/domain/schedule/policy.ts';
import type { ScheduleBody, ScheduleEvent } from '../../../src/domain/schedule/schedule-entries.ts';
import { emptySchedule } from '../../../src/domain/schedule/schedule-state.ts';
import type { PoolMachine, Situation } from '../../../src/domain/schedule/situation.ts';
import {
  comeToQueue,
  leaveQueue,
  type TicketOutcome,
  takeTicket,
} from '../../../src/domain/schedule/take-ticket.ts';
import type { Discipline, Grant } from './run-trace.ts';
import { type Job, minute, type Trace } from './workload.ts';

export type Promised = {
  /** Said when the ticket was taken. */
  readonly likelyErrorMs: number;
  readonly latestSlackMs: number | null;
  readonly waitMs: number;
};

type FairTurnFacts = {
  readonly events: ScheduleEvent[];
  readonly promised: Promised[];
  promises: number;
  voided: number;
  broken: number;
  /** Turns that were cut to what a spent budget had earned. */
  cut: number;
  /** What each decision took, milliseconds of the wall. */
  readonly decisionMs: number[];
};

export function createFairTurn({ kind }: Trace, change: Partial<SchedulePolicy> = {}) {
  const capMs = kind.capMin * minute;
  const policy = { ...defaultPolicy, capMs, peakCapMs: capMs, awayMostMs: 30 * minute, ...change };
  const state = emptySchedule();
  const pool = kind.name;
  const facts: FairTurnFacts = {
    events: [],
    promised: [],
    promises: 0,
    voided: 0,
    broken: 0,
    cut: 0,
    decisionMs: [],
  };
  const jobs = new Map<string, Job>();
  const tickets = new Map<string, string>();
  const first = new Map<
    string,
    { atMs: number; likelyMs: number | null; latestMs: number | null; voided: boolean }
  >();
  let machines: readonly PoolMachine[] = Array.from({ length: kind.machines }, (_, index) => ({
    ...{ machine: `m${index}`, usable: true, heldUntilMs: null, bookedFromMs: null, shortLane: false },
  }));

  const put = (body: ScheduleBody, atMs: number): void => {
    const event = { ...body, atMs };
    applySchedule(state, event);
    facts.events.push(event);
    if (body.type === 'promises-made') notePromises(body.data.promises, atMs);
  };

  function notePromises(
    made: Extract<ScheduleBody, { type: 'promises-made' }>['data']['promises'],
    atMs: number,
  ): void {
    for (const { ticket, latestMs, likelyMs, why } of made) {
      facts.promises += 1;
      const isNew = why === 'first' || why === 'returned';
      if (!isNew) facts.voided += 1;
      const known = first.get(ticket);
      if (known) known.voided ||= !isNew;
      else first.set(ticket, { atMs, likelyMs, latestMs, voided: false });
    }
  }

  const tell = (outcome: TicketOutcome, atMs: number): boolean => {
    if (outcome.ok) for (const body of outcome.events) put(body, atMs);
    return outcome.ok;
  };
  const situation = (nowMs: number): Situation => ({ pool, nowMs, peak: false, machines });
  const deed = (job: Job, nowMs: number) => ({ pool, ticket: tickets.get(job.id) ?? '', nowMs });
  const waiting: Grant[] = [];

  function settle(nowMs: number): void {
    for (;;) {
      const beganMs = performance.now();
      const due = decide(state, policy, situation(nowMs));
      facts.decisionMs.push(performance.now() - beganMs);
      if (due.length === 0) return;
      for (const body of due) {
        if (body.type === 'turn-granted') noteGrant(body.data, nowMs);
        put(body, nowMs);
      }
    }
  }

  function noteGrant(data: { ticket: string; machine: string; lengthMs: number }, nowMs: number): void {
    const job = jobs.get(data.ticket);
    if (!job) throw new RangeError(`nobody asked for ${data.ticket}`);
    const said = first.get(data.ticket);
    const held = state.queues.get(pool)?.tickets.get(data.ticket);
    const latestMs = held?.promise?.latestMs;
    if (latestMs != null && held?.owed === null && nowMs > latestMs) facts.broken += 1;
    const saidAtMs = said?.atMs ?? nowMs;
    facts.promised.push({
      waitMs: nowMs - saidAtMs,
      likelyErrorMs: (said?.likelyMs ?? nowMs) - nowMs,
      latestSlackMs: said?.latestMs == null || said.voided ? null : said.latestMs - nowMs,
    });
    if (data.lengthMs < job.askedMs) facts.cut += 1;
    waiting.push({ job, machine: Number(data.machine.slice(1)), lengthMs: data.lengthMs });
  }

  const discipline: Discipline = {
    name: 'FairTurn',
    arrive(job, nowMs) {
      if (jobs.size === 0)
        put({ type: 'queue-described', data: { pool, halfLifeMs: policy.halfLifeMs } }, nowMs);
      const ticket = `${job.id}-${jobs.size}`;
      const own = { branch: `member/${job.member}`, weight: 1 };
      const path = job.team === null ? [own] : [{ branch: `team/${job.team}`, weight: 4 }, own];
      const wish = {
        pool,
        ticket,
        member: job.member,
        path,
        askedMs: job.askedMs,
        whole: job.whole,
        machines: null,
      };
      jobs.set(ticket, job);
      tickets.set(job.id, ticket);
      if (tell(takeTicket(state, policy, wish), nowMs))
        tell(comeToQueue(state, policy, deed(job, nowMs)), nowMs);
      settle(nowMs);
    },
    leave: (job, nowMs) => void tell(leaveQueue(state, deed(job, nowMs)), nowMs),
    claimed: (job, nowMs) => void tell(claimTurn(state, deed(job, nowMs)), nowMs),
    missed: (job, nowMs) => void tell(leaveQueue(state, deed(job, nowMs)), nowMs),
    goesOnMs(job, nowMs) {
      const wish = { ticket: tickets.get(job.id) ?? '', situation: situation(nowMs) };
      return tell(renewTurn(state, policy, wish), nowMs) ? policy.renewMs : 0;
    },
    ended: (job, nowMs) => void tell(endTurn(state, policy, deed(job, nowMs)), nowMs),
    setUsable(machine, usable) {
      machines = machines.map((one, index) => (index === machine ? { ...one, usable } : one));
    },
    passed: settle,
    next(_free, nowMs) {
      if (waiting.length === 0) settle(nowMs);
      return waiting.shift() ?? null;
    },
  };
  return { discipline, facts, policy, state };
}
