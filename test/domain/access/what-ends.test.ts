// What ends a session by itself: idling, the longest time, the ceiling, a member who may no longer; and what is known of
// it ahead.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideBoot } from '../../../src/domain/access/decide-boot.ts';
import { decideTick } from '../../../src/domain/access/decide-tick.ts';
import { endsOf, isInGrace } from '../../../src/domain/access/what-ends.ts';
import { runningPrice } from '../../../src/domain/billing/running-price.ts';
import { statementOf } from '../../../src/domain/billing/statement.ts';
import type { MemberRecorded } from '../../../src/domain/journal/entry.ts';
import type { Session } from '../../../src/domain/journal/state.ts';
import { type Activity, activities, activityFacts } from '../../../src/domain/machine/activity.ts';
import type { Workshop } from '../../../src/domain/machine/workshop.ts';
import { createHistory, type History } from '../../fakes/history.ts';
import { replayed } from '../../fakes/replay.ts';
import { machineLike, sampleWorkshop } from '../../fakes/sample-workshop.ts';

const idle = { afterS: 900, graceS: 120 };
const limited: Workshop = {
  ...sampleWorkshop,
  machines: {
    ...sampleWorkshop.machines,
    laser: machineLike({ idle, longestS: 12 * 3600 }),
    saw: machineLike({ ...sampleWorkshop.machines.saw, idle: { ...idle, belowW: 10 } }),
  },
};

function held(machine = 'laser', workshop = limited): History {
  const history = createHistory({ workshop });
  history.power(`${machine}-plug`, true);
  history.start(machine, 'anna');
  return history;
}

function tick(history: History, afterMs = 0): string | null {
  history.clock.advance(afterMs);
  const bodies = decideTick(history.state, history.stamp());
  history.add(...bodies);
  const ending = bodies.find(({ type }) => type === 'session-ending');
  return ending?.type === 'session-ending' ? ending.data.cause : null;
}

const sessionOn = (history: History, machine = 'laser'): Session => {
  const session = history.state.sessions.get(machine);
  if (!session) throw new Error(`nobody holds ${machine}`);
  return session;
};

const ends = (history: History) => endsOf(history.state, sessionOn(history), history.stamp());

describe('idling', () => {
  it('is warned of after its time, and ends after the grace', () => {
    const history = held();
    history.report('laser', 'idle');
    const fromMs = history.stamp().atMs;
    tick(history, 899_999);
    expect(ends(history).some(({ cause }) => cause === 'idle')).toBe(false);
    expect(tick(history, 1)).toBeNull();
    expect(ends(history)[0]).toEqual({ cause: 'idle', atMs: fromMs + 1_020_000 });
    expect(tick(history, 119_999)).toBeNull();
    expect(tick(history, 1)).toBe('idle');
  });

  it('begins anew when the holder keeps it', () => {
    const history = held();
    history.report('laser', 'idle');
    tick(history, 1_000_000);
    expect(isInGrace(history.state, sessionOn(history), history.stamp())).toBe(true);
    const { session, machine } = sessionOn(history);
    history.add({ type: 'session-kept', data: { session, machine, reader: null, tap: null } });
    expect(isInGrace(history.state, sessionOn(history), history.stamp())).toBe(false);
    expect(tick(history, 1_019_999)).toBeNull();
    expect(tick(history, 1)).toBe('idle');
    expect(replayed(history.entries)).toEqual(history.state);
  });

  it.each(activities.map((activity) => ({ activity, quiet: activityFacts[activity].class === 'quiet' })))(
    'inv. 7: $activity ends by it: $quiet',
    ({ activity, quiet }) => {
      const history = held();
      history.report('laser', activity);
      expect(tick(history, 1_020_000) === 'idle').toBe(quiet);
    },
  );

  it.each([
    { link: 'lost', confidence: 'reported' },
    { link: 'up', confidence: 'stale' },
  ] as const)('inv. 7: is not believed of $link, $confidence', (change) => {
    const history = held();
    history.report('laser', 'idle', change);
    expect(tick(history, 10_000_000)).toBeNull();
  });

  it('never comes during a job, whatever the controller shows', () => {
    const quiet = fc.constantFrom<Activity>('idle', 'sleeping', 'alarm', 'estop', 'check');
    fc.assert(
      fc.property(fc.array(fc.tuple(quiet, fc.nat(29_000)), { maxLength: 100 }), (steps) => {
        const history = held();
        history.report('laser', 'idle');
        history.job('laser', 'job-1');
        for (const [activity, ms] of steps) {
          history.report('laser', activity);
          expect(tick(history, ms)).not.toBe('idle');
        }
        expect(sessionOn(history).phase).toBe('active');
      }),
      { numRuns: 50 },
    );
  });

  it('counts from when it was last seen to move, and from the restart', () => {
    const history = held();
    history.report('laser', 'idle');
    tick(history, 800_000);
    history.report('laser', 'running');
    history.report('laser', 'idle');
    expect(tick(history, 800_000)).toBeNull();
    history.boot();
    expect(tick(history, 800_000)).toBeNull();
    history.report('laser', 'idle');
    expect(tick(history, 1_019_999)).toBeNull();
    expect(tick(history, 1)).toBe('idle');
  });

  it.each([
    ['low', 'idle'],
    ['some', null],
    ['unknown', null],
  ] as const)('of a machine without a controller goes by its draw: %s', (draw, cause) => {
    const history = held('saw');
    history.add({ type: 'draw-changed', data: { machine: 'saw', draw } });
    expect(tick(history, 1_020_000)).toBe(cause);
  });
});

