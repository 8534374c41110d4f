// What a benchmark is and what it hands back: figures with the baseline that was measured beside them in the same run.

export type Benchmark = {
  readonly name: string;
  /** It is given up after this long, milliseconds. */
  readonly limitMs: number;
  /** `out`: a folder for pictures, as `--out` says; null without it. */
  run(out: string | null): Promise<readonly Figure[]>;
};

/** As `--json` writes it, without the note and what only the table needs. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  /** `ratio`: what was measured divided by the baseline. */
  readonly unit: 'ratio' | 'ms' | 'MB' | 'min' | '%' | 'count';
  readonly baseline: number | null;
  /** What the value may be at most, or must be at least; null for a figure that only explains another. */
  readonly target: number | null;
  readonly met: boolean | null;
  /** What was measured, for people. */
  readonly note: string;
  readonly goal: 'at most' | 'at least';
  /** Of the baseline. */
  readonly baselineUnit: Exclude<Figure['unit'], 'ratio'> | '/s';
};

type Measured = Pick<Figure, 'name' | 'value' | 'unit' | 'note'> & {
  readonly baseline?: number;
  readonly target?: number;
  readonly goal?: Figure['goal'];
  readonly baselineUnit?: Figure['baselineUnit'];
};

export function figure({ baseline, target, goal = 'at most', ...measured }: Measured): Figure {
  const { value, unit } = measured;
  const met = target === undefined ? null : goal === 'at most' ? value <= target : value >= target;
  const baselineUnit = measured.baselineUnit ?? (unit === 'ratio' ? 'ms' : unit);
  return { ...measured, baseline: baseline ?? null, target: target ?? null, met, goal, baselineUnit };
}
