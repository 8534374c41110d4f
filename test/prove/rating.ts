// The bill against the oracle that reads only the words of the tariff, over a million random sessions, to the cent.

import { provenBill } from '../fakes/proven-bill.ts';
import type { Proof } from './proof.ts';

const billsPerRound = 1_700;

export const rating: Proof = {
  name: 'rating',
  about: `${billsPerRound} random bills of one to five sessions, each as the oracle says, to the cent`,
  rounds: 200,
  async round(seed) {
    let sessions = 0;
    for (let bill = 0; bill < billsPerRound; bill++)
      sessions += provenBill(seed * billsPerRound + bill).sessions;
    return { sessions };
  },
};
