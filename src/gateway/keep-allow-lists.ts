// Keeps the lists of badges at readers at what is owed: a level, compared with what the reader holds, one change at a time. An
// absent reader is told nothing and waited for; whoever must not come in any more goes before all others.

import {
  allowListReaders,
  type Entry,
  isStillRight,
  type ListStep,
  nextListStep,
  type WantedEntry,
} from '../domain/access/allow-list.ts';
import type { SpellingName } from '../domain/access/spelling.ts';
import type { AllowListFacts } from './gateway.ts';
import { type AllowListPlan, type PlanBox, planAllowList } from './plan-allow-list.ts';
import type { AllowLists, Log } from './ports.ts';

export type AllowListKeeper = {
  /** Brings every list a step towards what is owed now. */
  reconcile(): void;
  /** The reader is there anew: nobody knows what it holds. */
  connected(reader: string): void;
  /** Whether it is there, as far as it says. */
  said(reader: string, there: boolean): void;
  /** Null for a reader that keeps no list. */
  facts(reader: string): AllowListFacts | null;
};

export type AllowListBox = PlanBox & { readonly allowLists: AllowLists; readonly log: Log };

/** What is owed is computed anew after a change, and without one for the sake of the clock. */
const planMs = { leastPause: 5_000, mostPause: 60_000 } as const;

/** A change that the reader did not acknowledge is tried again after this long, then twice as long, up to the slowest. */
const repeatMs = 1_000;
const slowestMs = 60_000;
const repeatsTold = 4;

type Kept = {
  there: boolean;
  /** By the text of the card; null while nobody knows. */
  held: Map<string, Entry> | null;
  plan: AllowListPlan | null;
  busy: boolean;
  failures: number;
  notBeforeMonoMs: number;
};

export function createAllowListKeeper(box: AllowListBox): AllowListKeeper {
  const { committer, allowLists } = box;
  const kept = new Map<string, Kept>();
  const readers = () => allowListReaders(committer.durable().workshop);
  const keptOf = (reader: string): Kept => {
    const fresh = { there: false, held: null, plan: null, busy: false, failures: 0, notBeforeMonoMs: 0 };
    const one = kept.get(reader) ?? fresh;
    kept.set(reader, one);
    return one;
  };

  const isOld = ({ seq, monoMs }: AllowListPlan): boolean => {
    const agoMs = committer.stamp().monoMs - monoMs;
    const isChanged = committer.durable().seq !== seq;
    return agoMs >= (isChanged ? planMs.leastPause : planMs.mostPause);
  };

  /** One change, and then the next, until there is none or one was not acknowledged. */
  const work = async (reader: string, one: Kept, spelling: SpellingName): Promise<void> => {
    if (one.plan === null || isOld(one.plan)) one.plan = planAllowList(box, reader, spelling);
    const { held } = one;
    const step = held && nextListStep(held, one.plan.wanted, committer.stamp());
    if (held !== null && step === null) return;
    const now = await tellNext(allowLists, { reader, held, step });
    // It came anew meanwhile: what it held before says nothing.
    if (one.held !== held) return;
    one.held = now;
    one.failures = now ? 0 : one.failures + 1;
    if (now) return work(reader, one, spelling);
    const pauseMs = Math.min(repeatMs * 2 ** Math.min(one.failures, 8), slowestMs);
    one.notBeforeMonoMs = committer.stamp().monoMs + pauseMs;
    if (one.failures === repeatsTold)
      box.log.warn(
        { reader },
        'a reader does not acknowledge its list of badges; it keeps what it has, for a day at most',
      );
  };

  return {
    reconcile() {
      const present = readers();
      for (const [reader, spelling] of present) {
        const one = keptOf(reader);
        if (one.busy || !one.there || committer.stamp().monoMs < one.notBeforeMonoMs) continue;
        one.busy = true;
        work(reader, one, spelling)
          .catch((fault: unknown) => box.log.error({ reader, fault }, 'a list of badges could not be kept'))
          .finally(() => {
            one.busy = false;
          });
      }
      for (const reader of kept.keys()) if (!present.has(reader)) kept.delete(reader);
    },
    connected(reader) {
      if (!readers().has(reader)) return;
      Object.assign(keptOf(reader), { there: true, held: null, failures: 0, notBeforeMonoMs: 0 });
    },
    said(reader, there) {
      const one = readers().has(reader) ? keptOf(reader) : null;
      if (one && one.there !== there) Object.assign(one, { there, held: null });
    },
    facts(reader) {
      const spelling = readers().get(reader);
      if (spelling === undefined) return null;
      const { held, plan } = keptOf(reader);
      const { wanted, missing, left } = plan ?? planAllowList(box, reader, spelling);
      const now = committer.stamp();
      const isTold = ([uid, { user, untilS }]: readonly [string, WantedEntry]): boolean =>
        untilS !== null && isStillRight(held?.get(uid), { user, untilS }, now);
      return { owed: wanted.size + missing + left, told: [...wanted].filter(isTold).length, missing, left };
    },
  };
}

type Next = { readonly reader: string; readonly held: Kept['held']; readonly step: ListStep | null };

/** @returns what the reader holds after that; null when nobody knows */
async function tellNext(allowLists: AllowLists, { reader, held, step }: Next): Promise<Kept['held']> {
  if (held === null || step === null) {
    const rows = await allowLists.held(reader);
    return rows && new Map(rows.map(({ uid, user, untilS }) => [uid, { user, untilS }]));
  }
  const { uid } = step;
  const done = await (step.kind === 'allow'
    ? allowLists.allow(reader, step)
    : allowLists.disallow(reader, uid));
  if (!done) return null;
  if (step.kind === 'allow') held.set(uid, { user: step.user, untilS: step.untilS });
  else held.delete(uid);
  return held;
}
