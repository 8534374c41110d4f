// A workshop that bills and pays: plans, packs, wallets, budgets and shared cost codes beside terms of billing, and what its
// books must hold, reckoned from the entries by a sum of its own.

import type { Entry } from '../../src/domain/journal/entry.ts';
import { emptyBooks, enterInBooks } from '../../src/domain/ledger/books.ts';
import type { Workshop } from '../../src/domain/machine/workshop.ts';
import type { Gateway } from '../../src/gateway/gateway.ts';
import { billingWorkshop, sampleBuyer } from './billing-workshop.ts';
import type { World } from './fake-world.ts';

const hourMs = 3_600_000;
const always = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };

export const payingBilling: Workshop = {
  ...billingWorkshop,
  paying: {
    consume: ['plan', 'pack', 'grant', 'wallet', 'invoice'],
    holdMinor: '500',
    belowZeroMinor: '0',
    lessons: 'learner',
    packs: {
      'ten-hours': {
        name: 'Ten hours',
        ms: 10 * hourMs,
        pools: ['lasers'],
        priceMinor: '8000',
        validDays: 90,
      },
      credit: { name: 'Credit', minor: '2000', priceMinor: '1800', validDays: 60 },
    },
  },
  plans: { maker: { name: 'Maker', included: { ms: hourMs / 2, pools: ['lasers'], carryMonths: 0 } } },
  costCodes: {
    horizon: { name: 'Horizon', budgetMinor: '700' },
    shared: {
      name: 'Shared',
      payers: [
        { payer: 'member', parts: 1 },
        { payer: 'horizon', parts: 2 },
      ],
    },
  },
};

export const payerOf = (gateway: Gateway, handle: string): string =>
  `member:${gateway.personByHandle(handle)?.member}`;

export async function recordAddresses(gateway: Gateway, payers: readonly string[]): Promise<void> {
  for (const payer of payers) {
    const outcome = await gateway.invoicing.setBuyer({ payer, buyer: sampleBuyer, by: 'console' });
    if (!outcome.ok) throw new Error(`${payer}: ${outcome.code}`);
  }
}

/** Account → balance in euro. */
export async function balancesOf(world: World): Promise<ReadonlyMap<string, bigint>> {
  const books = emptyBooks();
  for (const entry of await world.journal.query({ types: ['posted'], ...always })) {
    const refused = enterInBooks(books, entry as Entry);
    if (refused !== null) throw new Error(refused);
  }
  return new Map(
    [...books.balances].flatMap(([account, units]) => {
      const minor = units.get('EUR') ?? 0n;
      return minor === 0n ? [] : [[account, minor] as const];
    }),
  );
}

/** Of each invoice what is unpaid, below zero where more was credited; one that is billed again is none any more. */
function unpaidIn(entries: readonly Entry[]) {
  const unpaid = new Map<string, { readonly payer: string; minor: bigint }>();
  for (const { type, data } of entries) {
    if (type === 'invoice-issued') {
      const minor = BigInt(data.grossMinor) - BigInt(data.prepaidMinor ?? '0');
      unpaid.set(data.invoice, { payer: data.payer, minor });
    }
    const credited = type === 'credit-note-issued' ? unpaid.get(data.credits) : undefined;
    if (type !== 'credit-note-issued' || !credited) continue;
    credited.minor = data.again ? 0n : credited.minor - BigInt(data.grossMinor);
  }
  return [...unpaid.values()];
}

/** What accounts of payers, VAT and income must hold: unpaid invoices, what is not billed yet, and what budgets paid. */
export async function owedBalances(world: World, month: string): Promise<ReadonlyMap<string, bigint>> {
  const sums = new Map<string, bigint>();
  const add = (account: string, minor: bigint): void => {
    sums.set(account, (sums.get(account) ?? 0n) + minor);
  };
  const all = await world.journal.query({
    types: [
      'use-paid',
      'charge-made',
      'charge-corrected',
      'invoice-issued',
      'credit-note-issued',
      'pack-sold',
    ],
    ...always,
  });
  for (const { type, data } of all) {
    if (type === 'use-paid')
      for (const { kind, minor } of data.parts) if (kind === 'grant') add(data.payer, BigInt(minor));
    if (type === 'charge-made' || type === 'charge-corrected')
      add(`income:${data.pool}`, -BigInt(data.minor));
    if (type === 'invoice-issued') add('vat', -BigInt(data.vatMinor));
    if (type === 'credit-note-issued') add('vat', BigInt(data.vatMinor));
    if (type === 'pack-sold' && data.unit !== data.currency) add('income:packs', -BigInt(data.priceMinor));
  }
  for (const { payer, minor } of unpaidIn(all)) add(payer, minor);
  const read = await world.gateway.invoicing.drafts(month);
  if (!read.ok) throw new Error(read.code);
  for (const { payer, income, prepaidMinor } of read.drafts)
    add(
      payer,
      income.reduce((sum, { postedMinor }) => sum + postedMinor, -prepaidMinor),
    );
  return new Map([...sums].filter(([, minor]) => minor !== 0n));
}
