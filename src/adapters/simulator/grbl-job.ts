// A program to show: an engraving in rows whose spindle speed rises and falls, so that a chart has something to say.

export type SampleJob = {
  /** About how long it runs. */
  readonly seconds: number;
  readonly maxRpm: number;
  /** Stops in the middle (M0) until a person resumes. */
  readonly pauseInTheMiddle?: boolean;
};

const rowMm = 60;
const feedMmPerMin = 1800;
/** Rows until the speed has gone up and down once. */
const waveRows = 12;

/** The lines of the program, ending in M2 as a good program does. */
export function sampleJob(job: SampleJob): string[] {
  const rows = Math.max(2, Math.round((job.seconds * feedMmPerMin) / 60 / rowMm));
  const lines = ['G21 G90 G94', 'G92 X0 Y0 Z0', `M3 S${speedAt(0, job.maxRpm)}`, `G1 Z-0.5 F600`];
  for (let row = 0; row < rows; row++) {
    if (job.pauseInTheMiddle && row === Math.floor(rows / 2)) lines.push('M0');
    const y = ((row % 40) * 0.5).toFixed(1);
    lines.push(`G1 X${row % 2 === 0 ? rowMm : 0} Y${y} F${feedMmPerMin} S${speedAt(row, job.maxRpm)}`);
  }
  return [...lines, 'G0 Z2', 'M5', 'G0 X0 Y0', 'M2'];
}

/** Between 55 % and 100 % of the greatest speed. */
const speedAt = (row: number, maxRpm: number): number =>
  Math.round(maxRpm * (0.775 - 0.225 * Math.cos((2 * Math.PI * row) / waveRows)));
