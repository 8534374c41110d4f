// Turns as access sees them, as tables: what a tap becomes by the state of the queue, what time brings about, and what is
// usable. The whole way through the gateway stands in test/gateway/turns.test.ts.

import { describe, expect, it } from 'vitest';
import { decideTap } from '../../../src/domain/access/decide-tap.ts';
import { decideTurns } from '../../../src/domain/access/decide-turns.ts';
import { noWishes } from '../../../src/domain/access/tap-decision.ts';
import { inTurnAt, situationOf, turnEndMs } from '../../../src/domain/access/turn-at.ts';
import { endsOf } from '../../../src/domain/access/what-ends.ts';
import { emptyDiaryContext } from '../../../src/domain/diary/diary-context.ts';
import { pointsOf } from '../../../src/domain/diary/points-of.ts';
import type { EntryBody } from '../../../src/domain/journal/entry.ts';
import { createHistory, type History } from '../../fakes/history.ts';
import { decideTo } from '../../fakes/policy.ts';

const minute = 60_000;
const pool = 'lasers';

/** Anna and Bruno may use the laser, whose pool has turns. */
function queued(): History {
  const history = createHistory();
  decideTo(history, { pools: { lasers: {} } });
  return history;
}

let taps = 0;
function tap(history: History, member: string) {
  taps += 1;
  const badge = history.state.members.get(member)?.badges[0] ?? '';
  const request = {
    ...{ reader: 'front', tap: `door:${taps}`, machine: null, replayed: false, pin: 'none' as const },
    ...{ badge: { badge, member, counter: null }, newSession: `id-${taps}`, wishes: noWishes },
  };
  const decision = decideTap(history.state, request, history.stamp());
  history.add(...decision.bodies);
  return decision;
}

const typesOf = (bodies: readonly EntryBody[]): readonly string[] => bodies.map(({ type }) => type);

/** What time brings about, until nothing is due. */
function settle(history: History): readonly string[] {
  const types: string[] = [];
  for (let due = decideTurns(history.state, history.stamp()); due.length > 0; ) {
    history.add(...due);
    types.push(...typesOf(due));
    due = decideTurns(history.state, history.stamp());
  }
  return types;
}

function endSession(history: History): void {
  const session = history.state.sessions.get('laser')?.session ?? '';
  const of = { session, machine: 'laser' };
  history.add({ type: 'session-ending', data: { ...of, cause: 'second-tap', reader: null, tap: null } });
  history.add({ type: 'session-ended', data: { ...of, power: 'off' } });
}

describe('a tap in a pool with turns', () => {
  it('at a free machine: a session, and a turn in the same commit', () => {
    const decision = tap(queued(), 'anna');
    expect(decision).toMatchObject({ outcome: 'granted', code: 'granted' });
    const walkUp = ['ticket-taken', 'ticket-callable', 'turn-granted', 'turn-claimed'];
    expect(typesOf(decision.bodies)).toEqual([...walkUp, 'session-started']);
  });

  it('inv. 6: at a held machine: a ticket and a promise, and no session is touched', () => {
    const history = queued();
    tap(history, 'anna');
    const before = structuredClone(history.state.sessions);
    const decision = tap(history, 'bruno');
    expect(decision).toMatchObject({ outcome: 'queued', code: 'queued', values: { place: '1' } });
    expect(typesOf(decision.bodies)).toEqual([
      ...['ticket-taken', 'ticket-callable', 'promises-made', 'tap-queued'],
    ]);
    expect(history.state.sessions).toEqual(before);
  });

  it('inv. 6: of a card that nobody holds, it changes no queue', () => {
    const history = queued();
    tap(history, 'anna');
    const before = structuredClone(history.state.schedule);
    expect(tap(history, 'nobody')).toMatchObject({ outcome: 'refused', code: 'badge-unknown' });
    expect(history.state.schedule).toEqual(before);
  });

  it('in the turnover, of the only one who waits: it begins at once', () => {
    const history = queued();
    tap(history, 'anna');
    tap(history, 'bruno');
    endSession(history);
    expect(settle(history)).toEqual(['turn-ended']);
    expect(tap(history, 'bruno')).toMatchObject({ outcome: 'granted', code: 'granted' });
  });
});

describe('time in a pool with turns', () => {
  it('ends a turn when it has no session, and calls the next after the turnover', () => {
    const history = queued();
    tap(history, 'anna');
    tap(history, 'bruno');
    endSession(history);
    expect(settle(history)).toEqual(['turn-ended']);
    history.clock.advance(5 * minute);
    expect(settle(history)).toEqual(['turn-granted']);
    history.clock.advance(10 * minute);
    expect(settle(history)).toEqual(['ticket-parked']);
    history.clock.advance(120 * minute);
    expect(settle(history)).toEqual(['ticket-dropped']);
  });

  it('knows the end of a turn ahead, and moves it while nobody waits', () => {
    const history = queued();
    tap(history, 'anna');
    const startMs = history.stamp().atMs;
    const at = { id: 'laser', pool };
    const session = history.state.sessions.get('laser');
    if (!session) throw new Error('nobody holds the laser');
    expect(turnEndMs(history.state, at)).toBe(startMs + 60 * minute);
    expect(endsOf(history.state, session, history.stamp())).toContainEqual({
      cause: 'turn',
      atMs: startMs + 60 * minute,
    });
    history.clock.advance(49 * minute - 1);
    expect(settle(history)).toEqual([]);
    history.clock.advance(1);
    expect(settle(history)).toEqual(['turn-renewed']);
    expect(turnEndMs(history.state, at)).toBe(startMs + 90 * minute);
    tap(history, 'bruno');
    history.clock.advance(35 * minute);
    expect(settle(history)).not.toContain('turn-renewed');
  });

  it.each<[string, EntryBody]>([
    ['locked', { type: 'machine-locked', data: { machine: 'laser', by: 'anna', lock: 'after' } }],
    [
      'out of order',
      {
        type: 'machine-mode-set',
        data: {
          machine: 'laser',
          mode: 'out-of-order',
          by: 'anna',
          note: null,
          noteDigest: null,
          photo: null,
        },
      },
    ],
  ])('calls nobody to a machine that is %s', (_why, body) => {
    const history = queued();
    tap(history, 'anna');
    tap(history, 'bruno');
    endSession(history);
    settle(history);
    history.add(body);
    history.clock.advance(5 * minute);
    expect(settle(history)).not.toContain('turn-granted');
    const at = inTurnAt(history.state, pool);
    if (!at) throw new Error('the lasers have no queue');
    expect(situationOf(history.state, at, history.stamp()).machines).toMatchObject([{ usable: false }]);
  });
});

it('the diary is told how many wait, for how long, and the latest start', () => {
  const history = queued();
  tap(history, 'anna');
  tap(history, 'bruno');
  endSession(history);
  settle(history);
  history.clock.advance(5 * minute);
  settle(history);
  const context = emptyDiaryContext();
  const points = history.entries.flatMap((entry) => pointsOf(entry, context));
  const told = points.filter(({ measurement }) => measurement === 'queue');
  expect(told.map(({ fields }) => fields.waiting)).toEqual([1, 0, 1, 1, 0]);
  expect(told.at(3)).toMatchObject({ tags: { pool }, fields: { longest_wait_s: 0 } });
  expect(told.at(3)?.fields.latest_start_s).toBeGreaterThan(60 * 60);
});
