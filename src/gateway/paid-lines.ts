// What paid for the uses of a statement, and under which numbers they were billed or credited: read from the journal beside the
// lines, and changing none of them.

import { sourceName } from '../domain/billing/source-name.ts';
import type { Given } from '../domain/journal/allowance-entries.ts';
import type { Entry } from '../domain/journal/entry.ts';
import type { Workshop } from '../domain/machine/workshop.ts';
import type { Journal } from './ports.ts';

export type PaidRead = {
  readonly payer: string;
  readonly kind: string;
  readonly name: string | null;
  readonly unit: string;
  readonly amount: string;
  readonly minor: string;
};

export type PaidLines = {
  /** What paid for the whole use; nothing where no posting did. */
  paidOf(session: string): readonly PaidRead[];
  /** Numbers that bill it, or that credit it after a dispute. */
  numbersOf(session: string, what: 'use' | 'credit'): readonly string[];
};

const types = ['use-paid', 'invoice-issued', 'credit-note-issued'] as const;

/** @param of `sinceMs`: uses that were charged since then */
export async function readPaidLines(
  journal: Pick<Journal, 'query'>,
  { workshop, sinceMs }: { readonly workshop: Workshop | null; readonly sinceMs: number },
): Promise<PaidLines> {
  const toMs = Number.MAX_SAFE_INTEGER;
  const entries = await journal.query({ types, fromMs: Math.max(0, sinceMs), toMs });
  // A pack may have been sold long before it pays.
  const lots = await journal.query({ types: ['allowance-granted', 'pack-sold'], fromMs: 0, toMs });
  const ofLot: ReadonlyMap<string, string> = new Map(
    lots.flatMap(({ type, data }) =>
      type === 'allowance-granted' || type === 'pack-sold'
        ? [[`allowance:${data.lot}`, data.of] as const]
        : [],
    ),
  );
  const paid = paidIn(entries);
  const numbers = numbersIn(entries);
  return {
    paidOf: (session) =>
      [...(paid.get(session)?.values() ?? [])].flatMap(({ payer, source, kind, unit, amount, minor }) => {
        const of = ofLot.get(source) ?? null;
        const name =
          kind === 'invoice' ? payerName(workshop, payer) : workshop && sourceName(workshop, { source, of });
        const amounts = { amount: amount.toString(), minor: minor.toString() };
        return amount === 0n && minor === 0n ? [] : [{ payer, kind, name, unit, ...amounts }];
      }),
    numbersOf: (session, what) => [...(numbers.get(`${what} ${session}`) ?? [])],
  };
}

type Part = Given & { readonly payer: string; readonly source: string };

function paidIn(entries: readonly Entry[]): ReadonlyMap<string, ReadonlyMap<string, Part>> {
  const paid = new Map<string, Map<string, Part>>();
  for (const { type, data } of entries) {
    if (type !== 'use-paid') continue;
    const { session, payer, parts } = data;
    const own = paid.get(session) ?? new Map<string, Part>();
    paid.set(session, own);
    for (const { source, kind, unit, amount, minor } of parts) {
      const known = own.get(`${payer} ${source}`) ?? { payer, source, kind, unit, amount: 0n, minor: 0n };
      known.amount += BigInt(amount);
      known.minor += BigInt(minor);
      own.set(`${payer} ${source}`, known);
    }
  }
  return paid;
}

function numbersIn(entries: readonly Entry[]): ReadonlyMap<string, ReadonlySet<string>> {
  const numbers = new Map<string, Set<string>>();
  for (const { type, data } of entries) {
    if (type !== 'invoice-issued' && type !== 'credit-note-issued') continue;
    const isInvoice = type === 'invoice-issued';
    for (const { session } of (isInvoice ? data.lines : data.uses) ?? []) {
      const key = `${isInvoice ? 'use' : 'credit'} ${session}`;
      numbers.set(key, (numbers.get(key) ?? new Set()).add(data.number));
    }
  }
  return numbers;
}

/** Members have names beside the journal; a team is called by its id. */
function payerName(workshop: Workshop | null, payer: string): string | null {
  const [kind, id = ''] = payer.split(':');
  if (kind === 'team') return id;
  const codes = workshop?.costCodes ?? {};
  return kind === 'cost-code' ? ((Object.hasOwn(codes, id) ? codes[id]?.name : undefined) ?? id) : null;
}
