// Issues the credit notes that disputes owe: where a use that was contested is billed higher than it now costs, its payer gets
// the difference back by a document of its own. A level: what is credited already is owed no more, and nothing is forgotten.

import { lotsOf } from '../domain/billing/bill-items.ts';
import { billedOf } from '../domain/billing/billed-pieces.ts';
import { type Draft, disputeDraft, type Rated, ratedOf } from '../domain/billing/draft.ts';
import { aboutUses } from '../domain/billing/draft-steps.ts';
import {
  disputeDocument,
  documentText,
  type InvoiceDocument,
  readDocument,
} from '../domain/billing/invoice-document.ts';
import type { Entry } from '../domain/journal/entry.ts';
import type { CreditNoteIssued, InvoiceIssued } from '../domain/journal/invoice-entries.ts';
import { decidePosting } from '../domain/ledger/decide-posting.ts';
import type { Posting } from '../domain/ledger/posting.ts';
import { localDate } from '../domain/time.ts';
import { type CreditInvoice, creditLines } from './credit-invoice.ts';
import { nextNumber } from './finalise-month.ts';
import { readWhole } from './read-unbilled.ts';

type Owed = {
  readonly dispute: string;
  readonly credits: InvoiceIssued;
  readonly draft: Draft;
  readonly throughSeq: number;
};

/** To be called in turn, after what disputes took off was charged and paid anew. Resolves with how many were issued. */
export async function creditDisputes(box: CreditInvoice): Promise<number> {
  const { committer } = box;
  const state = committer.tentative();
  if (!state.synchronised || !state.workshop?.billing) return 0;
  const { seq: throughSeq, lastAtMs: untilMs } = committer.durable();
  const entries = await readWhole(box, { throughSeq, untilMs });
  let issued = 0;
  for (const owed of owedCredits(entries)) {
    await issue(box, { ...owed, throughSeq });
    issued += 1;
  }
  return issued;
}

function owedCredits(entries: readonly Entry[]): readonly Omit<Owed, 'throughSeq'>[] {
  const disputes = new Map(
    entries.flatMap(({ type, data }) =>
      type === 'dispute-settled' && data.lines.length > 0 ? [[data.charge, data.dispute] as const] : [],
    ),
  );
  const billed = billedOf(entries);
  const pairs = new Map(
    [...billed.values()].flatMap(({ use, payer }) => {
      const { session } = use;
      return disputes.has(session) ? [[`${session} ${payer}`, { session, payer }] as const] : [];
    }),
  );
  // Rating is the long part; without a contested use on an invoice there is nothing to rate.
  if (pairs.size === 0) return [];
  const contested = new Set([...pairs.values()].map(({ session }) => session));
  const rated: Rated = ratedOf(aboutUses(entries, contested), lotsOf(entries));
  return [...pairs.values()].flatMap(({ session, payer }) => {
    const draft = disputeDraft(rated, billed, { session, payer });
    const credits = invoiceOf(entries, { session, payer });
    const dispute = disputes.get(session) ?? '';
    return draft && credits ? [{ dispute, credits, draft }] : [];
  });
}

/** The one that billed most of it; between equals the later one, as the other may have been billed again. */
function invoiceOf(entries: readonly Entry[], of: { session: string; payer: string }): InvoiceIssued | null {
  let found: { readonly data: InvoiceIssued; readonly minor: bigint } | null = null;
  const again = new Set(
    entries.flatMap(({ type, data }) => (type === 'credit-note-issued' && data.again ? [data.credits] : [])),
  );
  for (const { type, data } of entries) {
    if (type !== 'invoice-issued' || data.payer !== of.payer || again.has(data.invoice)) continue;
    const own = data.lines.filter(({ session }) => session === of.session);
    const minor = own.reduce((sum, line) => sum + BigInt(line.minor), 0n);
    if (minor > 0n && (found === null || minor >= found.minor)) found = { data, minor };
  }
  return found?.data ?? null;
}

async function issue(box: CreditInvoice, { dispute, credits, draft, throughSeq }: Owed): Promise<void> {
  const row = await box.journal.document(credits.invoice);
  if (!row) throw new Error(`the document of ${credits.number} is gone; restore a backup that holds it`);
  // From here to the commit nothing is awaited: number, state and entry belong together.
  const { committer } = box;
  const state = committer.tentative();
  const { workshop } = state;
  if (!workshop?.billing) return;
  const nowMs = committer.stamp().atMs;
  const issuedOn = localDate(nowMs, workshop.space.timezone);
  const numbered = nextNumber(box, { terms: workshop.billing, series: 'credit-note', issuedOn });
  const document = disputeDocument(readDocument(row.text), draft, { number: numbered.number, issuedOn });
  const text = documentText(document);
  const invoice = box.newId();
  const about = { invoice, ...numbered, payer: draft.payer, issuedOn, hash: box.secrets.digest(text) };
  const { netMinor, vatMinor, grossMinor, currency } = document.invoice;
  const data: CreditNoteIssued = {
    ...{ ...about, currency, credits: credits.invoice, lines: [], again: false, by: 'rule', dispute },
    ...{ uses: draft.uses, throughSeq },
    netMinor: netMinor.toString(),
    vatMinor: vatMinor.toString(),
    grossMinor: grossMinor.toString(),
  };
  const posting = postingOf(document, { draft, posting: box.newId(), invoice, dateMs: nowMs });
  const isEmpty = posting.lines.length === 0;
  const decision = isEmpty ? null : decidePosting(state, posting, { nowMs });
  if (decision && !decision.ok)
    throw new Error(`the credit note of ${credits.number} could not be posted: ${decision.code}`);
  await committer.commit(
    [{ type: 'credit-note-issued', data }, ...(isEmpty ? [] : [{ type: 'posted', data: posting } as const])],
    {
      people: [
        {
          kind: 'document',
          document: { invoice, number: numbered.number, payer: draft.payer, hash: about.hash, text },
        },
      ],
    },
  );
}

type About = Pick<Posting, 'posting' | 'dateMs'> & { readonly draft: Draft; readonly invoice: string };

/** What uses gave back by postings of their own stays out of it. */
function postingOf({ invoice: credit }: InvoiceDocument, { draft, invoice, ...about }: About): Posting {
  const income = draft.income.map(({ pool, minor, postedMinor }) => ({ pool, minor: postedMinor - minor }));
  const { number, vat, currency } = credit;
  return {
    ...about,
    ...{ kind: 'credit-note', reference: number, key: `credit-note:${invoice}` },
    lines: creditLines({ income, vat, payer: draft.payer, currency }),
  };
}
