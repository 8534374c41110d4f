// A thousand times a cable is pulled and plugged in again, over TCP and over a pseudo terminal: the link comes back each
// time, and neither files, handles nor memory grow.

import { replugLink } from '../adapters/serial/replug-link.ts';
import { outside } from '../outside.ts';
import type { Proof } from './proof.ts';

const cycles = 1000;
/** What the runtime keeps of code that it has come to know better in the meantime. */
const growthLimitBytes = 2_000;

export const replug: Proof = {
  name: 'replug',
  about: `${cycles} cycles of a cable that is pulled and plugged in again, over TCP and over a terminal`,
  rounds: 1,
  async round() {
    const ways = outside('socat') ? (['tcp', 'pty'] as const) : (['tcp'] as const);
    const sum: Record<string, number> = { cycles: 0, reconnects: 0 };
    for (const over of ways) {
      const { reconnects, files, resources, timers, grownPerCycle } = await replugLink({ over, cycles });
      if (files[1] > files[0]) throw new Error(`over ${over} ${files[0]} files became ${files[1]}`);
      if (resources[1].length > resources[0].length)
        throw new Error(
          `over ${over} what it holds became ${resources[1].join(' ')} from ${resources[0].join(' ')}`,
        );
      if (timers[1] - timers[0] > 10) throw new Error(`over ${over} ${timers[0]} timers became ${timers[1]}`);
      if (grownPerCycle > growthLimitBytes)
        throw new Error(`over ${over} the heap grew by ${Math.round(grownPerCycle)} bytes a cycle`);
      sum.cycles = (sum.cycles ?? 0) + cycles;
      sum.reconnects = (sum.reconnects ?? 0) + reconnects;
      sum[`files ${over}`] = files[1];
      sum[`bytes grown a cycle ${over}`] = Math.round(grownPerCycle);
    }
    return sum;
  },
};
