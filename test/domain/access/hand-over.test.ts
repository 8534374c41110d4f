// Handing over: one instant, no darkness, every millisecond once, and a no that leaves the holder undisturbed.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideTap } from '../../../src/domain/access/decide-tap.ts';
import { handOverMs } from '../../../src/domain/access/hand-over.ts';
import type { TapRequest } from '../../../src/domain/access/tap-decision.ts';
import { statementOf } from '../../../src/domain/billing/statement.ts';
import type { Workshop } from '../../../src/domain/machine/workshop.ts';
import { createHistory, type History } from '../../fakes/history.ts';
import { replayed } from '../../fakes/replay.ts';
import { machineLike, sampleWorkshop } from '../../fakes/sample-workshop.ts';

const teamWorkshop: Workshop = {
  ...sampleWorkshop,
  machines: { ...sampleWorkshop.machines, laser: machineLike({ handOver: 'team' }) },
};

/** Taps, applies; what was decided. */
function tap(history: History, member: string, change: Partial<TapRequest> = {}) {
  const request: TapRequest = {
    reader: 'front',
    tap: `b:${history.state.seq + 100}`,
    machine: null,
    badge: { badge: `badge-${member}`, member, counter: null },
    replayed: false,
    pin: 'none',
    newSession: `session-${history.state.seq + 1}`,
    ...change,
  };
  const decision = decideTap(history.state, request, history.stamp());
  history.add(...decision.bodies);
  return decision;
}

const offer = { wishes: { handOver: true, costCode: null, ceilingMinor: null } };

/** Anna holds the laser, which runs. */
function held(workshop = sampleWorkshop): History {
  const history = createHistory({ workshop });
  history.power('laser-plug', true);
  tap(history, 'anna');
  history.report('laser', 'running');
  return history;
}