describe('the longest session', () => {
  const longestMs = 12 * 3_600_000;

  it('ends by the time that it was held, over restarts too', () => {
    const history = held();
    tick(history, longestMs / 2);
    history.clock.advance(1_000);
    history.boot({ last: 'now' });
    expect(ends(history)).toEqual([{ cause: 'longest', atMs: history.stamp().atMs + longestMs / 2 - 1_000 }]);
    expect(tick(history, longestMs / 2 - 1_001)).toBeNull();
    expect(tick(history, 1)).toBe('longest');
  });

  it('inv. 4: is not reached by a clock that jumps', () => {
    const history = held();
    history.clock.jump(100 * longestMs);
    expect(tick(history, 1_000)).toBeNull();
  });

  it('has no end where the machine says none', () => {
    const history = held('mill');
    expect(tick(history, 100 * longestMs)).toBeNull();
  });
});

describe('whoever may no longer hold it', () => {
  const rows: readonly [string, Partial<MemberRecorded>, string | null][] = [
    ['suspended', { status: 'suspended' }, 'suspension'],
    ['certificate gone', { certificates: [] }, 'certificate'],
    [
      'certificate ended',
      { certificates: [{ certificate: 'laser-basic', until: '2026-11-21' }] },
      'certificate',
    ],
    ['certificate of today', { certificates: [{ certificate: 'laser-basic', until: '2026-11-22' }] }, null],
    ['badge gone', { badges: [] }, 'badge-lost'],
    ['another badge more', { badges: ['badge-anna', 'badge-new'] }, null],
    ['another team', { team: 'acme' }, null],
  ];

  it.each(rows)('%s', (_, change, cause) => {
    const history = held();
    history.member('anna', change);
    expect(tick(history)).toBe(cause);
  });

  it('is told of the midnight at which a certificate ends, and held to it', () => {
    const history = held();
    history.report('laser', 'running');
    history.member('anna', { certificates: [{ certificate: 'laser-basic', until: '2026-11-22' }] });
    const midnightMs = Date.parse('2026-11-23T00:00:00+01:00');
    expect(ends(history).find(({ cause }) => cause === 'certificate')?.atMs).toBe(midnightMs);
    history.clock.advance(midnightMs - history.stamp().atMs - 1);
    // Twelve hours have not passed.
    expect(['longest', null]).toContain(tick(history));
  });

  it('inv. 4: is not judged by a clock that is not set', () => {
    const history = held();
    history.member('anna', { certificates: [{ certificate: 'laser-basic', until: '2026-11-21' }] });
    history.boot({ synchronised: false });
    expect(tick(history, 1_000)).toBeNull();
    expect(ends(history).some(({ cause }) => cause === 'certificate')).toBe(false);
  });
});

