// Lives of the simulated workshops with faults (invariant 12): ten million deeds in the big one, each with every promise
// checked after it, and long lives of the small one, whose witness shares nothing with that of the big one.

import { liveLife } from '../fakes/live-life.ts';
import { bigLife, deedsPerLife } from '../simulation/big-life.ts';
import type { Proof } from './proof.ts';

const lives = 400;

export const simulatedLife: Proof = {
  name: 'simulated-life',
  about: `${deedsPerLife} deeds in a big workshop with faults`,
  rounds: lives,
  async round(seed) {
    const { deeds, world, watch, livedMs } = await bigLife(seed);
    const entries = world.disk.entries();
    return {
      deeds: deeds.length,
      entries: entries.length,
      boots: world.counts.boots,
      checks: watch.judged(),
      days: Math.round(livedMs / 86_400_000),
    };
  },
};

export const livesInTurn: Proof = {
  name: 'lives-in-turn',
  about: `${deedsPerLife} deeds in a big workshop of which some pools are used in turn, with faults`,
  rounds: 40,
  async round(seed) {
    const { deeds, world, watch } = await bigLife(seed, { turns: true });
    const entries = world.disk.entries();
    const turns = entries.filter(({ type }) => type === 'turn-claimed').length;
    return { deeds: deeds.length, entries: entries.length, turns, checks: watch.judged() };
  },
};

const steps = 5_000;

export const smallLife: Proof = {
  name: 'small-life',
  about: `${steps} steps in a small workshop, with faults`,
  rounds: 20,
  async round(seed) {
    const { entries } = await liveLife({ seed, steps });
    const boots = entries.filter(({ type }) => type === 'gateway-booted').length;
    return { steps, entries: entries.length, boots };
  },
};
