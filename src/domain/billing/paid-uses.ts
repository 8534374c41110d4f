// What the journal says about paying for uses: who pays for which part of them, what each source gave, and how much was charged
// while nothing was paid by postings. Invoices bill what these leave, so that one use is never posted twice.

import { type PayerShare, payersOf } from '../allowance/paying.ts';
import type { Given } from '../journal/allowance-entries.ts';
import type { Entry } from '../journal/entry.ts';
import type { Workshop } from '../machine/workshop.ts';

export type PaidUse = {
  /** Charged while the workshop described no paying: no posting was made of it. */
  unpostedMinor: bigint;
  /** Whether anything of it was charged while it did. */
  isPosted: boolean;
  /** Cost code, or nothing → who pays, since its first charge. */
  readonly payers: Map<string, readonly PayerShare[]>;
  /** Who pays for all of it since somebody changed it; else null. */
  changed: readonly PayerShare[] | null;
  /** Payer → source → what it gave. */
  readonly paid: Map<string, Map<string, Given>>;
};

/** Session → what paid for it; uses that were not charged yet are not among them. */
export function paidUses(entries: readonly Entry[]): ReadonlyMap<string, PaidUse> {
  const found = new Map<string, PaidUse>();
  let workshop: Workshop | null = null;
  for (const entry of entries) {
    if (entry.type === 'workshop-described') workshop = entry.data.workshop;
    if (entry.type === 'use-paid') addPaid(useIn(found, entry.data.session), entry.data);
    if (entry.type === 'charge-made' || entry.type === 'charge-corrected')
      addCharge(useIn(found, entry.data.session), entry.data, workshop);
  }
  return found;
}

type Of<T extends Entry['type']> = Extract<Entry, { type: T }>['data'];

function useIn(uses: Map<string, PaidUse>, session: string): PaidUse {
  const known = uses.get(session);
  if (known) return known;
  const use = { unpostedMinor: 0n, isPosted: false, payers: new Map(), changed: null, paid: new Map() };
  uses.set(session, use);
  return use;
}

/** As the state of allowances follows charges: from the first that finds paying described. */
function addCharge(use: PaidUse, data: Of<'charge-made' | 'charge-corrected'>, workshop: Workshop | null) {
  use.isPosted ||= workshop?.paying !== undefined;
  if (!use.isPosted) use.unpostedMinor += BigInt(data.minor);
  if ('payers' in data && data.payers) use.changed = data.payers;
  if (!use.isPosted) return;
  const { member, team, trainer = null } = data;
  const plan = data.plan === undefined ? {} : { plan: data.plan };
  for (const { costCode } of data.lines) {
    const key = costCode ?? '';
    if (!use.payers.has(key))
      use.payers.set(key, payersOf(workshop, { member, team, trainer, costCode, ...plan }));
  }
}

function addPaid({ paid }: PaidUse, { payer, parts }: Of<'use-paid'>): void {
  const sources = paid.get(payer) ?? new Map<string, Given>();
  paid.set(payer, sources);
  for (const { source, kind, unit, amount, minor } of parts) {
    const given = sources.get(source) ?? { kind, unit, amount: 0n, minor: 0n };
    given.amount += BigInt(amount);
    given.minor += BigInt(minor);
    if (given.amount === 0n && given.minor === 0n) sources.delete(source);
    else sources.set(source, given);
  }
}
