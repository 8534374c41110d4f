// Proves invoices from the journal: uses are rated anew, every invoice is made again from the entries that it was made from and
// compared to the byte, and numbers have no gap. It only reads, also beside a running gateway, and names the first difference.

import { billedOf, draftTypes, keyOfItem } from '../domain/billing/billed-pieces.ts';
import { bookTypes, emptyBooks, owedCharges, takeEntry } from '../domain/billing/books.ts';
import { disputeDraft, draftsFrom, type Rated, ratedOf } from '../domain/billing/draft.ts';
import {
  creditDocument,
  disputeDocument,
  documentText,
  type InvoiceDocument,
  invoiceDocument,
  readDocument,
} from '../domain/billing/invoice-document.ts';
import { sha256 } from '../domain/billing/sha-256.ts';
import type { Entry } from '../domain/journal/entry.ts';
import type { CreditNoteIssued, InvoiceIssued } from '../domain/journal/invoice-entries.ts';
import { buyerDigestText } from './papers.ts';
import type { Journal } from './ports.ts';

export type InvoicesVerified =
  | {
      readonly ok: true;
      readonly invoices: number;
      readonly creditNotes: number;
      /** Uses that are charged as they are rated. */
      readonly uses: number;
    }
  | { readonly ok: false; readonly seq: number | null; readonly reason: string };

type Bad = Extract<InvoicesVerified, { ok: false }>;
type Source = Pick<Journal, 'query' | 'document' | 'buyers'>;

const types: readonly Entry['type'][] = [
  ...new Set<Entry['type']>([...bookTypes, ...draftTypes, 'member-erased', 'buyer-recorded']),
];

export async function verifyInvoices(source: Source): Promise<InvoicesVerified> {
  const entries = await source.query({ types, fromMs: 0, toMs: Number.MAX_SAFE_INTEGER });
  const books = emptyBooks(0);
  for (const entry of entries) takeEntry(books, entry);
  const wrong = owedCharges(books).find(({ type }) => type === 'charge-corrected');
  if (wrong?.type === 'charge-corrected')
    return bad(
      null,
      `session ${wrong.data.session} is charged otherwise than it is rated, by ${wrong.data.minor}`,
    );
  const found =
    badNumber(entries) ?? (await badBuyer(source, entries)) ?? (await badDocument(source, entries));
  if (found) return found;
  const count = (type: Entry['type']): number => entries.filter((entry) => entry.type === type).length;
  return {
    ok: true,
    invoices: count('invoice-issued'),
    creditNotes: count('credit-note-issued'),
    uses: books.charged.size,
  };
}

/** From 1 and without a gap within series and year, and no number twice. */
function badNumber(entries: readonly Entry[]): Bad | null {
  const last = new Map<string, number>();
  const seen = new Set<string>();
  for (const { seq, type, data } of entries) {
    if (type !== 'invoice-issued' && type !== 'credit-note-issued') continue;
    const key = `${type} ${data.year}`;
    const expected = (last.get(key) ?? 0) + 1;
    if (data.nth !== expected)
      return bad(seq, `its number ${data.number} should be the ${expected}. of ${data.year}`);
    if (seen.has(data.number)) return bad(seq, `the number ${data.number} was given before`);
    last.set(key, expected);
    seen.add(data.number);
  }
  return null;
}

async function badBuyer(source: Source, entries: readonly Entry[]): Promise<Bad | null> {
  const known = new Map<string, { seq: number; digest: string }>();
  for (const { seq, type, data } of entries) {
    if (type === 'buyer-recorded') known.set(data.payer, { seq, digest: data.digest });
    if (type === 'member-erased') known.delete(`member:${data.member}`);
  }
  const rows = await source.buyers();
  for (const row of rows) {
    const told = known.get(row.payer);
    if (!told) return bad(null, `no entry records the address of ${row.payer}`);
    if (told.digest !== sha256(buyerDigestText(row)))
      return bad(told.seq, `the address of ${row.payer} is not the one that it records`);
  }
  const there = new Set(rows.map(({ payer }) => payer));
  for (const [payer, { seq }] of known)
    if (!there.has(payer)) return bad(seq, `the address of ${payer} that it records is gone`);
  return null;
}

