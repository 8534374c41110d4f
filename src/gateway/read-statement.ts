// The statement of a month as people read it: rated from the journal alone, with names from the people table. Works
// beside a running gateway, because it only reads.

import { type Account, statementOf } from '../domain/billing/statement.ts';
import type { Entry } from '../domain/journal/entry.ts';
import type { Workshop } from '../domain/machine/workshop.ts';
import { currencyDigits } from '../domain/money.ts';
import { billedTypes } from '../domain/usage/metered-of.ts';
import { type PaidLines, readPaidLines } from './paid-lines.ts';
import type { Journal } from './ports.ts';
import { type Beside, type LineRead, readLine } from './read-line.ts';

export type StatementRead = {
  readonly space: string;
  readonly month: string;
  readonly currency: string;
  readonly digits: number;
  readonly accounts: AccountRead[];
  readonly minor: string;
  readonly openSessions: number;
};

type AccountRead = {
  readonly member: string;
  readonly name: string;
  readonly team: string | null;
  readonly lines: LineRead[];
  readonly minor: string;
};

const dayMs = 86_400_000;
const statementTypes = [...billedTypes, 'charge-corrected', 'dispute-settled'] as const;
/** A session older than this at the beginning of the month is not counted as open; none should be. */
const longestSessionMs = 60 * dayMs;

/** @param month `yyyy-mm`; the caller has checked its form */
export async function readStatement(
  journal: Pick<Journal, 'query' | 'people' | 'notes'>,
  month: string,
): Promise<StatementRead> {
  const { entries, descriptions, fromMs, toMs } = await readMonth(journal, month);
  const workshop = latestWorkshop(descriptions);
  const beside = await readBeside(journal, workshop);
  const paid = await readPaidLines(journal, { workshop, sinceMs: fromMs });
  const accounts = statementOf(entries, month)
    .map((account) => readAccount(account, { ...beside, paid }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const currency = workshop?.space.currency ?? 'EUR';
  return {
    space: workshop?.space.name ?? '',
    month,
    currency,
    digits: currencyDigits(currency),
    accounts,
    minor: accounts.reduce((total, account) => total + BigInt(account.minor), 0n).toString(),
    openSessions: await countOpen(journal, { fromMs: fromMs - longestSessionMs, toMs }),
  };
}

/** All that the statement of a month is made of, in order: every description, and all of every session that has a part in it. */
export async function readMonth(journal: Pick<Journal, 'query'>, month: string) {
  // A day on either side covers every time zone; `statementOf` then judges by the zone of the space.
  const fromMs = Date.parse(`${month}-01T00:00:00Z`) - dayMs;
  const toMs = fromMs + 33 * dayMs;
  const descriptions = await journal.query({
    types: ['workshop-described'],
    fromMs: 0,
    toMs: Number.MAX_SAFE_INTEGER,
  });
  // Use before and in an outage is written down when the gateway is back, which may be long after the month.
  const inMonth = await journal.query({
    types: statementTypes,
    fromMs,
    toMs: Number.MAX_SAFE_INTEGER,
  });
  const firstMs = inMonth.reduce((least, entry) => Math.min(least, sessionFromMs(entry)), fromMs);
  // The price of a part depends on the parts before it, also on those of the month before.
  const before = await journal.query({ types: ['segment-closed'], fromMs: firstMs, toMs: fromMs });
  const entries = [...descriptions, ...before, ...inMonth].sort((a, b) => a.seq - b.seq);
  return { entries, descriptions, fromMs, toMs };
}

function readAccount(account: Account, beside: Beside & { readonly paid: PaidLines }): AccountRead {
  const lines = withPaid(
    account.lines.map((line) => readLine(line, beside)),
    beside.paid,
  );
  return {
    member: account.member,
    name: beside.nameOf(account.member) ?? account.member,
    team: account.team,
    lines: lines.sort((a, b) => a.from.localeCompare(b.from)),
    minor: account.minor.toString(),
  };
}

/** What paid for a use stands on its first line, and numbers on each. */
function withPaid(lines: readonly LineRead[], { paidOf, numbersOf }: PaidLines): LineRead[] {
  const told = new Set<string>();
  return lines.map((line) => {
    const { session, components } = line;
    const paid = told.has(session) ? [] : [...paidOf(session)];
    told.add(session);
    const invoices = [...numbersOf(session, components[0]?.what === 'credit' ? 'credit' : 'use')];
    return {
      ...line,
      ...(paid.length === 0 ? {} : { paid }),
      ...(invoices.length === 0 ? {} : { invoices }),
    };
  });
}

async function readBeside(
  journal: Pick<Journal, 'people' | 'notes'>,
  workshop: Workshop | null,
): Promise<Beside> {
  const names = new Map((await journal.people()).map(({ member, name }) => [member, name]));
  const notes = new Map((await journal.notes()).map(({ session, text }) => [session, text]));
  return {
    workshop,
    nameOf: (member) => names.get(member),
    noteOf: (session) => notes.get(session),
  };
}

async function countOpen(
  journal: Pick<Journal, 'query'>,
  span: { fromMs: number; toMs: number },
): Promise<number> {
  const edges = await journal.query({
    types: ['session-started', 'session-handed-over', 'session-ended'],
    ...span,
  });
  const open = new Set<string>();
  for (const entry of edges) {
    if (entry.type === 'session-started') open.add(entry.data.session);
    if (entry.type === 'session-ended') open.delete(entry.data.session);
    if (entry.type !== 'session-handed-over') continue;
    open.delete(entry.data.from);
    open.add(entry.data.to);
  }
  return open.size;
}

function latestWorkshop(descriptions: readonly Entry[]): Workshop | null {
  const latest = descriptions.at(-1);
  return latest?.type === 'workshop-described' ? latest.data.workshop : null;
}

const sessionFromMs = (entry: Entry): number =>
  entry.type === 'segment-closed' ? entry.data.sessionFromMs : Number.MAX_SAFE_INTEGER;
