// What a stretch drew: each way in which a meter fails, and that whatever it does nothing is made, lost or below zero.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SegmentEnergy } from '../../../src/domain/journal/entry.ts';
import { addEnergy, type EnergyMark, energyBetween, markEnergy } from '../../../src/domain/usage/energy.ts';
import {
  type EnergyMeter,
  type EnergySample,
  newEnergyMeter,
  takeSample,
  type Verdict,
} from '../../../src/domain/usage/energy-meter.ts';

const minute = 60_000;
type Told = Partial<Omit<EnergySample, 'monoMs'>> & { readonly min: number };

const sample = ({ min, ...told }: Told): EnergySample => ({
  on: true,
  energyWh: null,
  powerW: null,
  ...told,
  monoMs: min * minute,
});

/** Of a stretch from 0 to `untilMin`, of which the meter told so. */
function stretch(told: readonly Told[], untilMin = 10): { energy: SegmentEnergy; verdicts: Verdict[] } {
  const meter = newEnergyMeter();
  const from = markEnergy(meter, { monoMs: 0, goesOn: false });
  const verdicts = told.map((one) => takeSample(meter, sample(one)));
  const to = markEnergy(meter, { monoMs: untilMin * minute, goesOn: false });
  return { energy: energyBetween(from, to), verdicts: verdicts.filter((one) => one !== 'none') };
}

/** Totals at every minute from 0 on, in Wh. */
const totals = (...wh: readonly (number | null)[]): readonly Told[] =>
  wh.map((energyWh, min) => ({ min, energyWh }));
/** The same with 600 W all the time, which are 10 Wh a minute. */
const withWatts = (told: readonly Told[]): readonly Told[] => told.map((one) => ({ powerW: 600, ...one }));
const tenMinutes = [100, 110, 120, 130, 140, 150, 160, 170, 180, 190, 200];

