// Keeps what is paid at what is charged: grants the hours of the month, lets each source pay for uses that are over, takes back
// what expired, and gives free what was held. A level, compared at each tick after something that concerns it; what a crash
// left undone is done by the next start.

import { owedLots } from '../domain/allowance/owed-lots.ts';
import { owedExpiries, owedPayments } from '../domain/allowance/owed-payments.ts';
import { owedReleases } from '../domain/allowance/owed-releases.ts';
import { payersOfCharge } from '../domain/allowance/settle.ts';
import type { Entry, EntryBody } from '../domain/journal/entry.ts';
import type { Committer } from './commit.ts';
import type { HealthKeeper } from './health.ts';
import type { ChargeKeeper } from './keep-charges.ts';
import type { Log } from './ports.ts';
import { tellBudgets } from './tell-budgets.ts';

export type AllowanceKeeper = {
  /** These are on the disk. */
  follow(entries: readonly Entry[]): void;
  /** To be called at each tick. */
  settle(): void;
};

type Box = {
  readonly committer: Committer;
  readonly charges: Pick<ChargeKeeper, 'isSettled'>;
  readonly health: Pick<HealthKeeper, 'notice'>;
  readonly log: Pick<Log, 'error'>;
};

/** After a fault. */
const pauseMs = 60_000;
/** Without news, for the sake of the clock: months begin and lots expire. */
const lookMs = 5_000;

const news: ReadonlySet<Entry['type']> = new Set([
  ...(['workshop-described', 'member-recorded', 'clock-judged', 'session-ended'] as const),
  ...(['session-handed-over', 'charge-made', 'charge-corrected', 'pack-sold'] as const),
]);

export function createAllowanceKeeper({ committer, charges, health, log }: Box): AllowanceKeeper {
  /** Whose uses may be paid otherwise than they should. */
  const dirty = new Set<string>();
  const addPayers = (session: string): void => {
    const charge = committer.durable().allowances.charges.get(session);
    for (const payer of charge ? payersOfCharge(charge) : []) dirty.add(payer);
  };
  for (const session of committer.durable().allowances.charges.keys()) addPayers(session);
  let nextMonoMs = Number.NEGATIVE_INFINITY;
  let isBusy = false;

  const look = async (): Promise<void> => {
    const nowMs = committer.stamp().atMs;
    const write = async (bodies: readonly EntryBody[]): Promise<boolean> => {
      if (bodies.length > 0) await committer.commit(bodies);
      return bodies.length > 0;
    };
    while (await write(owedLots(committer.tentative(), nowMs)));
    for (const payer of [...dirty]) {
      await write(owedPayments(committer.tentative(), payer, nowMs));
      dirty.delete(payer);
    }
    await write(owedExpiries(committer.tentative(), nowMs));
    const isCharged = charges.isSettled();
    await write(owedReleases(committer.tentative(), { nowMs, isCharged }));
    tellBudgets(committer.durable(), health);
  };

  return {
    follow(entries) {
      for (const entry of entries) {
        if (news.has(entry.type)) nextMonoMs = Math.min(nextMonoMs, 0);
        if (entry.type === 'charge-made' || entry.type === 'charge-corrected') addPayers(entry.data.session);
      }
    },
    settle() {
      const state = committer.durable();
      const { monoMs } = committer.stamp();
      const isOpen = state.workshop?.paying !== undefined || state.allowances.charges.size > 0;
      if (!isOpen || !state.synchronised || isBusy || monoMs < nextMonoMs) return;
      isBusy = true;
      nextMonoMs = monoMs + lookMs;
      look()
        .catch((fault: unknown) => {
          log.error(
            { fault },
            'uses could not be paid from allowances; they are looked at again in a minute',
          );
          nextMonoMs = committer.stamp().monoMs + pauseMs;
        })
        .finally(() => {
          isBusy = false;
        });
    },
  };
}
