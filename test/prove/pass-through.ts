// An hour of a host that streams through the gateway at 250,000 baud, in rounds of a minute: 90 MB, and no byte lost.

import { streamBeside } from '../adapters/serial/stream-beside.ts';
import type { Proof } from './proof.ts';

const bytes = 1_500_000;

export const passThrough: Proof = {
  name: 'pass-through',
  about: `${bytes} bytes of a host beside the gateway at 250,000 baud`,
  rounds: 60,
  async round(seed) {
    const { lines, polls, bytes: streamed } = await streamBeside({ seed, bytes, way: 'gateway' });
    return { bytes: streamed, lines, polls };
  },
};
