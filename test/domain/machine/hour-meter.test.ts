// Hour meters: they say what an oracle finds in the journal, never fall, outlive everything, and parts add up to the machine.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideBoot } from '../../../src/domain/access/decide-boot.ts';
import { endSession } from '../../../src/domain/access/end-session.ts';
import type { Activity } from '../../../src/domain/machine/activity.ts';
import { partStates } from '../../../src/domain/machine/care.ts';
import { type Hours, hoursOf } from '../../../src/domain/machine/hour-meter.ts';
import type { Workshop } from '../../../src/domain/machine/workshop.ts';
import { closeSegment } from '../../../src/domain/usage/close-segment.ts';
import { createHistory, type History } from '../../fakes/history.ts';
import { replayed } from '../../fakes/replay.ts';
import { machineLike, sampleWorkshop } from '../../fakes/sample-workshop.ts';
import { wornBy } from './wear-oracle.ts';

const parts = { tube: { name: 'Laser tube', clock: 'operating', service: { everyH: 500 } } } as const;
const workshop: Workshop = {
  ...sampleWorkshop,
  machines: {
    ...sampleWorkshop.machines,
    laser: machineLike({ parts, meters: { start: { operatingH: 1 } } }),
  },
};
const startMs = 3_600_000;

const by = 'console';
const now = { atMs: 0, synchronised: true };

/** Bodies as the gateway makes them. */
const end = ({ state, add, stamp }: History): void => {
  const session = state.sessions.get('laser');
  if (session?.phase !== 'active') return;
  add(...endSession(state, { session, cause: 'page', reader: null, tap: null }, stamp()));
  add({ type: 'session-ended', data: { session: session.session, machine: 'laser', power: 'off' } });
};

const deeds = {
  report: (history: History, activity: Activity) => history.report('laser', activity),
  lose: (history: History) =>
    history.report('laser', 'unknown', { link: 'lost', source: 'silence', seenAgoMs: 7_000 }),
  power: (history: History, on: boolean | null) => history.power('laser-plug', on),
  start: (history: History) => {
    if (!history.state.sessions.has('laser')) history.start('laser', 'anna');
  },
  end,
  job: (history: History) => history.job('laser', `job-${history.state.seq}`),
  close: ({ state, add, stamp }: History) => {
    const session = state.sessions.get('laser');
    const data = session && closeSegment(state, session, { why: 'length', until: stamp() });
    if (data) add({ type: 'segment-closed', data });
  },
  replace: ({ add }: History) => add({ type: 'part-replaced', data: { machine: 'laser', part: 'tube', by } }),
  crash: (history: History) => {
    const { state, clock, add, stamp } = history;
    const last = { boot: state.boot ?? '', ...stamp() };
    clock.advance(3_000);
    clock.boot();
    const boot = { boot: `boot-x${state.seq}`, version: '0', synchronised: true, last };
    add(...decideBoot(state, boot));
  },
} as const;

const step = fc.oneof(
  fc.record({
    deed: fc.constant('report' as const),
    word: fc.constantFrom<Activity>('idle', 'running', 'jogging', 'paused', 'alarm'),
  }),
  fc.record({ deed: fc.constant('power' as const), on: fc.constantFrom(true, true, false, null) }),
  fc.record({ deed: fc.constantFrom('lose', 'start', 'end', 'job', 'close', 'replace', 'crash') }),
);
const life = fc.array(fc.tuple(step, fc.integer({ min: 0, max: 600_000 })), { maxLength: 60 });

/** Lives it; after each step the meter and the finished lives of the tube. */
function live(steps: readonly (readonly [object, number])[]) {
  const history = createHistory({ workshop });
  const seen: Hours[] = [hoursOf(history.state, 'laser')];
  let tubesMs = 0;
  const tubeMs = (): number => partStates(history.state, 'laser', now)[0]?.hours.operatingMs ?? Number.NaN;
  for (const [one, ms] of steps) {
    history.clock.advance(ms);
    const { deed, word, on } = one as { deed: keyof typeof deeds; word: Activity; on: boolean | null };
    if (deed === 'replace') tubesMs += tubeMs();
    if (deed === 'report') deeds.report(history, word);
    else if (deed === 'power') deeds.power(history, on);
    else deeds[deed](history);
    seen.push(hoursOf(history.state, 'laser'));
  }
  return { history, seen, tubesMs: tubesMs + tubeMs() };
}

