// A hundred kills: ten evenings in the real program, each killed ten times; see `../e2e/kill-evening.ts`.

import { killEvening as liveEvening } from '../e2e/kill-evening.ts';
import type { Proof } from './proof.ts';

export const killEvening: Proof = {
  name: 'kill-evening',
  about: 'the real program is killed ten times in an evening',
  rounds: 10,
  round: (seed) => liveEvening({ seed, kills: 10, outage: true }),
};
