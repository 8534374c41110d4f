// T1 over a million turns: lives of queues as hostile as the tests know them, half of them with outages, bookings and
// overruns beyond the allowance, which void promises; how many is told.

import { liveQueue } from '../domain/schedule/live-queue.ts';
import type { Proof } from './proof.ts';

const turnsPerRound = 2_500;

export const turns: Proof = {
  name: 'turns',
  about: `${2 * turnsPerRound} turns, nobody called later than promised`,
  rounds: 201,
  async round(seed) {
    const lives = [false, true].map((faults) => liveQueue({ seed, turns: turnsPerRound, faults }));
    const broken = lives.flatMap((life) => life.broken);
    if (broken.length > 0) throw new Error(`${broken.length} broken; first: ${broken[0]}`);
    const sum = (name: 'turns' | 'promises' | 'voided'): number =>
      lives.reduce((all, { counts }) => all + counts[name], 0);
    const [calm] = lives;
    if (calm && calm.counts.voided > 0) throw new Error('a promise was voided, and nothing had gone wrong');
    return { turns: sum('turns'), promises: sum('promises'), voided: sum('voided') };
  },
};
