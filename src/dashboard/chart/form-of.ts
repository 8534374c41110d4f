// How a reading is drawn: speeds and set values jump, power is an area from zero, the rest is a line.

import type { PlotOptions } from './plot.ts';

export function formOf(reading: string): PlotOptions['form'] {
  if (/^(spindle|laser)\.|\.target$|[oO]verride$/.test(reading)) return 'stepped';
  return reading.startsWith('electric.') ? 'filled' : 'line';
}
