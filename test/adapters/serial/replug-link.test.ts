// A cable that is pulled and plugged in again and again leaves nothing behind; the proof does it a thousand times.

import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { outside } from '../../outside.ts';
import { replugLink } from './replug-link.ts';

const cycles = 20;
/** What is compiled late and what pools keep weighs more in few cycles. */
const growthLimitBytes = 50_000;

describe.skipIf(!existsSync('/proc/self/fd'))('a link whose cable is pulled and plugged in again', () => {
  it.skipIf(!outside('socat')).each(['tcp', 'pty'] as const)(
    'inv. 10: holds no more files or handles after 20 times over %s',
    async (over) => {
      const seen = await replugLink({ over, cycles });
      expect(seen.reconnects).toBeGreaterThanOrEqual(cycles);
      expect(seen.files[1]).toBeLessThanOrEqual(seen.files[0]);
      expect(seen.resources[1].length).toBeLessThanOrEqual(seen.resources[0].length);
      expect(seen.timers[1] - seen.timers[0]).toBeLessThan(cycles / 2);
      expect(seen.grownPerCycle).toBeLessThan(growthLimitBytes);
    },
    60_000,
  );
});
