// What a replay takes from the journal: sessions of a pool without a queue, machines that were out or held, calls that were
// missed because the doors had closed, and the policy of each time.

import { describe, expect, it } from 'vitest';
import type { EntryBody } from '../../../src/domain/journal/entry.ts';
import type { Workshop } from '../../../src/domain/machine/workshop.ts';
import { demandOf } from '../../../src/domain/replay/demand-of.ts';
import { createHistory, type History } from '../../fakes/history.ts';
import { decideTo } from '../../fakes/policy.ts';
import { sampleWorkshop } from '../../fakes/sample-workshop.ts';

const minute = 60_000;

function traceOf(history: History) {
  const fromMs = history.entries[0]?.atMs ?? 0;
  const toMs = history.stamp().atMs + 1;
  return demandOf(history.entries, { fromMs, toMs, beginsMs: fromMs, endsMs: toMs });
}

function end(history: History, machine: string): void {
  const session = history.state.sessions.get(machine)?.session ?? '';
  history.add({ type: 'session-ended', data: { session, machine, power: 'off' } });
}

describe('demands', () => {
  it('are the sessions where there is no queue, also one that was handed over', () => {
    const history = createHistory();
    history.member('anna', { team: 'blue', certificates: [] });
    history.member('bruno', { team: 'blue' });
    const startMs = history.stamp().atMs;
    const { session } = history.start('laser', 'anna');
    history.clock.advance(20 * minute);
    history.add({
      type: 'session-handed-over',
      data: {
        ...{ from: session, to: 'next', machine: 'laser', pool: 'lasers', member: 'bruno', team: 'blue' },
        ...{ costCode: null, badge: 'badge-bruno', reader: 'front', tap: 'door:2' },
      },
    });
    history.clock.advance(10 * minute);
    end(history, 'laser');
    const { demands, holds } = traceOf(history);
    expect(holds).toEqual([]);
    const of = { pool: 'lasers', tappedAt: 'laser', team: 'blue', teamSize: 2, missed: [], machines: null };
    expect(demands).toMatchObject([
      { ...of, member: 'anna', atMs: startMs, calledAtMs: startMs, useMs: 20 * minute },
      { ...of, member: 'bruno', atMs: startMs + 20 * minute, useMs: 10 * minute },
    ]);
  });

  it('are not sessions that hold a machine beside its queue', () => {
    const history = createHistory();
    decideTo(history, { pools: { lasers: {} } });
    const fromMs = history.stamp().atMs;
    history.start('laser', 'anna');
    history.clock.advance(20 * minute);
    end(history, 'laser');
    const { demands, holds } = traceOf(history);
    expect(demands).toEqual([]);
    expect(holds).toEqual([{ machine: 'laser', fromMs, toMs: fromMs + 20 * minute }]);
  });

  it('know a call that was missed because the doors had closed from one that nobody came to', () => {
    const open = {
      open: [{ days: ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'], from: '08:00', to: '12:00' }],
      closed: [],
    };
    const space: Workshop['space'] = { ...sampleWorkshop.space, hours: open as never };
    const history = createHistory({ workshop: { ...sampleWorkshop, space } });
    decideTo(history, { pools: { lasers: {} } });
    const of = { pool: 'lasers', ticket: 't' };
    const wish = { member: 'anna', path: [], askedMs: 60 * minute, whole: false, machines: null };
    const grant = {
      lengthMs: 60 * minute,
      tieUpMs: 0,
      chargeMs: 0,
      code: 'fair-order',
      overtakes: [],
    } as const;
    const steps: readonly (readonly [hours: number, ...bodies: EntryBody[]])[] = [
      [0, { type: 'queue-described', data: { pool: 'lasers', halfLifeMs: 60 * minute } }],
      [
        1,
        { type: 'ticket-taken', data: { ...of, ...wish } },
        { type: 'ticket-callable', data: { ...of, budgetMs: 0, handicapMs: 0 } },
      ],
      [23, { type: 'turn-granted', data: { ...of, machine: 'laser', ...grant } }],
      [1, { type: 'ticket-parked', data: of }],
      [2, { type: 'ticket-dropped', data: { ...of, why: 'expired' } }],
    ];
    for (const [hours, ...bodies] of steps) {
      history.clock.advance(hours * 60 * minute);
      history.add(...bodies);
    }
    const { demands, machines } = traceOf(history);
    const closingMs = machines.find(({ machine }) => machine === 'laser')?.closed.at(0)?.fromMs;
    // The history begins at nine in Rome.
    expect(closingMs).toBe((history.entries[0]?.atMs ?? 0) + 3 * 60 * minute);
    expect(demands).toMatchObject([{ missed: [], leavesAtMs: closingMs, calledAtMs: null }]);
  });
});

describe('machines and rules', () => {
  it('are out while locked, and rules count from when they were described', () => {
    const history = createHistory();
    const startMs = history.stamp().atMs;
    history.clock.advance(5 * minute);
    history.add({ type: 'machine-locked', data: { machine: 'laser', by: 'anna', lock: 'after' } });
    history.clock.advance(5 * minute);
    history.add({ type: 'machine-unlocked', data: { machine: 'laser', by: 'anna' } });
    decideTo(history, { pools: { lasers: { minutes: 45 } } });
    history.clock.advance(5 * minute);
    const { machines, rules } = traceOf(history);
    const spans = [{ fromMs: startMs + 5 * minute, toMs: startMs + 10 * minute }];
    expect(machines.find(({ machine }) => machine === 'laser')).toMatchObject({ closed: [], broken: spans });
    expect(rules.map(({ fromMs, pools }) => [fromMs - startMs, pools.get('lasers')?.minutes])).toEqual([
      [0, undefined],
      [10 * minute, 45],
    ]);
  });

  it('have the weights of the policy that counts', () => {
    const history = createHistory();
    decideTo(history, { pools: { mills: { minutes: 30 } }, weights: { blue: 150 } });
    const { rules } = traceOf(history);
    expect([...(rules.at(-1)?.pools.keys() ?? [])]).toEqual(['mills']);
    expect(rules.at(-1)?.weights.get('blue')).toBe(150);
  });
});
