// A million damaged packets at the real broker, in ten rounds; see `../adapters/mqtt/meet-mutated-packets.ts`.

import { meetMutatedPackets } from '../adapters/mqtt/meet-mutated-packets.ts';
import type { Proof } from './proof.ts';

const packets = 100_000;

export const mutatedPackets: Proof = {
  name: 'mutated-packets',
  about: `${packets} damaged MQTT packets, while a reader taps and is answered`,
  rounds: 10,
  async round(seed) {
    // Percentiles and growth were judged in the round; sums of them would say nothing.
    const { 'p99 ms': _p99, 'grown MB': _grown, ...counts } = await meetMutatedPackets({ seed, packets });
    return counts;
  },
};
