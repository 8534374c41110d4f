// Makes invoices of drafts: each in one commit with its number, its posting and its frozen document, so that whatever fails
// leaves neither half an invoice nor a gap in the numbers. A dry run does all but the commit.

import { type BillingTerms, numberOf } from '../domain/billing/billing-terms.ts';
import type { Draft } from '../domain/billing/draft.ts';
import { earlier } from '../domain/billing/draft-steps.ts';
import type { Invoice, Party } from '../domain/billing/invoice.ts';
import { documentText, invoiceDocument } from '../domain/billing/invoice-document.ts';
import { lastNumber } from '../domain/journal/invoice-entries.ts';
import { decidePosting } from '../domain/ledger/decide-posting.ts';
import type { Posting } from '../domain/ledger/posting.ts';
import { localDate } from '../domain/time.ts';
import type { Mandate } from './bank-asked.ts';
import type {
  Buyer,
  DraftTold,
  FinaliseOutcome,
  FinaliseWish,
  IssuedNow,
  Progress,
} from './invoicing-asked.ts';
import type { BuyerRow } from './papers.ts';
import type { Secrets } from './ports.ts';
import { type DraftsRead, type ReadDrafts, readDrafts } from './read-drafts.ts';
import { createSlices } from './slices.ts';

export type FinaliseMonth = ReadDrafts & {
  readonly secrets: Pick<Secrets, 'digest'>;
  readonly newId: () => string;
};

type Refusal = Extract<FinaliseOutcome, { ok: false }>;

/** To be called in turn: the drafts are read after the invoices of the call before are on the disk. */
export async function finaliseMonth(
  box: FinaliseMonth,
  wish: FinaliseWish,
  tell: (progress: Progress) => void,
): Promise<FinaliseOutcome> {
  const { committer } = box;
  if (!committer.tentative().synchronised) return { ok: false, code: 'clock-unset', about: null };
  const { month } = wish;
  const read = await readDrafts(box, month, (step) => tell({ month, step: 'rating', ...step }));
  if (!read.ok) return read;
  if (committer.stamp().atMs < read.fromMs && !wish.dryRun) return graceRuns(read);
  const wanted = read.drafts.filter(({ payer }) => wish.payer === null || payer === wish.payer);
  if (wish.payer !== null && wanted.length === 0)
    return { ok: false, code: 'draft-unknown', about: wish.payer.slice(0, 80) };
  const ready = wanted.filter(({ stays }) => stays === null);
  const stayed = wanted
    .filter(({ stays }) => stays !== null)
    .map(({ payer, name, stays }) => ({ payer, name, stays }));
  const issued: IssuedNow[] = [];
  tell({ month, step: 'issuing', done: 0, total: ready.length });
  for await (const one of issueAll(box, { ready, read, wish })) {
    if (!one.ok) return one;
    issued.push(one.issued);
    tell({ month, step: 'issuing', done: issued.length, total: ready.length });
  }
  if (wish.payer === null && !wish.dryRun) await markFinalised(box, { wanted, read, wish });
  return { ok: true, issued, stayed };
}

/** So many commits wait for the disk at a time: they share an fsync, and numbers are given in their order all the same. */
const commitsInFlight = 64;

type IssuingAll = Omit<Issuing, 'draft'> & { readonly ready: readonly DraftTold[] };

/** After a commit that failed those behind it fail too, and all of their numbers are given back. */
async function* issueAll(box: FinaliseMonth, { ready, read, wish }: IssuingAll): AsyncGenerator<Issued> {
  const slice = createSlices(box);
  const flying: Promise<Issued>[] = [];
  try {
    for (const draft of ready) {
      flying.push(issue(box, { draft, read, wish }));
      const [first] = flying;
      if (first && flying.length >= commitsInFlight) {
        yield await first;
        flying.shift();
      }
      const paused = slice();
      if (paused) await paused;
    }
    for (const one of flying) yield await one;
  } finally {
    await Promise.allSettled(flying);
  }
}

type Marking = Pick<Issuing, 'read' | 'wish'> & { readonly wanted: readonly DraftTold[] };

/** From now on drafts need nothing older than what stayed; a month before one that was gone through says nothing new. */
async function markFinalised({ committer }: FinaliseMonth, { wanted, read, wish }: Marking): Promise<void> {
  const { month, by } = wish;
  const before = committer.tentative().invoicing.finalised?.month ?? '';
  if (month < before) return;
  const stayed = wanted.filter(({ stays }) => stays !== null).flatMap(({ uses }) => uses);
  const isOver = read.unfinishedFrom === null || read.unfinishedFrom > month;
  const openFrom = stayed.reduce<string | null>(
    (first, use) => earlier(first, use.month),
    isOver ? null : read.unfinishedFrom,
  );
  const { throughSeq, terms } = read;
  const data = { month, throughSeq, billedFrom: terms.from, openFrom, by };
  await committer.commit([{ type: 'month-finalised', data }]);
}

const graceRuns = ({ fromMs, workshop }: DraftsRead): Refusal => ({
  ok: false,
  code: 'grace-runs',
  about: localDate(fromMs, workshop.space.timezone),
});

type Issued = { readonly ok: true; readonly issued: IssuedNow } | Refusal;
type Issuing = { readonly draft: DraftTold; readonly read: DraftsRead; readonly wish: FinaliseWish };