/** As the gateway starts again, with a sign of life up to its end. */
function reboot(history: History): void {
  const { boot } = history.state;
  const last = boot === null ? null : { boot, ...history.stamp() };
  history.clock.boot();
  const begun = { boot: `again-${history.state.seq}`, version: '0', synchronised: true, last };
  history.add(...decideBoot(history.state, begun));
}

describe('the ceiling', () => {
  function limitedTo(minor: string, machine = 'laser'): History {
    const history = held(machine);
    const { session } = sessionOn(history, machine);
    history.add({ type: 'ceiling-set', data: { session, machine, minor } });
    return history;
  }
  const bill = (history: History): bigint =>
    statementOf(history.entries, '2026-11').reduce((total, { minor }) => total + minor, 0n);

  it('ends the session at the instant at which it is reached, however late it is looked at', () => {
    // 10.00 an hour: 5.00 are half an hour.
    const history = limitedTo('500');
    history.report('laser', 'running');
    const fromMs = history.stamp().atMs;
    expect(ends(history)[0]).toEqual({ cause: 'ceiling', atMs: fromMs + 1_800_000 });
    expect(tick(history, 1_799_999)).toBeNull();
    expect(tick(history, 400)).toBe('ceiling');
    expect(bill(history)).toBe(500n);
    const last = history.entries.findLast(({ type }) => type === 'segment-closed');
    expect(last?.data).toMatchObject({ toMs: fromMs + 1_800_000 });
    expect(replayed(history.entries)).toEqual(history.state);
  });

  it('is not near while nothing is billed', () => {
    const history = limitedTo('1');
    history.report('laser', 'paused');
    expect(ends(history).some(({ cause }) => cause === 'ceiling')).toBe(false);
    expect(tick(history, 36_000)).toBeNull();
  });

  it('is kept by a restart in between', () => {
    const history = limitedTo('100');
    history.report('laser', 'running');
    tick(history, 200_000);
    reboot(history);
    history.report('laser', 'running');
    history.power('laser-plug', true);
    expect(runningPrice(history.state, sessionOn(history), history.stamp())?.minor).toBe(56n);
    expect(tick(history, 159_000)).toBeNull();
    expect(tick(history, 1_000)).toBe('ceiling');
    expect(bill(history)).toBe(100n);
  });

  it('inv. 5: no bill is above it, whatever happens and whenever it is looked at; and the running price is the bill', () => {
    const deed = fc.oneof(
      fc.record({ kind: fc.constant('report' as const), activity: fc.constantFrom<Activity>(...activities) }),
      fc.record({ kind: fc.constant('tick' as const) }),
      fc.record({ kind: fc.constant('boot' as const) }),
      fc.record({ kind: fc.constant('power' as const), on: fc.boolean() }),
    );
    const life = fc.array(fc.tuple(deed, fc.nat(500_000)), { maxLength: 25 });
    fc.assert(
      fc.property(life, fc.integer({ min: 1, max: 900 }), (deeds, ceiling) => {
        const history = limitedTo(String(ceiling));
        for (const [one, ms] of deeds) {
          history.clock.advance(ms);
          if (one.kind === 'report') history.report('laser', one.activity);
          if (one.kind === 'power') history.power('laser-plug', one.on);
          if (one.kind === 'boot') reboot(history);
          if (one.kind === 'tick') tick(history);
        }
        const session = history.state.sessions.get('laser');
        const price = session ? runningPrice(history.state, session, history.stamp()) : null;
        if (session?.phase === 'active') {
          history.member('anna', { status: 'suspended' });
          tick(history);
          expect(bill(history)).toBe(price?.minor);
        }
        expect(bill(history) <= BigInt(ceiling)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
