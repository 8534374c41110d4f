// How long one decision takes with 200 tickets among 10,000 members, after five years and after a month; and how long it
// takes to replay a year.

import { applySchedule } from '../../../src/domain/schedule/apply-schedule.ts';
import { decide } from '../../../src/domain/schedule/decide.ts';
import { claimTurn, endTurn } from '../../../src/domain/schedule/hold-turn.ts';
import { defaultPolicy } from '../../../src/domain/schedule/policy.ts';
import { emptySchedule, type Ticket } from '../../../src/domain/schedule/schedule-state.ts';
import { comeToQueue, type TicketOutcome, takeTicket } from '../../../src/domain/schedule/take-ticket.ts';
import { type Figure, figure } from '../benchmark.ts';
import { median, percentile } from '../percentile.ts';
import { createHistory, type History, members, pathOf, historyPool as pool } from './history.ts';
import { minute } from './workload.ts';

const tickets = 200;
const rounds = 1_500;
const warmUp = 500;

export function decisionFigures(): readonly Figure[] {
  const years = createHistory(5 * 365);
  const month = createHistory(30);
  const long: number[] = [];
  const short: number[] = [];
  // In turns, so that whatever else this computer does is done to both.
  const lives = [lifeOf(years), lifeOf(month)] as const;
  for (let round = 0; round < rounds; round++) {
    const isWarm = round >= warmUp;
    for (const [index, times] of [long, short].entries()) {
      const taken = lives[index === 0 ? 0 : 1](round);
      if (isWarm) times.push(...taken);
    }
  }
  return [
    figure({
      name: 'fairness-decision-p99',
      value: percentile(long, 0.99),
      unit: 'ms',
      baseline: percentile(short, 0.99),
      target: 1,
      note: `${tickets} tickets, ${members} members, five years, the least of three; baseline: a month`,
    }),
    figure({
      name: 'fairness-decision-history',
      value: median(long) / median(short),
      unit: 'ratio',
      baseline: median(short),
      target: 1.1,
      note: 'the median decision after five years beside that after a month',
    }),
    replayFigure(),
  ];
}

/** One round: a turn ends, the next is called and claims, and somebody takes a ticket; the time of each decision. */
function lifeOf({ state, nowMs: fromMs }: History): (round: number) => readonly number[] {
  const free = { usable: true, heldUntilMs: null, bookedFromMs: null, shortLane: false };
  const machines = [0, 1, 2, 3].map((index) => ({ machine: `m${index}`, ...free }));
  let nowMs = fromMs + minute;
  let person = 0;
  const tell = (outcome: TicketOutcome): void => {
    if (outcome.ok) for (const body of outcome.events) applySchedule(state, { ...body, atMs: nowMs });
  };
  const settle = (): readonly number[] => {
    const times: number[] = [];
    for (;;) {
      const { due, tookMs } = timed(() =>
        decide(state, defaultPolicy, { pool, nowMs, peak: true, machines }),
      );
      times.push(tookMs);
      if (due.length === 0) return times;
      for (const body of due) applySchedule(state, { ...body, atMs: nowMs });
    }
  };
  const join = (ticket: string): void => {
    person = (person + 37) % members;
    const path = pathOf(person);
    const askedMs = (10 + (person % 110)) * minute;
    tell(
      takeTicket(state, defaultPolicy, {
        pool,
        ticket,
        member: `p${person}`,
        path,
        askedMs,
        whole: false,
        machines: null,
      }),
    );
    tell(comeToQueue(state, defaultPolicy, { pool, ticket, nowMs }));
  };
  for (let number = 0; number < tickets + 4; number++) join(`first-${number}`);
  settle();
  return (round) => {
    const queue = state.queues.get(pool);
    const held = [...(queue?.tickets.values() ?? [])].filter(({ turn }) => turn !== null);
    for (const { ticket, phase } of held)
      if (phase === 'called') tell(claimTurn(state, { pool, ticket, nowMs }));
    const endMs = ({ turn }: Ticket): number => (turn?.claimedAtMs ?? 0) + (turn?.lengthMs ?? 0);
    const first = held.toSorted((one, other) => endMs(one) - endMs(other))[0];
    if (!first) throw new RangeError('nobody holds a machine');
    nowMs = Math.max(nowMs, endMs(first));
    tell(endTurn(state, defaultPolicy, { pool, ticket: first.ticket, nowMs }));
    nowMs += defaultPolicy.turnoverMs;
    join(`r${round}`);
    return settle();
  };
}

/** A decision changes nothing, so it can be made again: the least of three is without what else this computer does. */
function timed<T>(decision: () => T): { due: T; tookMs: number } {
  let tookMs = Number.POSITIVE_INFINITY;
  let due = decision();
  for (let round = 0; round < 3; round++) {
    const beganMs = performance.now();
    due = decision();
    tookMs = Math.min(tookMs, performance.now() - beganMs);
  }
  return { due, tookMs };
}

const replayTargetMs = 10_000;

function replayFigure(): Figure {
  const { events } = createHistory(365, { isKept: true });
  const beganMs = performance.now();
  const again = emptySchedule();
  for (const event of events) applySchedule(again, event);
  const value = performance.now() - beganMs;
  const note = `a year of ${events.length} events in one pool`;
  return figure({ name: 'fairness-replay-year', value, unit: 'ms', target: replayTargetMs, note });
}
