// A workshop of queues without a gateway: a clock that is turned by hand, machines that break and are booked, and every
// event kept, so that a life can be replayed. After each instant the promises of the rule are checked.

import { applySchedule } from '../../../src/domain/schedule/apply-schedule.ts';
import { decide } from '../../../src/domain/schedule/decide.ts';
import { claimTurn, endTurn } from '../../../src/domain/schedule/hold-turn.ts';
import { waitingOf } from '../../../src/domain/schedule/line.ts';
import type { SchedulePolicy } from '../../../src/domain/schedule/policy.ts';
import type { Branch, ScheduleBody, ScheduleEvent } from '../../../src/domain/schedule/schedule-entries.ts';
import {
  emptySchedule,
  type Queue,
  type ScheduleState,
} from '../../../src/domain/schedule/schedule-state.ts';
import {
  freeMachines,
  isEligible,
  type PoolMachine,
  type Situation,
} from '../../../src/domain/schedule/situation.ts';
import {
  comeToQueue,
  goOut,
  leaveQueue,
  type TicketOutcome,
  takeTicket,
} from '../../../src/domain/schedule/take-ticket.ts';
import { voidPromises } from '../../../src/domain/schedule/void-promises.ts';

export const minute = 60_000;
export const pool = 'lasers';

export type Ask = {
  readonly ticket: string;
  readonly member: string;
  readonly team?: string;
  readonly weight?: number;
  readonly teamWeight?: number;
  readonly askedMin: number;
  readonly whole?: boolean;
  readonly machines?: readonly string[];
};

export type QueueWorld = ReturnType<typeof createQueueWorld>;

export function createQueueWorld(policy: SchedulePolicy, machineCount: number) {
  const state: ScheduleState = emptySchedule();
  const events: ScheduleEvent[] = [];
  const broken: string[] = [];
  const counts = { turns: 0, promises: 0, voided: 0, overtakenMostMs: 0 };
  const machines: PoolMachine[] = Array.from({ length: machineCount }, (_, index) => ({
    machine: `m${index}`,
    usable: true,
    heldUntilMs: null,
    bookedFromMs: null,
    shortLane: false,
  }));
  const world = { state, events, broken, counts, machines, policy, nowMs: 1_760_000_000_000, peak: false };

  function put(body: ScheduleBody): void {
    const event = { ...body, atMs: world.nowMs };
    if (body.type === 'turn-granted') judgeGrant(body.data.ticket);
    applySchedule(state, event);
    events.push(event);
    if (body.type === 'promises-made') {
      counts.promises += body.data.promises.length;
      counts.voided += body.data.promises.filter(({ why }) => why !== 'first' && why !== 'returned').length;
    }
  }

  function judgeGrant(ticket: string): void {
    counts.turns += 1;
    const held = queue().tickets.get(ticket);
    const latestMs = held?.promise?.latestMs;
    if (latestMs != null && held?.owed === null && world.nowMs > latestMs)
      broken.push(`T1: ${ticket} called ${(world.nowMs - latestMs) / minute} minutes late`);
  }

  const queue = (): Queue => {
    const found = state.queues.get(pool);
    if (!found) throw new RangeError('the world has no queue');
    return found;
  };

  const situation = (): Situation => ({
    pool,
    nowMs: world.nowMs,
    peak: world.peak,
    machines: world.machines,
  });

  /** Asks the rule until nothing is due, and checks what must then hold. */
  function settle(): void {
    for (let round = 0; ; round++) {
      const due = decide(state, world.policy, situation());
      if (due.length === 0) break;
      if (round > 10_000) throw new RangeError('the rule never has enough');
      for (const body of due) put(body);
    }
    judge();
  }

  function judge(): void {
    const { fair } = waitingOf(state, queue());
    for (const machine of freeMachines(queue(), situation()))
      for (const ticket of fair)
        if (isEligible({ ticket, machine }, world.policy, situation()))
          broken.push(`idle: ${machine.machine} is free and ${ticket.ticket} waits`);
    for (const ticket of fair) {
      if (ticket.promise?.latestMs != null && world.nowMs > ticket.promise.latestMs)
        broken.push(
          `T1: ${ticket.ticket} waits ${(world.nowMs - ticket.promise.latestMs) / minute} min beyond`,
        );
      if (ticket.overtakenMs > counts.overtakenMostMs) counts.overtakenMostMs = ticket.overtakenMs;
    }
  }

  function tell(outcome: TicketOutcome): boolean {
    if (outcome.ok) for (const body of outcome.events) put(body);
    settle();
    return outcome.ok;
  }

  const deed = (ticket: string) => ({ pool, ticket, nowMs: world.nowMs });

  put({ type: 'queue-described', data: { pool, halfLifeMs: policy.halfLifeMs } });
  const take = (ask: Ask): boolean => tell(takeTicket(state, world.policy, wishOf(ask)));
  const come = (ticket: string): boolean => tell(comeToQueue(state, world.policy, deed(ticket)));
  return Object.assign(world, {
    put,
    queue,
    situation,
    settle,
    /** Turns the clock; what is due in between is decided at the minute. */
    pass(minutes: number): void {
      for (let passed = 0; passed < minutes; passed++) {
        world.nowMs += minute;
        settle();
      }
    },
    take,
    come,
    goOut: (ticket: string): boolean => tell(goOut(state, deed(ticket))),
    leave: (ticket: string): boolean => tell(leaveQueue(state, deed(ticket))),
    claim: (ticket: string): boolean => tell(claimTurn(state, deed(ticket))),
    end: (ticket: string): boolean => tell(endTurn(state, world.policy, deed(ticket))),
    setMachine(machine: string, change: Partial<PoolMachine>): void {
      world.machines = world.machines.map((one) => (one.machine === machine ? { ...one, ...change } : one));
      settle();
    },
    /** Members decided otherwise, and it begins now. */
    setPolicy(next: SchedulePolicy): void {
      world.policy = next;
      const { halfLifeMs } = next;
      if (queue().memory.halfLifeMs !== halfLifeMs)
        put({ type: 'queue-described', data: { pool, halfLifeMs } });
      voidPromises(queue(), 'policy');
      settle();
    },
    /** Takes a ticket and is there at once. */
    join: (ask: Ask): boolean => take(ask) && come(ask.ticket),
  });
}

function wishOf({
  ticket,
  member,
  team,
  weight = 1,
  teamWeight = 1,
  askedMin,
  whole = false,
  machines,
}: Ask) {
  const own: Branch = { branch: `member/${member}`, weight };
  const path = team === undefined ? [own] : [{ branch: `team/${team}`, weight: teamWeight }, own];
  return { pool, ticket, member, path, askedMs: askedMin * minute, whole, machines: machines ?? null };
}
