// A print to show: warms up, homes, draws squares upwards, and cools down as a good program does.

export type SamplePrint = {
  /** About how long it draws, without heating. */
  readonly seconds: number;
  readonly hotendC?: number;
  readonly bedC?: number;
  /** Waits for a person in the middle (M0). */
  readonly pauseInTheMiddle?: boolean;
};

/** A quarter of a second each: the planner of the board holds a few seconds, as in life. */
const sideMm = 10;
const feedMmPerMin = 2400;

/** The lines of the program. */
export function samplePrint(print: SamplePrint): string[] {
  const { seconds, hotendC = 200, bedC = 50, pauseInTheMiddle = false } = print;
  const layers = Math.max(2, Math.round((seconds * feedMmPerMin) / 60 / (4 * sideMm)));
  const lines = [
    `M140 S${bedC}`,
    `M104 S${hotendC}`,
    `M190 S${bedC}`,
    `M109 S${hotendC}`,
    'G28',
    'G90',
    'M83',
  ];
  for (let layer = 0; layer < layers; layer++) {
    if (pauseInTheMiddle && layer === Math.floor(layers / 2)) lines.push('M0');
    const left = Math.ceil((seconds * (layers - layer)) / layers / 60);
    lines.push(
      `M73 P${Math.round((100 * layer) / layers)} R${left}`,
      `G1 Z${(0.2 * (layer + 1)).toFixed(1)} F600`,
    );
    for (const [x, y] of [
      [sideMm, 0],
      [sideMm, sideMm],
      [0, sideMm],
      [0, 0],
    ] as const)
      lines.push(`G1 X${x} Y${y} E1.5 F${feedMmPerMin}`);
  }
  return [...lines, 'M400', 'M73 P100 R0', 'M104 S0', 'M140 S0', 'M84'];
}
