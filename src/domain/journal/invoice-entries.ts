// Invoices in the journal, version 1: what was issued, under which number, for which uses; what was credited, paid and
// reminded of. No entry holds a name: the document with it stands beside the journal, and here is its hash.

import type { BankBody } from './bank-entries.ts';

export type InvoiceBody =
  | BankBody
  | { readonly type: 'buyer-recorded'; readonly data: BuyerRecorded }
  | { readonly type: 'invoice-issued'; readonly data: InvoiceIssued }
  | { readonly type: 'credit-note-issued'; readonly data: CreditNoteIssued }
  | { readonly type: 'payment-recorded'; readonly data: PaymentRecorded }
  | { readonly type: 'reminder-sent'; readonly data: ReminderSent }
  | { readonly type: 'month-finalised'; readonly data: MonthFinalised };

/** Who is billed, as an account of the ledger: `member:KEY`, `team:ID` or `cost-code:CODE`. */
export type Payer = string;

type BuyerRecorded = {
  readonly payer: Payer;
  /** SHA-256 over salt and content of the row beside the journal, hex. */
  readonly digest: string;
  /** A member key, or `admin-token` or `console`. */
  readonly by: string;
};

/** What of a use an invoice bills: with it, what is still owed follows from the journal. */
export type BilledUse = {
  readonly session: string;
  /** `yyyy-mm` in which it was used, local. */
  readonly month: string;
  readonly costCode: string | null;
  /** Hash of the tariff. */
  readonly tariff: string | null;
  readonly minor: string;
  /** Uses were paid by postings: this was posted to the account of the payer before. */
  readonly posted?: true;
  /** What paid it, `allowance:LOT`, `wallet:KEY`, `grant:CODE`; then the amount is what it took off. Left out: the use itself. */
  readonly source?: string;
};

/** Net by pool, and what of it stood on the account of the payer before the invoice; they add up to the net. */
type BilledIncome = { readonly pool: string; readonly minor: string; readonly postedMinor: string };

type Issued = {
  readonly invoice: string;
  readonly number: string;
  /** Local year of the day of issue; numbers are counted within it. */
  readonly year: string;
  /** From 1, without a gap within series and year. */
  readonly nth: number;
  readonly payer: Payer;
  /** Local day. */
  readonly issuedOn: string;
  readonly currency: string;
  /** SHA-256 of the document, hex. */
  readonly hash: string;
  /** They add up; minor units. */
  readonly netMinor: string;
  readonly vatMinor: string;
  readonly grossMinor: string;
  readonly by: string;
};

export type InvoiceIssued = Issued & {
  /** The month that was finalised; its lines may be of earlier ones. */
  readonly month: string;
  /** The last entry that it was made from. */
  readonly throughSeq: number;
  readonly dueOn: string;
  readonly lines: readonly BilledUse[];
  /** Left out in entries from before allowances were billed: then the posting says it. */
  readonly income?: readonly BilledIncome[];
  /** Paid at the desk before; left out: nothing. */
  readonly prepaidMinor?: string;
};

export type CreditNoteIssued = Issued & {
  /** Id of the invoice that it credits. */
  readonly credits: string;
  /** Ids of its lines; null for all of it. */
  readonly lines: readonly string[] | null;
  /** Only of a whole invoice: what it billed may be billed again. */
  readonly again: boolean;
  /** After a dispute: by how much less its uses are billed, made from the entries up to `throughSeq`; then `lines` is empty. */
  readonly dispute?: string;
  readonly uses?: readonly BilledUse[];
  readonly throughSeq?: number;
  /** Left out: nobody said, as in entries from before reasons were asked for. */
  readonly why?: CreditReason;
};

export type CreditReason = 'mistake' | 'disputed' | 'agreed' | 'returned' | 'other';

type PaymentRecorded = {
  readonly payment: string;
  readonly payer: Payer;
  /** Null: ahead, for no one invoice. */
  readonly invoice: string | null;
  /** Above zero. */
  readonly minor: string;
  readonly currency: string;
  /** Local day. */
  readonly day: string;
  readonly how: 'bank' | 'cash';
  /** Id at the bank; never a person's words. */
  readonly reference: string | null;
  readonly by: string;
};

type ReminderSent = {
  readonly invoice: string;
  /** From 1. */
  readonly level: number;
  readonly day: string;
  readonly by: string;
};

/** A month was gone through for all payers: what was used up to its end and known by then is billed, but for what stayed. */
export type MonthFinalised = {
  readonly month: string;
  /** The last entry that its drafts were made from. */
  readonly throughSeq: number;
  /** The first month that was billed at all, by the terms of then. */
  readonly billedFrom: string;
  /** The oldest month of which something stayed, or is not over; null: nothing of this month or before is owed. */
  readonly openFrom: string | null;
  readonly by: string;
};

export type InvoiceState = {
  invoicing: {
    /** Series and year (`invoice 2026`) → the last number of it. */
    readonly numbers: Map<string, number>;
    /** Invoice id → what is not paid yet. */
    readonly open: Map<string, OpenInvoice>;
    /** The last month that was gone through for all payers; drafts of later ones need nothing older than what it left open. */
    finalised: MonthFinalised | null;
  };
};

type OpenInvoice = {
  readonly number: string;
  readonly payer: Payer;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly grossMinor: bigint;
  openMinor: bigint;
  /** Reminders sent. */
  level: number;
  /** Message of the file of direct debits that collects it; absent while none does. */
  collected?: string;
};

export const emptyInvoices = (): InvoiceState => ({
  invoicing: { numbers: new Map(), open: new Map(), finalised: null },
});

export type Series = 'invoice' | 'credit-note';

export const lastNumber = (
  { invoicing }: InvoiceState,
  { series, year }: { readonly series: Series; readonly year: string },
): number => invoicing.numbers.get(`${series} ${year}`) ?? 0;
