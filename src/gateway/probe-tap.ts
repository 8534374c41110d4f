// The question of the watchdog: does a tap still find its way? It is judged like any tap, on the present state; the
// decision is thrown away, and in its place the sign of life is made durable. No entry, no answer, no count of taps.

import type { ProbeOutcome, ProbeTap } from './gateway.ts';
import type { HealthKeeper } from './health.ts';
import type { KeepAlive } from './keep-alive.ts';
import type { Journal } from './ports.ts';
import { type JudgeTap, judgeTap } from './tap-badge.ts';

export type ProbeTapBox = JudgeTap & {
  readonly keepAlive: Pick<KeepAlive, 'now'>;
  readonly journal: Pick<Journal, 'lastBeat'>;
  readonly health: Pick<HealthKeeper, 'fault' | 'well'>;
};

/** @returns the use case; one probe at a time, those that come meanwhile share its outcome */
export function createProbeTap(box: ProbeTapBox): (tap: ProbeTap) => Promise<ProbeOutcome> {
  let underway: Promise<ProbeOutcome> | null = null;
  return (tap) => {
    underway ??= probe(box, tap).finally(() => {
      underway = null;
    });
    return underway;
  };
}

async function probe(box: ProbeTapBox, tap: ProbeTap): Promise<ProbeOutcome> {
  judgeTap(box, { ...tap, spelling: null, ...aPlace(box) }, { pin: 'none', replayed: false });
  try {
    await box.keepAlive.now();
    box.health.well();
    return 'durable';
  } catch (fault) {
    box.health.fault(fault);
    // A disk that is full or read-only has answered, and no restart mends it. Where not even this comes back it may.
    await box.journal.lastBeat();
    return 'refused';
  }
}

/** A machine with a reader, so that the whole decision is gone through. */
function aPlace({ committer }: ProbeTapBox): { reader: string; machine: string | null } {
  const machines = Object.entries(committer.tentative().workshop?.machines ?? {});
  const served = machines.find(([, { reader }]) => reader !== null);
  return { reader: served?.[1].reader ?? '', machine: served?.[0] ?? null };
}
