// Long lives of the simulated workshop with faults (invariant 12): the invariants are checked after every step.

import { liveLife } from '../fakes/live-life.ts';
import type { Proof } from './proof.ts';

const steps = 5_000;

export const simulatedLife: Proof = {
  name: 'simulated-life',
  about: `${steps} steps in the simulated workshop, with faults`,
  rounds: 20,
  async round(seed) {
    const { entries } = await liveLife({ seed, steps });
    const boots = entries.filter(({ type }) => type === 'gateway-booted').length;
    return { steps, entries: entries.length, boots };
  },
};
