// Credits an invoice, all of it or some of its lines, by a further document with a number of its own: what was issued is never
// edited. Each line is credited once.

import { creditDocument, documentText, readDocument } from '../domain/billing/invoice-document.ts';
import type { CreditNoteIssued, InvoiceIssued } from '../domain/journal/invoice-entries.ts';
import { decidePosting } from '../domain/ledger/decide-posting.ts';
import type { Posting } from '../domain/ledger/posting.ts';
import { split } from '../domain/ledger/split.ts';
import { localDate } from '../domain/time.ts';
import { type FinaliseMonth, nextNumber } from './finalise-month.ts';
import type { CreditOutcome, CreditWish } from './invoicing-asked.ts';
import type { Journal, Ledger } from './ports.ts';

export type CreditInvoice = FinaliseMonth & {
  readonly journal: Pick<Journal, 'document'>;
  readonly ledger: Pick<Ledger, 'posting'>;
};

const always = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };

/** To be called in turn. */
export async function creditInvoice(box: CreditInvoice, wish: CreditWish): Promise<CreditOutcome> {
  const { committer, journal } = box;
  const state = committer.tentative();
  if (!state.synchronised) return no('clock-unset', null);
  const { workshop } = state;
  const terms = workshop?.billing;
  if (!workshop || !terms) return no('billing-none', null);
  const issued = await journal.query({ types: ['invoice-issued', 'credit-note-issued'], ...always });
  const entry = issued.find((one) => one.type === 'invoice-issued' && one.data.invoice === wish.invoice);
  const row = entry ? await journal.document(wish.invoice) : null;
  const posted = entry ? await box.ledger.posting({ key: `invoice:${wish.invoice}` }) : null;
  if (entry?.type !== 'invoice-issued' || !row || (!posted && !entry.data.income))
    return no('invoice-unknown', wish.invoice.slice(0, 64));
  const original = readDocument(row.text);
  const ids = original.invoice.lines.map(({ id }) => id);
  const wanted = wish.lines ?? ids;
  const strange = wanted.find((id) => !ids.includes(id));
  if (strange !== undefined || wanted.length === 0 || (wish.again && wish.lines !== null))
    return no('lines-unknown', strange ?? null);
  const before = issued.flatMap((one) =>
    one.type === 'credit-note-issued' && one.data.credits === wish.invoice ? (one.data.lines ?? ids) : [],
  );
  const twice = wanted.find((id) => before.includes(id));
  if (twice !== undefined) return no('credited-already', twice);
  // After a dispute a part of it is credited already, and no line by itself says which.
  const isContested = issued.some(
    ({ type, data }) =>
      type === 'credit-note-issued' && data.credits === wish.invoice && data.uses !== undefined,
  );
  if (isContested && wanted.length === ids.length) return no('credited-already', null);
  // From here to the commit nothing is awaited: number, state and entry belong together.
  const nowMs = committer.stamp().atMs;
  const issuedOn = localDate(nowMs, workshop.space.timezone);
  const numbered = nextNumber(box, { terms, series: 'credit-note', issuedOn });
  const { lines, why } = wish;
  const document = creditDocument(original, { number: numbered.number, issuedOn, lines, why });
  const { netMinor, vatMinor, grossMinor, currency } = document.invoice;
  // What would ask for money is no credit: those lines were credits themselves.
  if (grossMinor <= 0n) return no('lines-unknown', null);
  if (wish.dryRun) return { ok: true, invoice: null, number: null, grossMinor };
  const invoice = box.newId();
  const text = documentText(document);
  const hash = box.secrets.digest(text);
  const posting: Posting = {
    posting: box.newId(),
    kind: 'credit-note',
    reference: numbered.number,
    key: `credit-note:${invoice}`,
    dateMs: nowMs,
    lines: creditLines({
      ...{ vat: document.invoice.vat, payer: entry.data.payer, currency },
      income: creditedIncome(entry.data, { posted, isAgain: wish.again, net: netMinor }),
    }),
  };
  const isEmpty = posting.lines.length === 0;
  const decision = isEmpty ? null : decidePosting(committer.tentative(), posting, { nowMs });
  if (decision && !decision.ok) return decision;
  const { payer } = entry.data;
  const data: CreditNoteIssued = {
    ...{ invoice, ...numbered, payer, issuedOn, currency, hash, credits: wish.invoice, lines: wish.lines },
    netMinor: netMinor.toString(),
    vatMinor: vatMinor.toString(),
    grossMinor: grossMinor.toString(),
    again: wish.again,
    ...(why && { why }),
    by: wish.by,
  };
  await committer.commit(
    [{ type: 'credit-note-issued', data }, ...(isEmpty ? [] : [{ type: 'posted', data: posting } as const])],
    { people: [{ kind: 'document', document: { invoice, number: numbered.number, payer, hash, text } }] },
  );
  return { ok: true, invoice, number: numbered.number, grossMinor };
}

type Income = readonly { readonly pool: string; readonly minor: bigint }[];

type Wished = { readonly posted: Posting | null; readonly isAgain: boolean; readonly net: bigint };

/** What is taken off the income of each pool. What is billed again stays posted by its uses, and only the invoice's own goes. */
function creditedIncome({ income }: InvoiceIssued, { posted, isAgain, net }: Wished): Income {
  if (isAgain && income)
    return income.map(({ pool, minor, postedMinor }) => ({
      pool,
      minor: BigInt(minor) - BigInt(postedMinor),
    }));
  const earned =
    income?.map(({ pool, minor }) => ({ id: pool, weight: BigInt(minor) })) ??
    (posted?.lines ?? []).flatMap(({ account, minor }) =>
      account.startsWith('income:') ? [{ id: account.slice('income:'.length), weight: -BigInt(minor) }] : [],
    );
  const shares = earned.filter(({ weight }) => weight > 0n);
  return split(net, shares).map(({ id, minor }) => ({ pool: id, minor }));
}

type Credited = {
  readonly income: Income;
  readonly vat: readonly { readonly rate: { readonly id: string }; readonly vatMinor: bigint }[];
  readonly payer: string;
  readonly currency: string;
};

/** The other way round than the invoice. */
export function creditLines({ income, vat, payer, currency }: Credited): Posting['lines'] {
  const taken = [
    ...income.map(({ pool, minor }) => ({ account: `income:${pool}`, minor })),
    ...vat.map(({ rate, vatMinor }) => ({ account: `vat:${rate.id}`, minor: vatMinor })),
  ];
  const back = { account: payer, minor: taken.reduce((sum, { minor }) => sum - minor, 0n) };
  return [back, ...taken]
    .filter(({ minor }) => minor !== 0n)
    .map(({ account, minor }) => ({ account, unit: currency, minor: minor.toString() }));
}

const no = <Code>(code: Code, about: string | null) => ({ ok: false, code, about }) as const;
