// The past under another tariff: what was used in some months is rated twice, as it was and as if the tariff had held, with all caps.
// It only reads. What people corrected by hand is left out on both sides: the rules alone are compared.

import { bookTypes, emptyBooks, takeEntry } from '../domain/billing/books.ts';
import type { Metered, Rated } from '../domain/billing/rate.ts';
import { billOf } from '../domain/billing/statement.ts';
import { withTariff } from '../domain/billing/with-tariff.ts';
import { monthAfter, monthEndMs } from '../domain/ledger/period.ts';
import type { Tariff } from '../domain/machine/tariff.ts';
import { dayMs } from '../domain/time.ts';
import type { Journal } from './ports.ts';
import { createSlices, type Slicing } from './slices.ts';

export type ReplayTariff = Slicing & { readonly journal: Pick<Journal, 'query'> };

export type TariffReplayWish = {
  readonly tariff: Tariff;
  readonly timezone: string;
  /** First and last month, `yyyy-mm`. */
  readonly from: string;
  readonly to: string;
};

export type TariffReplayed = {
  readonly uses: number;
  /** Member → what they paid, and what they would have paid. */
  readonly members: ReadonlyMap<string, { beforeMinor: bigint; afterMinor: bigint }>;
};

/** The longest session that began before, and the month whose caps it shares. */
const earlierMs = 62 * dayMs;
const windowMs = 7 * dayMs;

export async function replayTariff(box: ReplayTariff, wish: TariffReplayWish): Promise<TariffReplayed> {
  const { tariff, timezone, from, to } = wish;
  const slice = createSlices(box);
  const [fromMs, toMs] = [monthEndMs(monthAfter(from, -1), timezone), monthEndMs(to, timezone)];
  const books = emptyBooks(0);
  const described = { types: ['workshop-described'] as const, fromMs: 0, toMs: fromMs - earlierMs };
  for (const entry of await box.journal.query(described)) takeEntry(books, entry);
  // What was entered by hand may have become known later.
  for (let atMs = fromMs - earlierMs; atMs < toMs + earlierMs; atMs += windowMs) {
    const window = { types: bookTypes, fromMs: atMs, toMs: atMs + windowMs };
    for (const entry of await box.journal.query(window)) takeEntry(books, entry);
    await slice();
  }
  const lists = new Map<readonly Tariff[], readonly Tariff[]>();
  const changed = (one: Metered): Metered => {
    const tariffs = lists.get(one.tariffs) ?? withTariff(one.tariffs, tariff);
    lists.set(one.tariffs, tariffs);
    return { ...one, tariffs };
  };
  const isIn = ({ day }: Rated): boolean => day.slice(0, 7) >= from && day.slice(0, 7) <= to;
  const members = new Map<string, { beforeMinor: bigint; afterMinor: bigint }>();
  let uses = 0;
  for (const sessions of books.groups.values()) {
    const before = new Map([...sessions].map((session) => [session, books.uses.get(session) ?? []]));
    const after = new Map([...before].map(([session, parts]) => [session, parts.map(changed)]));
    const [old, next] = [billOf(before), billOf(after)].map((bill) =>
      bill.map((rated) => rated.filter(isIn)),
    );
    const [first] = old?.find((rated) => rated.length > 0) ?? [];
    await slice();
    // Only what the tariff is about is counted.
    if (!first || first.segment.pool !== tariff.pool) continue;
    const sums = members.get(first.segment.member) ?? { beforeMinor: 0n, afterMinor: 0n };
    sums.beforeMinor += sumOf(old);
    sums.afterMinor += sumOf(next);
    members.set(first.segment.member, sums);
    uses += old?.filter((rated) => rated.length > 0).length ?? 0;
  }
  return { uses, members };
}

const sumOf = (bill: readonly (readonly Rated[])[] = []): bigint =>
  bill.flat().reduce((sum, { minor }) => sum + minor, 0n);