const rows: readonly [
  what: string,
  told: readonly Told[],
  mwh: number,
  how: SegmentEnergy['how'],
  blindMin: number,
  odd: readonly Verdict[],
][] = [
  ['grows', totals(...tenMinutes), 100_000, 'metered', 0, []],
  ['is told at both ends only', [...totals(100), { min: 10, energyWh: 200 }], 100_000, 'metered', 0, []],
  ['stands still', totals(...tenMinutes.map(() => 100)), 0, 'metered', 0, []],
  [
    'resets, without watts',
    totals(100, 110, 120, 2, 12, 22, 32, 42, 52, 62, 72),
    92_000,
    'partly',
    1,
    ['reset'],
  ],
  [
    'resets, with watts',
    withWatts(totals(100, 110, 120, 2, 12, 22, 32, 42, 52, 62, 72)),
    100_000,
    'partly',
    0,
    ['reset'],
  ],
  // What it shows is more than the watts before would make: at least that was drawn.
  [
    'resets to more than the watts say',
    totals(100, 110, 120, 30, 40, 50, 60, 70, 80, 90, 100).map((one) => ({ powerW: 60, ...one })),
    120_000,
    'partly',
    0,
    ['reset'],
  ],
  [
    'rolls over, which looks like a reset',
    withWatts(totals(4_294, 4_295, 5, 15, 25, 35, 45, 55, 65, 75, 85)),
    1_000 + 10_000 + 80_000,
    'partly',
    0,
    ['reset'],
  ],
  [
    'steps back and stays there',
    totals(1_000, 1_010, 1_020, 800, 810, 820, 830, 840, 850, 860, 870),
    20_000 + 70_000,
    'partly',
    1,
    ['refused'],
  ],
  // One message overtook another.
  [
    'steps back once',
    totals(1_000, 1_010, 1_020, 1_015, 1_040, 1_050, 1_060, 1_070, 1_080, 1_090, 1_100),
    100_000,
    'partly',
    1,
    ['refused'],
  ],
  [
    'jumps and stays there',
    totals(100, 110, 120, 9_000, 9_010, 9_020, 9_030, 9_040, 9_050, 9_060, 9_070),
    20_000 + 70_000,
    'partly',
    1,
    ['refused'],
  ],
  [
    'jumps once',
    totals(100, 110, 120, 1e9, 140, 150, 160, 170, 180, 190, 200),
    100_000,
    'partly',
    1,
    ['refused'],
  ],
  [
    'says zero once',
    withWatts(totals(1_000, 1_010, 1_020, 0, 1_040, 1_050, 1_060, 1_070, 1_080, 1_090, 1_100)),
    100_000,
    'partly',
    0,
    ['reset', 'refused'],
  ],
  [
    'is no number',
    totals(100, 110, Number.NaN, Number.POSITIVE_INFINITY, -5, 150, 1e15, 170, 180, 190, 200),
    100_000,
    'metered',
    0,
    ['refused', 'refused', 'refused', 'refused'],
  ],
  ['is not told, with watts', withWatts(totals(...tenMinutes.map(() => null))), 100_000, 'estimated', 0, []],
  ['is not told, and nothing else', totals(...tenMinutes.map(() => null)), 0, 'unmeasured', 10, []],
  // Watts are believed for three minutes.
  ['goes missing, with old watts', [...totals(100, 110), { min: 1, powerW: 600 }], 10_000, 'partly', 9, []],
  [
    'goes missing, with watts of just now',
    withWatts(totals(...tenMinutes.slice(0, 9))),
    100_000,
    'partly',
    0,
    [],
  ],
  [
    'is first told late',
    totals(null, null, null, null, null, 150, 160, 170, 180, 190, 200),
    50_000,
    'partly',
    5,
    [],
  ],
  // The contact is open: nothing is drawn, whatever is not told.
  ['is not told, and its contact is open', [{ min: 0, on: false, energyWh: 100 }], 0, 'metered', 0, []],
  [
    'flows back',
    totals(...tenMinutes.map(() => null)).map((one) => ({ ...one, powerW: -50 })),
    0,
    'estimated',
    0,
    [],
  ],
  [
    'has watts that nothing draws',
    [
      { min: 0, powerW: 1e6 },
      { min: 10, powerW: 1e6 },
    ],
    0,
    'unmeasured',
    10,
    [],
  ],
];

describe('a total that', () => {
  it.each(rows)('%s', (_, told, mwh, how, blindMin, odd) => {
    const { energy, verdicts } = stretch(told);
    expect(energy).toEqual({ mwh, how, unmeasuredMs: blindMin * minute });
    expect(verdicts.filter((verdict) => verdict !== 'taken')).toEqual(odd);
  });

  it('is missing for a quarter of an hour is not waited for: watts count, or nothing', () => {
    const later = [
      { min: 20, energyWh: 900 },
      { min: 21, energyWh: 910 },
    ];
    expect(stretch([...totals(100, 110), ...later], 21).energy).toEqual({
      mwh: 20_000,
      how: 'partly',
      unmeasuredMs: 19 * minute,
    });
    const watts = Array.from({ length: 20 }, (__, min) => ({ min, powerW: 600 }));
    expect(stretch([...totals(100), ...watts, ...later], 21).energy).toMatchObject({
      mwh: 210_000,
      unmeasuredMs: 0,
    });
  });

  it('is refused at last when it grows a little too fast all the time', () => {
    const told = Array.from({ length: 21 }, (__, i) => ({ min: i / 2, energyWh: i * 250 }));
    const { energy, verdicts } = stretch(told);
    expect(verdicts).toContain('refused');
    // 25 kW for ten minutes, and one step.
    expect(energy.mwh).toBeLessThanOrEqual(25_000_000 / 6 + 100_000);
  });
});

