// The judge of energy (invariant 5): what a meter tells may step back, roll over or go missing, and no part of a session
// draws less than nothing, more than can have been drawn, or was unmeasured for longer than it was.

import { must } from './broken.ts';
import type { Invariant } from './watch.ts';

/** As record 0021 has it: the most in the mean, and a step that is believed at any time. */
const mostW = 25_000;
const stepMwh = 100_000;

export const energyInBounds: Invariant['judge'] = () => ({
  entry({ seq, type, data }) {
    if (type !== 'segment-closed' || data.energy === undefined) return;
    const { mwh, unmeasuredMs, how } = data.energy;
    must(Number.isSafeInteger(mwh) && mwh >= 0, '5 energy', () => `entry ${seq} says ${mwh} mWh`);
    const passedMs = data.toMs - data.fromMs + data.gapMs;
    // A part that is reckoned late may hold what the part before it left over.
    const mostMwh = (mostW * passedMs) / 3_600 + 2 * stepMwh;
    must(
      mwh <= mostMwh,
      '5 energy',
      () => `entry ${seq}: ${mwh} mWh in ${passedMs} ms cannot have been drawn`,
    );
    const isKnown = how !== 'unmeasured' || mwh === 0;
    must(isKnown, '5 energy', () => `entry ${seq}: ${mwh} mWh are said though nothing was measured`);
    must(unmeasuredMs >= 0, '5 energy', () => `entry ${seq} was unmeasured for ${unmeasuredMs} ms`);
  },
});
