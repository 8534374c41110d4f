// The meter: which clocks run under which activity, what is a gap, and that no time is made or lost.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SegmentClosed } from '../../../src/domain/journal/entry.ts';
import { type Activity, activities } from '../../../src/domain/machine/activity.ts';
import { closeSegment } from '../../../src/domain/usage/close-segment.ts';
import { count, counted, openSegment } from '../../../src/domain/usage/meter.ts';
import { createHistory, type History } from '../../fakes/history.ts';

const minute = 60_000;

function close(history: History, machine = 'laser'): SegmentClosed {
  const session = history.state.sessions.get(machine);
  const closed = session && closeSegment(history.state, session, { why: 'length', until: history.stamp() });
  if (!closed) throw new Error(`no open segment on ${machine}`);
  history.add({ type: 'segment-closed', data: closed });
  return closed;
}

/** Anna holds the machine and its switch is on. */
function held(machine: string): History {
  const history = createHistory();
  history.start(machine, 'anna');
  const id = history.state.workshop?.machines[machine]?.switch ?? null;
  if (id !== null) history.power(id, true);
  return history;
}

const clocks = (loadedMs: number, poweredMs: number, workingMs: number, operatingMs: number) => ({
  clocks: { loadedMs, poweredMs, workingMs, operatingMs },
});

describe('the clocks of an activity', () => {
  const operating: readonly Activity[] = ['running', 'heating', 'pausing', 'resuming', 'cancelling'];
  const working: readonly Activity[] = ['homing', 'jogging', 'busy'];
  const powered: readonly Activity[] = ['starting', 'idle', 'sleeping'];
  const loaded: readonly Activity[] = ['paused', 'toolChange', 'door'];
  it.each(activities)('%s', (activity) => {
    const history = held('laser');
    history.report('laser', activity);
    history.clock.advance(minute);
    const runs = (list: readonly Activity[]): boolean => list.includes(activity);
    const level = [loaded, powered, working, operating].findIndex(runs) + 1;
    const ms = (clock: number): number => (level >= clock ? minute : 0);
    expect(close(history)).toMatchObject({
      ...clocks(ms(1), ms(2), ms(3), ms(4)),
      gapMs: activity === 'unknown' ? minute : 0,
    });
  });

  it('of a machine without a controller is the badge alone', () => {
    const history = held('loom');
    history.clock.advance(minute);
    expect(close(history, 'loom')).toMatchObject({ ...clocks(minute, 0, 0, 0), gapMs: 0 });
  });
});

describe('inv. 7: what nobody saw', () => {
  it('is a gap from the last sample to the next, also when the loss was noticed late', () => {
    const history = held('laser');
    history.report('laser', 'running');
    history.clock.advance(minute);
    history.report('laser', 'unknown', { link: 'lost', seenAgoMs: 15_000 });
    history.clock.advance(minute);
    history.report('laser', 'idle');
    history.clock.advance(minute);
    expect(close(history)).toMatchObject({ ...clocks(105_000, 105_000, 45_000, 45_000), gapMs: 75_000 });
  });

  it('takes nothing back that was counted in a segment before', () => {
    const history = held('laser');
    history.report('laser', 'running');
    history.clock.advance(minute);
    close(history);
    history.clock.advance(1_000);
    history.report('laser', 'unknown', { link: 'lost', seenAgoMs: 15_000 });
    expect(close(history)).toMatchObject({ ...clocks(0, 0, 0, 0), gapMs: 1_000 });
  });
});

describe('inv. 1: no clock runs', () => {
  it('while the switch says off, whatever the controller says', () => {
    const history = held('laser');
    history.report('laser', 'idle');
    history.clock.advance(minute);
    history.power('laser-plug', false);
    history.clock.advance(minute);
    expect(close(history)).toMatchObject({ ...clocks(minute, minute, 0, 0), gapMs: 0 });
  });

  it('without a controller while the switch is silent, which is a gap', () => {
    const history = held('saw');
    history.clock.advance(minute);
    history.power('saw-plug', null);
    history.clock.advance(2 * minute);
    history.power('saw-plug', true);
    history.clock.advance(minute);
    expect(close(history, 'saw')).toMatchObject({ ...clocks(2 * minute, 0, 0, 0), gapMs: 2 * minute });
  });

  it('but a controller that speaks is believed while its switch is silent', () => {
    const history = held('laser');
    history.report('laser', 'running');
    history.power('laser-plug', null);
    history.clock.advance(minute);
    expect(close(history)).toMatchObject(clocks(minute, minute, minute, minute));
  });
});

describe('inv. 4: time', () => {
  const step = fc.record({
    activity: fc.constantFrom(...activities),
    ms: fc.integer({ min: 0, max: 3_600_000 }),
    seenAgoMs: fc.integer({ min: 0, max: 7_200_000 }),
    jumpMs: fc.integer({ min: -90_000_000, max: 90_000_000 }),
    act: fc.constantFrom('report', 'close', 'off', 'on', 'boot'),
  });

  it('is never negative, never made and never counted twice, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const history = held('laser');
        let elapsedMs = 0;
        let countedMs = 0;
        const take = (): void => {
          const { clocks: ms, gapMs } = close(history);
          expect(ms.loadedMs).toBeGreaterThanOrEqual(ms.poweredMs);
          expect(ms.poweredMs).toBeGreaterThanOrEqual(ms.workingMs);
          expect(ms.workingMs).toBeGreaterThanOrEqual(ms.operatingMs);
          expect(ms.operatingMs).toBeGreaterThanOrEqual(0);
          expect(gapMs).toBeGreaterThanOrEqual(0);
          countedMs += ms.loadedMs + gapMs;
          expect(countedMs).toBeLessThanOrEqual(elapsedMs);
        };
        for (const { activity, ms, seenAgoMs, jumpMs, act } of steps) {
          history.clock.advance(ms);
          elapsedMs += ms;
          if (act === 'report') history.report('laser', activity, { seenAgoMs });
          else if (act === 'close') take();
          else if (act === 'boot') {
            // Closed before the computer goes down; what follows is a segment of the new boot.
            take();
            history.boot();
            const session = history.state.sessions.get('laser');
            if (session) session.segment = openSegment(history.stamp(), 0);
          } else history.power('laser-plug', act === 'on');
          history.clock.jump(jumpMs);
        }
        take();
      }),
    );
  });

  it('stands still when it is asked for a moment that has passed', () => {
    const segment = openSegment({ atMs: 0, monoMs: 1_000 }, 0);
    count(segment, 'operating', 500);
    expect(segment.clocks.loadedMs).toBe(0);
    count(segment, 'operating', 2_000);
    count(segment, 'operating', 1_500);
    expect(segment.clocks.operatingMs).toBe(1_000);
  });

  it('is read without being moved', () => {
    const segment = openSegment({ atMs: 0, monoMs: 0 }, 7);
    expect(counted(segment, { metering: 'working', monoMs: 60 })).toMatchObject({
      ...clocks(60, 60, 60, 0),
      gapMs: 7,
    });
    expect(segment).toEqual(openSegment({ atMs: 0, monoMs: 0 }, 7));
  });
});
