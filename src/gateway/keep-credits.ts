// Sees to it that no dispute of an issued invoice is without its credit note: looks after whatever a settlement changes, and
// after a start at what the boot before may have left.

import type { EntryBody } from '../domain/journal/entry.ts';
import type { Committer } from './commit.ts';
import type { Change } from './gateway.ts';
import type { ChargeKeeper } from './keep-charges.ts';
import type { Log } from './ports.ts';

export type CreditKeeper = {
  /** Of what is on the disk. */
  follow(change: Change): void;
  /** To be called at each tick. */
  settle(): void;
};

type Box = {
  readonly committer: Pick<Committer, 'stamp' | 'durable'>;
  readonly charges: Pick<ChargeKeeper, 'isSettled'>;
  readonly log: Pick<Log, 'error'>;
  /** Issues what is owed. */
  readonly credit: () => Promise<unknown>;
};

/** After a fault. */
const pauseMs = 60_000;
/** So long after the last change it looks: what was taken off is charged and paid by then, or it looks again. */
const restMs = 5_000;

export function createCreditKeeper({ committer, charges, log, credit }: Box): CreditKeeper {
  /** Uses of which something was taken off since the start. */
  const contested = new Set<string>();
  let isDue = true;
  let isBusy = false;
  let notBeforeMonoMs = Number.NEGATIVE_INFINITY;

  const concerns = ({ type, data }: EntryBody): boolean => {
    if (type === 'dispute-settled') contested.add(data.charge);
    if (type === 'charge-corrected' || type === 'use-paid') return contested.has(data.session);
    return type === 'dispute-settled' || type === 'workshop-described' || type === 'clock-judged';
  };

  return {
    follow(change) {
      if (change.kind !== 'entry' || !concerns(change.body)) return;
      isDue = true;
      notBeforeMonoMs = Math.max(notBeforeMonoMs, committer.stamp().monoMs + restMs);
    },
    settle() {
      const isReady = charges.isSettled() && committer.stamp().monoMs >= notBeforeMonoMs;
      if (!isDue || isBusy || !isReady || committer.durable().workshop?.billing === undefined) return;
      isBusy = true;
      isDue = false;
      credit()
        .catch((fault: unknown) => {
          isDue = true;
          notBeforeMonoMs = committer.stamp().monoMs + pauseMs;
          const text = 'credit notes of disputes could not be issued; they are looked at again in a minute';
          log.error({ fault }, text);
        })
        .finally(() => {
          isBusy = false;
        });
    },
  };
}
