// The clocks and the chance of this computer. Monotonic time is whole milliseconds since the process started.

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Chance, Clock } from '../../gateway/ports.ts';

export type SystemClockOptions = {
  /** Folder in which the time service of systemd says that the clock is set. */
  readonly timesyncDir?: string;
  /** A wall clock before this was never set: no program runs before it was written. */
  readonly notBeforeMs?: number;
  readonly wallMs?: () => number;
};

const releasedMs = Date.UTC(2026, 10, 1);

/**
 * Where the time service of systemd runs, its own mark decides whether the clock is synchronised; elsewhere (a
 * container, another time service) the clock is trusted unless it stands before this program was released.
 */
export function systemClock(options: SystemClockOptions = {}): Clock {
  const { timesyncDir = '/run/systemd/timesync', notBeforeMs = releasedMs, wallMs = Date.now } = options;
  return {
    wallMs,
    monoMs: () => Math.floor(performance.now()),
    synchronised() {
      if (wallMs() < notBeforeMs) return false;
      return !existsSync(timesyncDir) || existsSync(`${timesyncDir}/synchronized`);
    },
  };
}

export const systemChance: Chance = { bytes: (count) => randomBytes(count) };
