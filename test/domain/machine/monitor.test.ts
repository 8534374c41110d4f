// A monitor by itself: limits and their inner edge, age, the time that it must hold, and that nothing makes an unknown one good.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  goodHoldMs,
  hearValue,
  judgeMonitor,
  leastStayMs,
  type MonitorHeard,
  type MonitorKnown,
  nothingHeard,
  valueText,
} from '../../../src/domain/machine/monitor.ts';
import { chiller, extraction, smoke } from '../../fakes/guarded-workshop.ts';

const said = (heard: MonitorHeard, value: number, monoMs: number, monitor = chiller) =>
  hearValue(monitor, heard, { value, monoMs });
const known = (state: 'good' | 'bad', sinceMonoMs = 0): MonitorKnown => ({
  state,
  why: 'limit',
  value: 20,
  sinceMonoMs,
});

describe('a monitor', () => {
  it('says nothing before its first value, and that it is old when none comes', () => {
    const heard = nothingHeard(0);
    expect(judgeMonitor(chiller, { heard, known: null, monoMs: 20_000 })).toBeNull();
    expect(judgeMonitor(chiller, { heard, known: null, monoMs: 20_001 })).toEqual({
      state: 'bad',
      why: 'old',
      value: null,
    });
  });

  it.each([
    [chiller, 25, 'good'],
    [chiller, 25.1, 'bad'],
    [extraction, 4, 'good'],
    [extraction, 3.9, 'bad'],
    [smoke, 0, 'good'],
    [smoke, 1, 'bad'],
  ] as const)('%o at %d is %s', (monitor, value, state) => {
    const heard = said(nothingHeard(0), value, 0, monitor);
    expect(judgeMonitor(monitor, { heard, known: null, monoMs: 0 })).toMatchObject({ state, why: 'limit' });
  });

  it('comes back within its inner edge only, and after it held', () => {
    let heard = said(said(nothingHeard(0), 26, 0), 24, 1_000);
    expect(heard.goodSinceMonoMs).toBeNull();
    heard = said(heard, 22, 2_000);
    const at = (monoMs: number) => judgeMonitor(chiller, { heard, known: known('bad'), monoMs });
    expect(at(2_000 + goodHoldMs - 1)).toBeNull();
    expect(at(2_000 + goodHoldMs)?.state).toBe('good');
  });

  it('stays for a moment before it is bad again; a fatal limit does not wait', () => {
    const bad = (monitor: typeof chiller, value: number, monoMs: number) =>
      judgeMonitor(monitor, {
        heard: said(nothingHeard(0), value, monoMs, monitor),
        known: known('good', 1_000),
        monoMs,
      });
    expect(bad(chiller, 30, 1_000 + leastStayMs - 1)).toBeNull();
    expect(bad(chiller, 30, 1_000 + leastStayMs)?.state).toBe('bad');
    expect(bad(smoke, 1, 1_001)?.state).toBe('bad');
  });

  it('inv. 7: no row of values with a hole in it counts as held', () => {
    const heard = said(said(said(nothingHeard(0), 30, 0), 20, 1_000), 20, 40_000);
    expect(heard.goodSinceMonoMs).toBe(40_000);
  });

  it('inv. 11: what is no number says nothing', () => {
    const heard = said(nothingHeard(0), 20, 0);
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
      expect(said(heard, value, 1_000)).toBe(heard);
  });

  it('inv. 7, 10: is never good on old or bad values, and changes seldom whatever comes', () => {
    const step = fc.record({ value: fc.double({ min: 15, max: 30, noNaN: true }), afterMs: fc.nat(4_000) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        let heard = nothingHeard(0);
        let now: MonitorKnown | null = null;
        let monoMs = 0;
        let changes = 0;
        for (const { value, afterMs } of steps) {
          monoMs += afterMs;
          heard = said(heard, value, monoMs);
          const verdict = judgeMonitor(chiller, { heard, known: now, monoMs });
          if (verdict === null) continue;
          if (verdict.state === 'good') expect(value).toBeLessThanOrEqual(25);
          changes += 1;
          now = { ...verdict, sinceMonoMs: monoMs };
        }
        expect(changes).toBeLessThanOrEqual(2 + (2 * monoMs) / goodHoldMs);
      }),
    );
  });

  it('is written with its unit, or with a dash', () => {
    expect(valueText('temperature.coolant.actual', 27.44)).toBe('27.4 °C');
    expect(valueText('input.smoke', 1)).toBe('1');
    expect(valueText('flow.extraction', null)).toBe('–');
  });
});
