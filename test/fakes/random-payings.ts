// Random lives of a member's purse: lots, a wallet, uses that become known in any order, and expiries between them; applied
// entry by entry as the journal would.

import fc from 'fast-check';
import { owedExpiries, owedPayments } from '../../src/domain/allowance/owed-payments.ts';
import { payersOfCharge } from '../../src/domain/allowance/settle.ts';
import { apply } from '../../src/domain/journal/apply.ts';
import type { Entry, EntryBody } from '../../src/domain/journal/entry.ts';
import { emptyState, type State } from '../../src/domain/journal/state.ts';
import { type Books, emptyBooks, enterInBooks } from '../../src/domain/ledger/books.ts';
import { sampleWorkshop } from './sample-workshop.ts';

export const dayMs = 86_400_000;
export const firstMs = Date.UTC(2026, 10, 2);
/** All that happens does so within so many days, which are fewer than are replayed. */
const lifeDays = 30;
export const lastMs = firstMs + lifeDays * dayMs;
const poolNames = ['lasers', 'mills'] as const;

type RandomLot = {
  readonly kind: 'plan' | 'pack';
  readonly isTime: boolean;
  readonly pool: string | null;
  readonly amount: number;
  readonly fromDay: number;
  readonly days: number;
};
type RandomUse = {
  readonly minute: number;
  readonly pool: string;
  readonly cents: number;
  readonly ms: number;
};
export type RandomLife = {
  readonly lots: readonly RandomLot[];
  readonly wallet: number;
  readonly uses: readonly RandomUse[];
  /** Keys by which they become known. */
  readonly order: readonly number[];
};

const lot: fc.Arbitrary<RandomLot> = fc.record({
  kind: fc.constantFrom('plan', 'pack'),
  isTime: fc.boolean(),
  pool: fc.constantFrom(...poolNames, null),
  amount: fc.integer({ min: 1, max: 20_000 }),
  fromDay: fc.integer({ min: 0, max: 20 }),
  days: fc.integer({ min: 1, max: 20 }),
});
const use: fc.Arbitrary<RandomUse> = fc.record({
  // Whole days are among them, so that expiries are met at their instant.
  minute: fc.oneof(
    fc.integer({ min: 0, max: lifeDays * 1440 - 1 }),
    fc.integer({ min: 0, max: lifeDays - 1 }).map((day) => day * 1440),
  ),
  pool: fc.constantFrom(...poolNames),
  cents: fc.integer({ min: 1, max: 5_000 }),
  ms: fc.integer({ min: 0, max: 20_000 }),
});

export const anyLife: fc.Arbitrary<RandomLife> = fc.record({
  lots: fc.array(lot, { maxLength: 4 }),
  wallet: fc.integer({ min: 0, max: 4_000 }),
  uses: fc.array(use, { minLength: 1, maxLength: 6 }),
  order: fc.array(fc.nat(1_000), { minLength: 6, maxLength: 6 }),
});

export const lotId = (index: number): string => `lot-${index}`;
export const useId = (index: number): string => `use-${index}`;

export type Lived = { readonly state: State; readonly books: Books };

/** The uses become known in that order, each paid before the next is known; lots expire in between. */
export function live(life: RandomLife, order: readonly number[]): Lived {
  const lived = begin(life);
  const known = life.uses.map((_, index) => index).sort((a, b) => (order[a] ?? 0) - (order[b] ?? 0) || a - b);
  for (const index of known) {
    const one = life.uses[index];
    if (!one) continue;
    write(lived, [chargeOf(useId(index), one)]);
    settleAll(lived);
  }
  return lived;
}

export function settleAll(lived: Lived): number {
  let written = 0;
  const { charges } = lived.state.allowances;
  const payers = new Set([...charges.values()].flatMap((charge) => [...payersOfCharge(charge)]));
  for (const payer of payers) written += write(lived, owedPayments(lived.state, payer, lastMs));
  return written + write(lived, owedExpiries(lived.state, lastMs));
}

function begin({ lots, wallet }: RandomLife): Lived {
  const state = emptyState('gateway-1');
  const lived = { state, books: emptyBooks() };
  const paying = {
    consume: ['plan', 'pack', 'grant', 'wallet', 'invoice'],
    holdMinor: '0',
    belowZeroMinor: '0',
    lessons: 'learner',
  } as const;
  write(lived, [{ type: 'workshop-described', data: { workshop: { ...sampleWorkshop, paying } } }], firstMs);
  if (wallet > 0) write(lived, [posted('top-up', 'wallet:anna', { unit: 'EUR', amount: wallet })], firstMs);
  lots.forEach(({ kind, isTime, pool, amount, fromDay, days }, index) => {
    const fromMs = firstMs + fromDay * dayMs;
    const unit = isTime ? 'hours:any' : 'EUR';
    const name = lotId(index);
    const data = {
      ...{ lot: name, kind, of: 'sample', member: 'anna', unit, amount: String(amount) },
      ...(pool === null ? {} : { pools: [pool] }),
      ...{ fromMs, expiresMs: fromMs + days * dayMs },
    };
    write(
      lived,
      [{ type: 'allowance-granted', data }, posted('grant', `allowance:${name}`, { unit, amount })],
      firstMs,
    );
  });
  return lived;
}

const posted = (kind: string, account: string, of: { unit: string; amount: number }): EntryBody => ({
  type: 'posted',
  data: {
    posting: `${kind}-${account}`,
    kind,
    reference: null,
    key: `${kind} ${account}`,
    dateMs: firstMs,
    lines: [
      { account: 'granted:sample', unit: of.unit, minor: String(of.amount) },
      { account, unit: of.unit, minor: String(-of.amount) },
    ],
  },
});

const chargeOf = (session: string, { minute, pool, cents, ms }: RandomUse): EntryBody => ({
  type: 'charge-made',
  data: {
    ...{ session, machine: 'laser', pool, member: 'anna', team: null, currency: 'EUR' },
    lines: [{ month: '2026-11', costCode: null, tariff: null, minor: String(cents), ms }],
    minor: String(cents),
    fromMs: firstMs + minute * 60_000,
  },
});

/** As the journal would; throws where the books refuse. */
function write({ state, books }: Lived, bodies: readonly EntryBody[], atMs = lastMs): number {
  for (const body of bodies) {
    const entry: Entry = { ...body, seq: state.seq + 1, gateway: 'g', boot: 'b', atMs, monoMs: 0, v: 1 };
    apply(state, entry);
    const no = enterInBooks(books, entry);
    if (no !== null) throw new Error(`the books refuse ${JSON.stringify(body)}: ${no}`);
  }
  return bodies.length;
}
