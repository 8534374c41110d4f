// What is asked about invoices, and what comes back. Shapes only; refusals are values with a code.

import type { Draft } from '../domain/billing/draft.ts';
import type { DraftWarning } from '../domain/billing/draft-warnings.ts';
import type { Party } from '../domain/billing/invoice.ts';
import type { CreditReason } from '../domain/journal/invoice-entries.ts';
import type { PostingRefusal } from '../domain/ledger/decide-posting.ts';
import type { Banking } from './bank-asked.ts';
import type { InvoiceMailing, PostBox } from './mail-asked.ts';
import type { DocumentRow } from './papers.ts';
import type { MailRefusal } from './ports.ts';

export type InvoicingRefusal<Code> = {
  readonly ok: false;
  readonly code: Code | 'clock-unset' | 'billing-none';
  /** What was refused: a month, a payer, a number, a day. */
  readonly about: string | null;
};

/** As people type it; `id` is the payer. */
export type Buyer = Omit<Party, 'id' | 'iban' | 'bic' | 'sepaCreditorId' | 'regime' | 'address'> & {
  readonly street: string;
  readonly zip: string;
  readonly city: string;
  readonly province?: string;
  readonly country: string;
  /** What the buyer wants to read on the invoice: an order number. */
  readonly reference?: string;
  /** In which they are written to, `it`; left out, that of the space. */
  readonly language?: string;
};

export type DraftTold = Omit<Draft, 'warnings'> & {
  /** What the payer is called; the key where nobody knows. */
  readonly name: string;
  readonly warnings: readonly DraftWarning[];
  /** Why it would not be issued; null: it would be. */
  readonly stays: 'not-positive' | 'address-missing' | null;
};

export type DraftsTold =
  | {
      readonly ok: true;
      readonly month: string;
      readonly currency: string;
      readonly digits: number;
      readonly drafts: readonly DraftTold[];
      /** From then on it may be finalised; wall clock. */
      readonly fromMs: number;
      /** By whom and when the month was closed; left out while it is open. */
      readonly closing?: MonthClosing;
    }
  | InvoicingRefusal<'month-unreadable' | 'month-before-billing'>;

export type MonthClosing = {
  /** A name, or `admin-token` or `console`; null once they were erased. */
  readonly by: string | null;
  readonly atMs: number;
  /** Place of the entry in the journal. */
  readonly seq: number;
};

export type FinaliseWish = {
  /** `yyyy-mm` in the time zone of the space. */
  readonly month: string;
  /** Null: all of them. */
  readonly payer: string | null;
  readonly dryRun: boolean;
  readonly by: string;
};

export type FinaliseOutcome =
  | {
      readonly ok: true;
      /** Nothing has an id and a number after a dry run. */
      readonly issued: readonly IssuedNow[];
      readonly stayed: readonly Pick<DraftTold, 'payer' | 'name' | 'stays'>[];
    }
  | InvoicingRefusal<
      'month-unreadable' | 'month-before-billing' | 'grace-runs' | 'draft-unknown' | PostingRefusal
    >;

export type IssuedNow = {
  readonly payer: string;
  readonly name: string;
  readonly invoice: string | null;
  readonly number: string | null;
  readonly grossMinor: bigint;
};

export type Progress = {
  readonly month: string;
  /** Rating what was used, in parts of some milliseconds; or issuing invoices. */
  readonly step: 'rating' | 'issuing';
  readonly done: number;
  readonly total: number;
};

export type InvoiceTold = {
  readonly invoice: string;
  readonly number: string;
  readonly kind: 'invoice' | 'credit-note';
  readonly payer: string;
  readonly name: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly currency: string;
  readonly grossMinor: bigint;
  /** Nought for a credit note. */
  readonly openMinor: bigint;
  /** Reminders sent while it is open. */
  readonly level: number;
  /** Number of what it credits. */
  readonly credits: string | null;
};

export type CreditWish = {
  readonly invoice: string;
  /** Ids of its lines; null for all of it. */
  readonly lines: readonly string[] | null;
  /** What it billed may be billed again; only for all of it. */
  readonly again: boolean;
  /** Stands on the credit note. */
  readonly why?: CreditReason;
  readonly dryRun: boolean;
  readonly by: string;
};

export type CreditOutcome =
  | {
      readonly ok: true;
      readonly invoice: string | null;
      readonly number: string | null;
      readonly grossMinor: bigint;
    }
  | InvoicingRefusal<'invoice-unknown' | 'lines-unknown' | 'credited-already' | PostingRefusal>;

export type PaymentWish = {
  /** Id or number of an invoice; null: ahead, for no one invoice. */
  readonly invoice: string | null;
  /** Needed without an invoice. */
  readonly payer: string | null;
  readonly minor: string;
  readonly day: string;
  readonly how: 'bank' | 'cash';
  /** Id at the bank: the same one is recorded once. */
  readonly reference: string | null;
  readonly by: string;
};

export type PaymentOutcome =
  | { readonly ok: true; readonly payment: string; readonly openMinor: bigint }
  | InvoicingRefusal<
      'invoice-unknown' | 'invoice-paid' | 'payer-unknown' | 'payment-repeated' | 'day-wrong' | PostingRefusal
    >;

export type ReminderTold = {
  readonly invoice: string;
  readonly number: string;
  readonly payer: string;
  readonly name: string;
  readonly level: number;
  readonly openMinor: bigint;
  /** In the language of its buyer, where the terms have it. */
  readonly text: string;
  /** With the post: why it was not mailed, and so not written down; null where it was, or would be. */
  readonly stays?: 'email-missing' | MailRefusal['code'] | null;
};

export type RemindersOutcome =
  | { readonly ok: true; readonly reminders: readonly ReminderTold[] }
  | InvoicingRefusal<'mail-none'>;

export type BuyerOutcome = { readonly ok: true } | InvoicingRefusal<'payer-unknown' | 'buyer-unreadable'>;

export type Invoicing = Banking &
  InvoiceMailing & {
    drafts(month: string): Promise<DraftsTold>;
    /** Twice is once: what was issued is no draft any more. */
    finalise(wish: FinaliseWish): Promise<FinaliseOutcome>;
    /** Of what is drafted or finalised now; null while nothing is. */
    progress(): Progress | null;
    /** Newest first; of one payer, or of all. */
    issued(payer: string | null): Promise<readonly InvoiceTold[]>;
    /** As it was issued, by its id. */
    document(invoice: string): Promise<DocumentRow | null>;
    credit(wish: CreditWish): Promise<CreditOutcome>;
    pay(wish: PaymentWish): Promise<PaymentOutcome>;
    /** Those that are due now, or would be. */
    remind(
      wish: { readonly dryRun: boolean; readonly by: string },
      /** Null, or left out: who carries them is not for here. */
      post?: PostBox | null,
    ): Promise<RemindersOutcome>;
    buyer(payer: string): Promise<Buyer | null>;
    setBuyer(wish: {
      readonly payer: string;
      readonly buyer: Buyer;
      readonly by: string;
    }): Promise<BuyerOutcome>;
  };
