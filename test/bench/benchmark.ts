// What a benchmark is and what it hands back: figures with the baseline that was measured beside them in the same run.

export type Benchmark = {
  readonly name: string;
  /** It is given up after this long, milliseconds. */
  readonly limitMs: number;
  run(): Promise<readonly Figure[]>;
};

/** As `--json` writes it, without the note. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  /** `ratio`: the value is the measured time divided by the baseline, which is in milliseconds. */
  readonly unit: 'ratio' | 'ms' | 'MB';
  readonly baseline: number | null;
  /** The most that the value may be; null for a figure that only explains another. */
  readonly target: number | null;
  readonly met: boolean | null;
  /** What was measured, for people. */
  readonly note: string;
};

type Measured = Pick<Figure, 'name' | 'value' | 'unit' | 'note'> & {
  readonly baseline?: number;
  readonly target?: number;
};

export function figure({ baseline, target, ...measured }: Measured): Figure {
  const met = target === undefined ? null : measured.value <= target;
  return { ...measured, baseline: baseline ?? null, target: target ?? null, met };
}