describe('stretches that follow each other', () => {
  it('inv. 5: of one use wait for the next total, and none is unmeasured', () => {
    const meter = newEnergyMeter();
    takeSample(meter, sample({ min: 0, energyWh: 100 }));
    const start = markEnergy(meter, { monoMs: 0, goesOn: false });
    takeSample(meter, sample({ min: 4, energyWh: 140 }));
    const middle = markEnergy(meter, { monoMs: 8 * minute, goesOn: true });
    takeSample(meter, sample({ min: 12, energyWh: 220 }));
    const end = markEnergy(meter, { monoMs: 12 * minute, goesOn: false });
    expect(energyBetween(start, middle)).toEqual({ mwh: 40_000, how: 'metered', unmeasuredMs: 0 });
    expect(energyBetween(middle, end)).toEqual({ mwh: 80_000, how: 'metered', unmeasuredMs: 0 });
  });

  it('of two people: what was reckoned for the first is not told to the second again', () => {
    const meter = newEnergyMeter();
    const start = markEnergy(meter, { monoMs: 0, goesOn: false });
    takeSample(meter, sample({ min: 0, energyWh: 100, powerW: 600 }));
    const change = markEnergy(meter, { monoMs: 2 * minute, goesOn: false });
    takeSample(meter, sample({ min: 4, energyWh: 130, powerW: 600 }));
    const end = markEnergy(meter, { monoMs: 4 * minute, goesOn: false });
    expect(energyBetween(start, change)).toMatchObject({ mwh: 20_000, how: 'estimated' });
    // The rest of it is as good as the estimate before.
    expect(energyBetween(change, end)).toMatchObject({ mwh: 10_000, how: 'estimated' });
  });

  /** A machine that draws what the seed says, with totals and cuts at any time. */
  const lives = fc.array(
    fc.record({
      ms: fc.integer({ min: 0, max: 8 * minute }),
      powerW: fc.integer({ min: 0, max: 20_000 }),
      told: fc.constantFrom('total', 'watts', 'both', 'cut', 'carry'),
    }),
    { minLength: 1, maxLength: 60 },
  );

  it('inv. 5: add up to the total, whoever had it and wherever it was cut', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const meter = newEnergyMeter();
        let [monoMs, totalMwh] = [0, 0];
        takeSample(meter, { monoMs, on: true, energyWh: 0, powerW: null });
        const marks: EnergyMark[] = [markEnergy(meter, { monoMs, goesOn: false })];
        for (const { ms, powerW, told } of life) {
          monoMs += ms;
          totalMwh += Math.round((powerW * ms) / 3_600);
          const energyWh = totalMwh / 1_000;
          if (told === 'total' || told === 'both')
            takeSample(meter, { monoMs, on: true, energyWh, powerW: told === 'both' ? powerW : null });
          // Watts that are too small, so that no stretch is told more than it drew.
          if (told === 'watts') takeSample(meter, { monoMs, on: true, energyWh: null, powerW: 0 });
          if (told === 'cut' || told === 'carry')
            marks.push(markEnergy(meter, { monoMs, goesOn: told === 'carry' }));
          // The total is never missing for long here.
          takeSample(meter, { monoMs, on: true, energyWh, powerW: null });
        }
        marks.push(markEnergy(meter, { monoMs, goesOn: false }));
        const parts = partsOf(marks);
        expect(parts.every(({ mwh }) => mwh >= 0)).toBe(true);
        const sum = parts.reduce((all, { mwh }) => all + mwh, 0);
        // Nothing is lost; what watts told too much of the last stretches is all that may be too much.
        expect(sum).toBeGreaterThanOrEqual(totalMwh);
        expect(sum - totalMwh).toBeLessThanOrEqual(Math.ceil(meter.earlyMwh));
        const whole = energyBetween(marks[0] as EnergyMark, marks.at(-1) as EnergyMark);
        expect(sum).toBe(whole.mwh);
      }),
    );
  });

  const wild = fc.record({
    ms: fc.integer({ min: -minute, max: 20 * minute }),
    on: fc.constantFrom(true, true, false, null),
    energyWh: fc.option(fc.oneof(fc.double(), fc.nat(500), fc.nat(1e9), fc.constant(0))),
    powerW: fc.option(fc.oneof(fc.double(), fc.integer({ min: -10, max: 3_000 }))),
    cut: fc.constantFrom('none', 'none', 'ends', 'goes on'),
  });

  it('are whole, never below zero and never more than can be drawn, whatever the meter says', () => {
    fc.assert(
      fc.property(fc.array(wild, { maxLength: 80 }), (life) => {
        const meter: EnergyMeter = newEnergyMeter();
        let monoMs = 0;
        let latestMs = 0;
        let odd = 0;
        const marks = [markEnergy(meter, { monoMs, goesOn: false })];
        for (const { ms, on, energyWh, powerW, cut } of life) {
          monoMs = Math.max(0, monoMs + ms);
          latestMs = Math.max(latestMs, monoMs);
          const verdict = takeSample(meter, { monoMs, on, energyWh, powerW });
          if (verdict === 'reset') odd += 1;
          if (cut !== 'none') marks.push(markEnergy(meter, { monoMs: latestMs, goesOn: cut === 'goes on' }));
        }
        marks.push(markEnergy(meter, { monoMs: latestMs, goesOn: false }));
        const parts = partsOf(marks);
        for (const { mwh, unmeasuredMs, how } of parts) {
          expect(Number.isSafeInteger(mwh) && mwh >= 0).toBe(true);
          expect(Number.isSafeInteger(unmeasuredMs) && unmeasuredMs >= 0).toBe(true);
          if (how === 'unmeasured') expect(mwh).toBe(0);
        }
        const sum = parts.reduce((all, { mwh }) => all + mwh, 0);
        const steps = 1 + odd * 2 + life.length;
        expect(sum).toBeLessThanOrEqual((25_000 * latestMs) / 3_600 + steps * 100_000);
      }),
    );
  });
});