async function issue(box: FinaliseMonth, { draft, read, wish }: Issuing): Promise<Issued> {
  const { committer } = box;
  const { payer, name, grossMinor } = draft;
  if (wish.dryRun) return { ok: true, issued: { payer, name, invoice: null, number: null, grossMinor } };
  const row = read.buyers.get(payer);
  if (!row) throw new TypeError(`the draft of ${payer} is ready without an address`);
  // From here to the commit nothing is awaited: number, state and entry belong together.
  const nowMs = committer.stamp().atMs;
  const issuedOn = localDate(nowMs, read.workshop.space.timezone);
  const invoice = box.newId();
  const numbered = nextNumber(box, { terms: read.terms, series: 'invoice', issuedOn });
  const { workshop, terms } = read;
  const facts = { ...buyerFacts(row, read.terms), number: numbered.number, issuedOn, workshop, terms };
  const document = invoiceDocument(draft, facts);
  const text = documentText(document);
  const hash = box.secrets.digest(text);
  const posting = postingOf(draft, { posting: box.newId(), invoice, dateMs: nowMs, ...facts });
  // Where uses were posted before and nothing is taxed, nothing is left to post.
  const isEmpty = posting.lines.length === 0;
  const decision = isEmpty ? null : decidePosting(committer.tentative(), posting, { nowMs });
  if (decision && !decision.ok) return decision;
  const { netMinor, vatMinor } = draft;
  const sums = {
    netMinor: netMinor.toString(),
    vatMinor: vatMinor.toString(),
    grossMinor: grossMinor.toString(),
  };
  const { month, by } = wish;
  const { dueOn, currency } = document.invoice;
  const about = { invoice, ...numbered, payer, month, issuedOn, dueOn, currency, hash, ...sums, by };
  await committer.commit(
    [
      {
        type: 'invoice-issued',
        data: { ...about, throughSeq: read.throughSeq, lines: draft.uses, ...billedFacts(draft) },
      },
      ...(isEmpty ? [] : [{ type: 'posted', data: posting } as const]),
    ],
    {
      people: [{ kind: 'document', document: { invoice, number: numbered.number, payer, hash, text } }],
    },
  );
  return { ok: true, issued: { payer, name, invoice, number: numbered.number, grossMinor } };
}

const billedFacts = ({ income, prepaidMinor }: Draft) => ({
  income: income.map(({ pool, minor, postedMinor }) => ({
    pool,
    minor: minor.toString(),
    postedMinor: postedMinor.toString(),
  })),
  ...(prepaidMinor === 0n ? {} : { prepaidMinor: prepaidMinor.toString() }),
});

/** The one after the last that was decided; it is given back when the commit fails. */
export function nextNumber(
  { committer }: Pick<FinaliseMonth, 'committer'>,
  { terms, series, issuedOn }: { terms: BillingTerms; series: 'invoice' | 'credit-note'; issuedOn: string },
): { readonly number: string; readonly year: string; readonly nth: number } {
  const year = issuedOn.slice(0, 4);
  const nth = lastNumber(committer.tentative(), { series, year }) + 1;
  const pattern = series === 'invoice' ? terms.numbering.invoice : terms.numbering.creditNote;
  return { number: numberOf(pattern, { year, nth }), year, nth };
}

/** The address as it is printed. */
function buyerFacts(
  { payer, content }: BuyerRow,
  { seller }: BillingTerms,
): {
  readonly buyer: Party;
  readonly buyerReference?: string;
  readonly mandate?: NonNullable<Invoice['mandate']>;
} {
  const { street, zip, city, province, country, reference, language, mandate, ...rest } = JSON.parse(
    content,
  ) as Buyer & { readonly mandate?: Mandate };
  // Without an id of ours nothing can be collected, and the invoice must ask for the money.
  const isCollected = mandate !== undefined && seller.sepaCreditorId !== undefined;
  const address = { street, zip, city, ...(province === undefined ? {} : { province }), country };
  return {
    buyer: { id: payer, ...rest, address, ...(isCollected && accountOf(mandate)) },
    ...(isCollected && { mandate: printed(mandate) }),
    ...(reference === undefined ? {} : { buyerReference: reference }),
  };
}

const accountOf = ({ iban, bic }: Mandate) => ({ iban, ...(bic === undefined ? {} : { bic }) });

const printed = ({ id, signedOn, use }: Mandate): NonNullable<Invoice['mandate']> => ({
  ...{ id, signedOn },
  sequence: use === 'once' ? 'OOFF' : 'RCUR',
});

type About = Pick<Posting, 'posting' | 'dateMs'> & {
  readonly invoice: string;
  readonly number: string;
  readonly workshop: DraftsRead['workshop'];
};

/** What is owed to us, against income by pool and VAT by rate; without what uses and packs posted to that account before. */
function postingOf(draft: Draft, { posting, dateMs, invoice, number, workshop }: About): Posting {
  const unit = workshop.space.currency;
  const lines = [
    {
      account: draft.payer,
      minor: draft.income.reduce((sum, { postedMinor }) => sum - postedMinor, draft.grossMinor),
    },
    ...draft.income.map(({ pool, minor, postedMinor }) => ({
      account: `income:${pool}`,
      minor: postedMinor - minor,
    })),
    ...draft.vat.map(({ rate, vatMinor }) => ({ account: `vat:${rate.id}`, minor: -vatMinor })),
  ];
  return {
    posting,
    kind: 'invoice',
    reference: number,
    key: `invoice:${invoice}`,
    dateMs,
    lines: lines
      .filter(({ minor }) => minor !== 0n)
      .map(({ account, minor }) => ({ account, unit, minor: minor.toString() })),
  };
}
