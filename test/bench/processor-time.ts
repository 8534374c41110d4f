// Processor time of another process, of all its threads, as the kernel counts it.

import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds on a processor since it began; to the nanosecond, so that a few seconds are enough to compare. */
export function processorMs(pid: number): number {
  const folder = `/proc/${pid}/task`;
  const threads = readdirSync(folder).map((thread) => readFileSync(`${folder}/${thread}/schedstat`, 'utf8'));
  return threads.reduce((sum, text) => sum + Number(text.split(' ')[0]), 0) / 1e6;
}