const partsOf = (marks: readonly EnergyMark[]): readonly SegmentEnergy[] =>
  marks.slice(1).map((to, i) => energyBetween(marks[i] as EnergyMark, to));

describe('the energy of a whole use', () => {
  const part = (min: number, energy?: SegmentEnergy) => ({ fromMs: 0, toMs: min * minute, energy });
  const metered: SegmentEnergy = { mwh: 500, how: 'metered', unmeasuredMs: 0 };
  const estimated: SegmentEnergy = { mwh: 50, how: 'estimated', unmeasuredMs: 0 };
  const unmeasured: SegmentEnergy = { mwh: 0, how: 'unmeasured', unmeasuredMs: 15 * minute };
  it.each([
    ['without a meter', [part(15), part(3)], null],
    ['all metered', [part(15, metered), part(3, metered)], { mwh: 1_000, how: 'metered', unmeasuredMs: 0 }],
    [
      'estimated at its end',
      [part(15, metered), part(3, estimated)],
      { mwh: 550, how: 'partly', unmeasuredMs: 0 },
    ],
    [
      'estimated for a moment',
      [part(60, metered), part(1, estimated)],
      { mwh: 550, how: 'metered', unmeasuredMs: 0 },
    ],
    [
      'all estimated',
      [part(15, estimated), part(3, estimated)],
      { mwh: 100, how: 'estimated', unmeasuredMs: 0 },
    ],
    [
      'cut by a crash',
      [part(15, unmeasured), part(15, metered)],
      { mwh: 500, how: 'partly', unmeasuredMs: 15 * minute },
    ],
    [
      'from before energy was written',
      [part(15), part(15, metered)],
      { mwh: 500, how: 'partly', unmeasuredMs: 15 * minute },
    ],
    ['never measured', [part(15, unmeasured)], unmeasured],
  ])('%s', (_, parts, whole) => {
    expect(addEnergy(parts)).toEqual(whole);
  });
});
