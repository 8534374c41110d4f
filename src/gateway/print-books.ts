// The books as a text for another program: read page by page, with names where they are wanted. A part of them begins with the
// balances from before it.

import { beancountText } from '../domain/ledger/beancount-text.ts';
import type { Posted } from '../domain/ledger/books.ts';
import { hledgerText } from '../domain/ledger/hledger-text.ts';
import type { LedgerText } from '../domain/ledger/ledger-text.ts';
import { type Stretch, timeclockText } from '../domain/ledger/timeclock-text.ts';
import type { Workshop } from '../domain/machine/workshop.ts';
import { meteredOf, useTypes } from '../domain/usage/metered-of.ts';
import type { Journal, Ledger } from './ports.ts';

export type BooksFrom = { readonly ledger: Ledger; readonly journal: Pick<Journal, 'query' | 'people'> };

export type PrintWish = {
  readonly as: 'hledger' | 'beancount' | 'timeclock';
  readonly fromMs: number;
  readonly toMs: number;
  /** People by their names instead of their keys. */
  readonly names: boolean;
};

const pageLimit = 1000;

export async function printBooks(from: BooksFrom, wish: PrintWish): Promise<string> {
  const { journal } = from;
  const always = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };
  const described = (await journal.query({ types: ['workshop-described'], ...always })).at(-1);
  const workshop = described?.type === 'workshop-described' ? described.data.workshop : null;
  const timezone = workshop?.space.timezone ?? 'UTC';
  const people = new Map((wish.names ? await journal.people() : []).map((one) => [one.member, one.name]));
  if (wish.as === 'timeclock') {
    const stretches = await readStretches(journal, wish);
    return timeclockText({ timezone, stretches, nameOf: (member) => people.get(member) ?? null });
  }
  const print = wish.as === 'hledger' ? hledgerText : beancountText;
  return print(await readText(from, { wish, workshop, people }));
}

type Known = {
  readonly wish: PrintWish;
  readonly workshop: Workshop | null;
  readonly people: ReadonlyMap<string, string>;
};

async function readText({ ledger }: BooksFrom, { wish, workshop, people }: Known): Promise<LedgerText> {
  const { fromMs } = wish;
  const opening =
    fromMs > 0 ? { atMs: fromMs, balances: await ledger.balances({ account: '', atMs: fromMs }) } : null;
  return {
    title: workshop?.space.name ?? 'Officina',
    currency: workshop?.space.currency ?? 'EUR',
    timezone: workshop?.space.timezone ?? 'UTC',
    opening,
    postings: await readPostings(ledger, { account: '', ...wish }),
    nameOf: (account) => people.get(account.slice(account.indexOf(':') + 1)) ?? null,
  };
}

/** All of them, however many pages. */
export async function readPostings(
  ledger: Pick<Ledger, 'postings'>,
  { account, fromMs, toMs }: { readonly account: string; readonly fromMs: number; readonly toMs: number },
): Promise<readonly Posted[]> {
  const found: Posted[] = [];
  for (;;) {
    const after = found.at(-1) ?? null;
    const page = await ledger.postings({ account, fromMs, toMs, after, limit: pageLimit });
    found.push(...page);
    if (page.length < pageLimit) return found;
  }
}

/** Who had which machine; a use that was withdrawn was none. */
async function readStretches(
  journal: Pick<Journal, 'query'>,
  { fromMs, toMs }: PrintWish,
): Promise<readonly Stretch[]> {
  // Use in an outage is written down long after, so that all later entries are looked at.
  const entries = await journal.query({ types: useTypes, fromMs, toMs: Number.MAX_SAFE_INTEGER });
  const withdrawn = new Set(
    entries.flatMap(({ type, data }) => (type === 'usage-withdrawn' ? [data.session] : [])),
  );
  return entries.flatMap((entry) => {
    const segment = meteredOf(entry);
    if (!segment || withdrawn.has(segment.session)) return [];
    if (segment.toMs <= fromMs || segment.fromMs >= toMs) return [];
    const { pool, machine, member, session, costCode } = segment;
    const about = costCode === null ? session : `${session} ${costCode}`;
    const within = { fromMs: Math.max(fromMs, segment.fromMs), toMs: Math.min(toMs, segment.toMs) };
    return [{ pool, machine, member, about, ...within }];
  });
}
