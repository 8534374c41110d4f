// Years of turns in one pool, written as the journal would hold them, without asking the rule: what there is to remember.

import { applySchedule } from '../../../src/domain/schedule/apply-schedule.ts';
import { defaultPolicy } from '../../../src/domain/schedule/policy.ts';
import type { ScheduleBody, ScheduleEvent } from '../../../src/domain/schedule/schedule-entries.ts';
import { emptySchedule, type ScheduleState } from '../../../src/domain/schedule/schedule-state.ts';
import { createSeededChance } from '../../fakes/seeded-chance.ts';
import { dayMs, minute, startMs } from './workload.ts';

export const historyPool = 'lasers';
export const members = 10_000;

const turnsPerDay = 100;

/** `events` only where they were asked for: a million of them would be in the way of what is measured. */
export type History = {
  readonly state: ScheduleState;
  readonly events: readonly ScheduleEvent[];
  readonly nowMs: number;
};

/** Every member has used something; as many turns a day whatever the length of the history. */
export function createHistory(days: number, { isKept = false } = {}): History {
  const chance = createSeededChance(days);
  const state = emptySchedule();
  const events: ScheduleEvent[] = [];
  const put = (body: ScheduleBody, atMs: number): void => {
    const event = { ...body, atMs };
    applySchedule(state, event);
    if (isKept) events.push(event);
  };
  put(
    { type: 'queue-described', data: { pool: historyPool, halfLifeMs: defaultPolicy.halfLifeMs } },
    startMs,
  );
  const turns = Math.max(members, days * turnsPerDay);
  const stepMs = Math.floor((days * dayMs) / turns);
  for (let turn = 0; turn < turns; turn++) {
    const atMs = startMs + turn * stepMs;
    const of = { pool: historyPool, ticket: `h${turn}` };
    const person = turn < members ? turn : chance.below(members);
    const lengthMs = (10 + chance.below(110)) * minute;
    const wish = {
      member: `p${person}`,
      path: pathOf(person),
      askedMs: lengthMs,
      whole: false,
      machines: null,
    };
    put({ type: 'ticket-taken', data: { ...of, ...wish } }, atMs);
    put({ type: 'ticket-callable', data: { ...of, budgetMs: 60 * minute, handicapMs: 0 } }, atMs);
    const granted = {
      machine: `m${turn % 4}`,
      lengthMs,
      tieUpMs: lengthMs,
      chargeMs: lengthMs,
      overtakes: [],
    };
    put({ type: 'turn-granted', data: { ...of, ...granted, code: 'fair-order' } }, atMs);
    put({ type: 'turn-claimed', data: of }, atMs);
    put(
      {
        type: 'turn-ended',
        data: { ...of, chargeMs: Math.floor(lengthMs * chance.next()), readyAtMs: atMs },
      },
      atMs,
    );
  }
  return { state, events, nowMs: startMs + days * dayMs };
}

/** A third of the members are in one of a hundred teams. */
export function pathOf(person: number): { readonly branch: string; readonly weight: number }[] {
  const own = { branch: `member/p${person}`, weight: 1 + (person % 3) };
  return person % 3 === 0 ? [{ branch: `team/t${person % 100}`, weight: 3 }, own] : [own];
}
