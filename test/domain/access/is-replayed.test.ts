// Taps that somebody captured and plays again: what is new to a reader, as a table and for every order of its boots.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countTap,
  isReplayed,
  pastBootLimit,
  type TapCount,
} from '../../../src/domain/access/is-replayed.ts';

const heardAll = (...taps: readonly string[]): TapCount | undefined =>
  taps.reduce<TapCount | undefined>(countTap, undefined);

describe('a tap', () => {
  it.each([
    ['is new at a reader that never spoke', [], 'a:0', false],
    ['is new with the next counter', ['a:1'], 'a:2', false],
    ['is new with a counter that skips some', ['a:1'], 'a:900', false],
    ['is old with the same counter', ['a:7'], 'a:7', true],
    ['is old with a lower counter', ['a:7'], 'a:6', true],
    ['is compared as a number, not as text', ['a:9'], 'a:10', false],
    ['is the same number with zeros before it', ['a:9'], 'a:009', true],
    ['is exact up to fifteen digits', ['a:999999999999998'], 'a:999999999999999', false],
    ['is new in a boot that was never seen', ['a:900'], 'b:1', false],
    ['is old in the boot before, with whatever counter', ['a:1', 'b:1'], 'a:999', true],
    ['is old in a boot long before', ['a:1', 'b:1', 'c:1'], 'a:2', true],
    ['is not taken for one of a boot that is named by a part of it', ['boot:1', 'x:1'], 'boo:1', false],
    ['inv. 11: may come from a boot with a name of every object', ['constructor:1'], '__proto__:1', false],
  ])('%s', (_name, before, tap, isOld) => {
    expect(isReplayed(heardAll(...before), tap)).toBe(isOld);
  });

  it('inv. 10: of the boot before the last sixty-four is no longer known', () => {
    const boots = Array.from({ length: pastBootLimit + 2 }, (_, i) => `b${i}:5`);
    const count = heardAll(...boots);
    expect(count?.past).toHaveLength(pastBootLimit);
    expect(isReplayed(count, 'b1:5')).toBe(true);
    expect(isReplayed(count, 'b0:5')).toBe(false);
  });
});

const tap = fc
  .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 0, max: 30 }))
  .map(([boot, counter]) => `${boot}:${counter}`);

describe('whatever a reader counted', () => {
  it('no tap that was accepted is ever accepted again', () => {
    fc.assert(
      fc.property(fc.array(tap, { maxLength: 60 }), (taps) => {
        let count: TapCount | undefined;
        const accepted = new Set<string>();
        for (const one of taps) {
          if (!isReplayed(count, one)) {
            expect(accepted.has(one)).toBe(false);
            accepted.add(one);
          }
          count = countTap(count, one);
          expect(isReplayed(count, one)).toBe(true);
        }
      }),
    );
  });

  it('what is played again teaches nothing', () => {
    fc.assert(
      fc.property(fc.array(tap, { minLength: 1, maxLength: 30 }), (taps) => {
        const count = heardAll(...taps);
        for (const one of taps) expect(countTap(count, one)).toEqual(count);
      }),
    );
  });
});
