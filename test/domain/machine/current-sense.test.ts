// The table of a machine that is known only by its watts, row by row, and what must hold whatever its meter tells.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Sensed,
  type SenseLimits,
  type SenseSign,
  sense,
  unsensed,
} from '../../../src/domain/machine/current-sense.ts';

const limits: SenseLimits = { runningW: 60, idleW: 25, onAfterS: 3, offAfterS: 30, silentS: 120 };
type Said = readonly [atS: number, sign: number | 'gone' | 'time'];

const signOf = (sign: Said[1]): SenseSign =>
  typeof sign === 'number' ? { kind: 'watts', powerW: sign } : { kind: sign };
const after = (...said: readonly Said[]): Sensed =>
  said.reduce<Sensed>(
    (before, [atS, sign]) => sense(limits, { before, sign: signOf(sign), nowMs: atS * 1000 }),
    unsensed,
  );

describe('the table', () => {
  const idle: Said[] = [
    [0, 2],
    [30, 2],
  ];
  const running: Said[] = [
    [0, 100],
    [3, 100],
  ];
  it.each<[string, Said[], string]>([
    ['nothing heard', [[0, 'time']], 'unknown'],
    [
      'above, not yet long enough',
      [
        [0, 100],
        [2, 100],
      ],
      'unknown',
    ],
    [
      'above at once, for one sample and its time',
      [
        [0, 100],
        [3, 'time'],
      ],
      'running',
    ],
    [
      'inv. 7: low, and not yet long enough: never idle too soon',
      [
        [0, 2],
        [29, 2],
      ],
      'unknown',
    ],
    ['low for long enough', idle, 'idle'],
    [
      'inv. 7: between the limits from the start',
      [
        [0, 40],
        [100, 40],
      ],
      'unknown',
    ],
    [
      'at the upper limit',
      [
        [0, 60],
        [3, 60],
      ],
      'running',
    ],
    [
      'at the lower limit',
      [
        [0, 25],
        [30, 25],
      ],
      'idle',
    ],
    ['idle, then between', [...idle, [40, 59], [100, 59]], 'idle'],
    ['running, then between', [...running, [10, 26], [100, 26]], 'running'],
    ['idle, a short peak', [...idle, [40, 500], [42, 2]], 'idle'],
    ['idle, then above', [...idle, [40, 500], [43, 500]], 'running'],
    ['running, pulses of a heater', [...running, [10, 0], [35, 100], [36, 0], [60, 100], [61, 0]], 'running'],
    ['running, then low for long enough', [...running, [10, 0], [40, 0]], 'idle'],
    [
      'inv. 7: a clamp the wrong way round',
      [
        [0, -900],
        [3, -900],
      ],
      'running',
    ],
    ['inv. 7: the meter has gone', [...running, [10, 'gone']], 'unknown'],
    ['inv. 7: the meter is silent', [...idle, [150, 'time']], 'unknown'],
    ['silent for almost as long', [...idle, [149, 'time']], 'idle'],
    ['inv. 7: heard again after a silence, it begins anew', [...running, [200, 100]], 'unknown'],
    ['heard again for long enough', [...running, [200, 100], [203, 100]], 'running'],
  ])('%s', (_, said, word) => {
    expect(after(...said).word).toBe(word);
  });
});

const steps = fc.array(
  fc.record({
    afterMs: fc.integer({ min: 0, max: 60_000 }),
    sign: fc.oneof(
      { weight: 8, arbitrary: fc.double({ min: 0, max: 200, noNaN: true }) },
      { weight: 3, arbitrary: fc.constant('time' as const) },
      { weight: 1, arbitrary: fc.constant('gone' as const) },
    ),
  }),
  { maxLength: 60 },
);

describe('whatever its meter tells', () => {
  it('never chatters: between the limits the word holds, and two words apart is as long as its wait', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let nowMs = 0;
        let state = unsensed;
        let changedMs = Number.NEGATIVE_INFINITY;
        for (const { afterMs, sign } of all) {
          nowMs += afterMs;
          const before = state;
          state = sense(limits, { before, sign: signOf(sign), nowMs });
          if (before.word === state.word) continue;
          if (state.word === 'unknown') {
            changedMs = Number.NEGATIVE_INFINITY;
            continue;
          }
          expect(state.heard?.zone).toBe(state.word === 'running' ? 'above' : 'below');
          const waitS = state.word === 'running' ? limits.onAfterS : limits.offAfterS;
          expect(nowMs - changedMs).toBeGreaterThanOrEqual(waitS * 1000);
          changedMs = nowMs;
        }
      }),
    );
  });

  it('inv. 7: a word is only ever one of a meter that was heard within its limit', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let nowMs = 0;
        let heardMs = Number.NEGATIVE_INFINITY;
        let state = unsensed;
        for (const { afterMs, sign } of all) {
          nowMs += afterMs;
          state = sense(limits, { before: state, sign: signOf(sign), nowMs });
          if (typeof sign === 'number') heardMs = nowMs;
          if (sign === 'gone') heardMs = Number.NEGATIVE_INFINITY;
          if (nowMs - heardMs >= limits.silentS * 1000) expect(state).toEqual(unsensed);
        }
      }),
    );
  });

  it('more questions about the time change nothing but when it is known', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let nowMs = 0;
        let asked = unsensed;
        let plain = unsensed;
        for (const { afterMs, sign } of all) {
          for (let ms = 1000; ms < afterMs; ms += 1000)
            asked = sense(limits, { before: asked, sign: { kind: 'time' }, nowMs: nowMs + ms });
          nowMs += afterMs;
          asked = sense(limits, { before: asked, sign: signOf(sign), nowMs });
          plain = sense(limits, { before: plain, sign: signOf(sign), nowMs });
          // Asked in between it may have known before what it knows now; it never contradicts.
          if (asked.word !== plain.word && plain.word !== 'unknown') expect(asked.heard).toEqual(plain.heard);
          expect(asked.heard?.zone).toBe(plain.heard?.zone);
        }
      }),
    );
  });
});