describe('a hand-over', () => {
  it('closes one session and begins the next at one instant, with the power as it was', () => {
    const history = held();
    const from = history.state.sessions.get('laser')?.session;
    history.clock.advance(10_000);
    expect(tap(history, 'anna', offer)).toMatchObject({ outcome: 'notice', code: 'hand-over-opened' });
    history.clock.advance(5_000);
    const decision = tap(history, 'bruno');
    expect(decision).toMatchObject({ outcome: 'granted', code: 'handed-over' });
    expect(decision.bodies).toMatchObject([
      { type: 'segment-closed', data: { session: from, member: 'anna', clocks: { loadedMs: 15_000 } } },
      {
        type: 'session-handed-over',
        data: { from, machine: 'laser', member: 'bruno', badge: 'badge-bruno' },
      },
    ]);
    const now = history.state.sessions.get('laser');
    expect(now).toMatchObject({ member: 'bruno', phase: 'active', powerUnsure: false, segmentIndex: 0 });
    expect(now?.segment).toMatchObject({ fromMs: history.state.lastAtMs, clocks: { loadedMs: 0 } });
    expect(replayed(history.entries)).toEqual(history.state);
  });

  it.each([
    ['in time', handOverMs - 1, 'granted'],
    ['too late', handOverMs, 'refused'],
  ] as const)('stands open for a minute: %s', (_, afterMs, outcome) => {
    const history = held();
    tap(history, 'anna', offer);
    history.clock.advance(afterMs);
    expect(tap(history, 'bruno').outcome).toBe(outcome);
  });

  it('says that a job comes with it, also one that is held', () => {
    const history = held();
    history.job('laser', 'job-1');
    history.report('laser', 'paused');
    tap(history, 'anna', offer);
    expect(tap(history, 'bruno')).toMatchObject({ outcome: 'granted', code: 'handed-over-job' });
    expect(history.state.machines.get('laser')?.job).toBe('job-1');
  });

  it.each([
    ['in time', 15_000, 'granted'],
    ['too late', 20_000, 'refused'],
  ] as const)('inv. 4: stands over restarts, for the rest of its minute: %s', (_, awayMs, outcome) => {
    const history = held();
    tap(history, 'anna', offer);
    history.clock.advance(20_000);
    history.boot({ last: 'now' });
    history.clock.advance(20_000);
    history.report('laser', 'running');
    history.clock.advance(awayMs);
    history.boot();
    expect(tap(history, 'bruno').outcome).toBe(outcome);
    expect(replayed(history.entries)).toEqual(history.state);
  });

  it('inv. 4: stands over a restart with a clock that is not set, for what was seen of its minute', () => {
    const history = held();
    tap(history, 'anna', offer);
    history.clock.advance(50_000);
    history.report('laser', 'paused');
    history.clock.advance(1_000_000);
    history.boot({ synchronised: false });
    history.clock.advance(10_000);
    expect(tap(history, 'bruno')).toMatchObject({ outcome: 'refused' });
  });

  it('ends by the second tap of whoever offered it', () => {
    const history = held();
    tap(history, 'anna', offer);
    expect(tap(history, 'anna').outcome).toBe('ended');
    expect(tap(history, 'bruno')).toMatchObject({ outcome: 'refused', code: 'machine-ending' });
  });

  it.each([
    ['the same team', 'acme', 'acme', 'granted'],
    ['another team', 'acme', 'other', 'refused'],
    ['no team', null, null, 'refused'],
  ] as const)('within a team needs no offer: %s', (_, first, second, outcome) => {
    const history = createHistory({ workshop: teamWorkshop });
    history.member('anna', { team: first });
    history.member('bruno', { team: second });
    tap(history, 'anna');
    expect(tap(history, 'bruno').outcome).toBe(outcome);
  });

  it('within a team is not enough where the machine wants to be asked', () => {
    const history = createHistory();
    history.member('anna', { team: 'acme' });
    history.member('bruno', { team: 'acme' });
    tap(history, 'anna');
    expect(tap(history, 'bruno').outcome).toBe('refused');
  });

  it('inv. 6: refused by any rule, it changes nothing', () => {
    const nos = fc.constantFrom(
      { change: { status: 'suspended' as const }, code: 'member-suspended' },
      { change: { certificates: [] }, code: 'certificate-missing' },
      {
        change: { certificates: [{ certificate: 'laser-basic', until: '2026-01-01' }] },
        code: 'certificate-expired',
      },
    );
    fc.assert(
      fc.property(nos, fc.nat(59_000), ({ change, code }, afterMs) => {
        const history = held();
        tap(history, 'anna', offer);
        history.clock.advance(afterMs);
        history.member('bruno', change);
        const before = structuredClone(history.state.sessions);
        expect(tap(history, 'bruno')).toMatchObject({ outcome: 'refused', code });
        expect(history.state.sessions).toEqual(before);
      }),
    );
  });

  it('is refused with a cost code that is not there', () => {
    const history = held();
    tap(history, 'anna', offer);
    const wishes = { handOver: false, costCode: 'nothing', ceilingMinor: null };
    expect(tap(history, 'bruno', { wishes })).toMatchObject({ code: 'cost-code-unknown' });
    expect(history.state.sessions.get('laser')?.member).toBe('anna');
  });

  it('inv. 5: both bills together are the metering of one session that was not split, at any instant', () => {
    const activity = fc.constantFrom('running', 'paused', 'idle', 'unknown') as fc.Arbitrary<'running'>;
    const steps = fc.array(fc.tuple(activity, fc.integer({ min: 1, max: 400_000 })), { minLength: 1 });
    fc.assert(
      fc.property(steps, fc.nat(10), fc.nat(400_000), (stretches, splitAt, intoMs) => {
        const live = (isSplit: boolean): History => {
          const history = held();
          for (const [index, [what, ms]] of stretches.entries()) {
            history.report('laser', what);
            const first = index === splitAt ? Math.min(intoMs, ms) : 0;
            history.clock.advance(first);
            if (isSplit && index === splitAt) {
              tap(history, 'anna', offer);
              tap(history, 'bruno');
            }
            history.clock.advance(ms - first);
          }
          tap(history, history.state.sessions.get('laser')?.member ?? '');
          return history;
        };
        const whole = segmentsOf(live(false));
        const parts = segmentsOf(live(true));
        for (const clock of ['loadedMs', 'poweredMs', 'workingMs', 'operatingMs'] as const)
          expect(sum(parts.map(({ clocks }) => clocks[clock]))).toBe(
            sum(whole.map((one) => one.clocks[clock])),
          );
        expect(sum(parts.map(({ gapMs }) => gapMs))).toBe(sum(whole.map(({ gapMs }) => gapMs)));
        const billed = (history: History): number =>
          sum(
            statementOf(history.entries, '2026-11').flatMap(({ lines }) => lines.map((one) => one.billedMs)),
          );
        expect(billed(live(true))).toBe(billed(live(false)));
        const meets = parts.slice(1).every(({ fromMs }, index) => fromMs === parts[index]?.toMs);
        expect(meets).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

const segmentsOf = (history: History) =>
  history.entries.flatMap((entry) => (entry.type === 'segment-closed' ? [entry.data] : []));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