describe('the hour meter', () => {
  it('inv. 3: says what an oracle finds in the journal, and so does its replay', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const { history } = live(steps);
        end(history);
        const found = wornBy(history.entries, 'laser', 'laser-plug');
        const told = hoursOf(history.state, 'laser');
        expect(told.operatingMs - startMs).toBeCloseTo(found.operatingMs, 3);
        expect(told.workingMs).toBeCloseTo(found.workingMs, 3);
        expect(told.loadedMs).toBeCloseTo(found.loadedMs, 3);
        expect(told.jobs).toBe(found.jobs);
        expect(replayed(history.entries).care).toEqual(history.state.care);
      }),
      { numRuns: 300 },
    );
  });

  it('never falls, whatever happens, and the lives of its parts add up to it (inv. 5)', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const { seen, tubesMs } = live(steps);
        for (const [index, { loadedMs, workingMs, operatingMs, jobs }] of seen.entries()) {
          const before = seen[index - 1] ?? { loadedMs: 0, workingMs: 0, operatingMs: 0, jobs: 0 };
          expect(loadedMs).toBeGreaterThanOrEqual(before.loadedMs);
          expect(workingMs).toBeGreaterThanOrEqual(before.workingMs);
          expect(operatingMs).toBeGreaterThanOrEqual(before.operatingMs);
          expect(jobs).toBeGreaterThanOrEqual(before.jobs);
        }
        expect(tubesMs).toBeCloseTo(seen.at(-1)?.operatingMs ?? Number.NaN, 3);
      }),
      { numRuns: 300 },
    );
  });

  it('counts a test run outside of a session, and not a machine that only stands there', () => {
    const history = createHistory({ workshop });
    history.power('laser-plug', true);
    history.report('laser', 'idle');
    history.clock.advance(600_000);
    history.report('laser', 'running');
    expect(hoursOf(history.state, 'laser')).toMatchObject({ loadedMs: 0, operatingMs: startMs });
    history.clock.advance(90_000);
    history.report('laser', 'idle');
    expect(hoursOf(history.state, 'laser')).toEqual({
      ...{ loadedMs: 90_000, workingMs: 90_000, operatingMs: startMs + 90_000, jobs: 0 },
    });
  });

  it('inv. 7: counts up to when it was last seen, not up to when we noticed', () => {
    const history = createHistory({ workshop });
    history.power('laser-plug', true);
    history.report('laser', 'running');
    history.clock.advance(60_000);
    history.report('laser', 'unknown', { link: 'lost', seenAgoMs: 20_000 });
    history.clock.advance(60_000);
    history.report('laser', 'idle');
    expect(hoursOf(history.state, 'laser').operatingMs - startMs).toBe(40_000);
  });

  it('goes on where it stood when the machine leaves the description and comes back', () => {
    const history = createHistory({ workshop });
    const { laser: _, ...others } = workshop.machines;
    history.add({ type: 'workshop-described', data: { workshop: { ...workshop, machines: others } } });
    expect(hoursOf(history.state, 'laser').operatingMs).toBe(startMs);
    history.add({ type: 'workshop-described', data: { workshop } });
    expect(hoursOf(history.state, 'laser').operatingMs).toBe(startMs);
  });

  it('counts the hours with which a machine began once, also when they are described later', () => {
    const history = createHistory();
    const described = (operatingH: number) =>
      history.add({
        type: 'workshop-described',
        data: {
          workshop: {
            ...workshop,
            machines: { laser: machineLike({ meters: { start: { operatingH, jobs: 7 } } }) },
          },
        },
      });
    expect(hoursOf(history.state, 'laser').operatingMs).toBe(0);
    described(2);
    described(9);
    described(0);
    expect(hoursOf(history.state, 'laser')).toMatchObject({ operatingMs: 2 * startMs, jobs: 7 });
  });
});