async function badDocument(source: Source, entries: readonly Entry[]): Promise<Bad | null> {
  const remake = createRemaking(entries);
  const documents = new Map<string, InvoiceDocument>();
  for (const { seq, type, data } of entries) {
    if (type !== 'invoice-issued' && type !== 'credit-note-issued') continue;
    const row = await source.document(data.invoice);
    if (!row) return bad(seq, `the document of ${data.number} is gone`);
    if (row.hash !== data.hash || sha256(row.text) !== data.hash || row.number !== data.number)
      return bad(seq, `the document of ${data.number} is not the one that was issued`);
    const document = readDocument(row.text);
    documents.set(data.invoice, document);
    const again =
      type === 'invoice-issued'
        ? remake.invoice({ seq, data, document })
        : data.uses
          ? remake.credit({ seq, data, original: documents.get(data.credits) })
          : recredit(documents, data);
    if (again === null || documentText(again) !== row.text)
      return bad(seq, `${data.number} comes out otherwise when it is made again from the journal`);
    const { netMinor, vatMinor, grossMinor } = document.invoice;
    if (`${netMinor} ${vatMinor} ${grossMinor}` !== `${data.netMinor} ${data.vatMinor} ${data.grossMinor}`)
      return bad(seq, `the sums of ${data.number} are not those of its document`);
  }
  return null;
}

const recredit = (
  documents: ReadonlyMap<string, InvoiceDocument>,
  { credits, number, issuedOn, lines, why }: CreditNoteIssued,
): InvoiceDocument | null => {
  const original = documents.get(credits);
  return original ? creditDocument(original, { number, issuedOn, lines, why }) : null;
};

type Issued = { readonly seq: number; readonly data: InvoiceIssued; readonly document: InvoiceDocument };
type Disputed = {
  readonly seq: number;
  readonly data: CreditNoteIssued;
  readonly original: InvoiceDocument | undefined;
};

/** Invoices of one run were made from one rating: it is made again once for all of them. */
function createRemaking(entries: readonly Entry[]) {
  let known: { readonly throughSeq: number; readonly rated: Rated } | null = null;
  const ratedAt = (throughSeq: number): Rated => {
    if (known?.throughSeq !== throughSeq) {
      const until = entries.filter((entry) => entry.seq <= throughSeq);
      known = { throughSeq, rated: ratedOf(until) };
    }
    return known.rated;
  };
  const billedBefore = (seq: number) => billedOf(entries.filter((entry) => entry.seq < seq));

  return {
    invoice({ seq, data, document }: Issued): InvoiceDocument | null {
      const rated = ratedAt(data.throughSeq);
      const { workshop } = rated;
      const drafts = draftsFrom(rated, billedBefore(seq), data.month);
      const draft = drafts.find(({ payer }) => payer === data.payer);
      if (!draft || !workshop?.billing) return null;
      if (usesText(draft.uses, data.payer) !== usesText(data.lines, data.payer)) return null;
      const { buyer, buyerReference, mandate } = document.invoice;
      const reference = buyerReference === undefined ? {} : { buyerReference };
      const { number, issuedOn } = data;
      const how = { ...reference, ...(mandate && { mandate }) };
      const facts = { number, issuedOn, buyer, ...how, workshop, terms: workshop.billing };
      return invoiceDocument(draft, facts);
    },
    credit({ seq, data, original }: Disputed): InvoiceDocument | null {
      const { payer, uses = [], number, issuedOn } = data;
      const session = uses[0]?.session ?? '';
      const draft = disputeDraft(ratedAt(data.throughSeq ?? seq), billedBefore(seq), { session, payer });
      if (!draft || !original || usesText(draft.uses, payer) !== usesText(uses, payer)) return null;
      return disputeDocument(original, draft, { number, issuedOn });
    },
  };
}

/** A journal on the disk keeps no order of names. */
const usesText = (uses: InvoiceIssued['lines'], payer: string): string =>
  uses.map((use) => `${keyOfItem(use, payer)} ${use.minor}`).join('\n');

const bad = (seq: number | null, reason: string): Bad => ({ ok: false, seq, reason });
