// Measures how long a tap and a commit take, without changing what comes of them.

import type { Gateway } from '../../gateway/gateway.ts';
import type { Clock, Journal } from '../../gateway/ports.ts';
import type { Prometheus } from './prometheus.ts';

type Taken = {
  readonly meters: Pick<Prometheus, 'observe' | 'count'>;
  readonly clock: Pick<Clock, 'monoMs'>;
};

/** Seconds: from a disk that answers at once to one that nobody waits for. */
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export function timedJournal<J extends Pick<Journal, 'append'>>(journal: J, { meters, clock }: Taken): J {
  return {
    ...journal,
    async append(commit) {
      const begunMs = clock.monoMs();
      try {
        await journal.append(commit);
      } catch (fault) {
        meters.count('journal_append_failures_total');
        throw fault;
      }
      meters.observe('journal_append_duration_seconds', (clock.monoMs() - begunMs) / 1000, bounds);
    },
  };
}

export const timedStore = <S extends { readonly journal: Journal }>(store: S, taken: Taken): S => ({
  ...store,
  journal: timedJournal(store.journal, taken),
});

/** Also of a tap that could not be recorded. */
export function timedTaps<G extends Pick<Gateway, 'tap'>>(gateway: G, { meters, clock }: Taken): G {
  return {
    ...gateway,
    async tap(tap) {
      const begunMs = clock.monoMs();
      try {
        return await gateway.tap(tap);
      } finally {
        meters.observe('tap_duration_seconds', (clock.monoMs() - begunMs) / 1000, bounds);
      }
    },
  };
}
