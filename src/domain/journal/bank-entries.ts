// What goes through bank and post about invoices, version 1: collected by direct debit, given back by the bank, mailed. No entry holds
// an account number, an address or a name.

import type { Payer } from './invoice-entries.ts';

export type BankBody =
  | { readonly type: 'collection-made'; readonly data: CollectionMade }
  | { readonly type: 'collection-released'; readonly data: CollectionReleased }
  | { readonly type: 'payment-returned'; readonly data: PaymentReturned }
  | { readonly type: 'invoice-mailed'; readonly data: InvoiceMailed };

type CollectionMade = {
  /** Id of the file at the bank. */
  readonly message: string;
  /** Its invoices were issued in this month, `yyyy-mm`. */
  readonly month: string;
  readonly currency: string;
  readonly minor: string;
  /** SHA-256 of the file, hex. */
  readonly hash: string;
  readonly items: readonly CollectedItem[];
  /** A member key, or `admin-token` or `console`. */
  readonly by: string;
};

export type CollectedItem = {
  readonly invoice: string;
  readonly number: string;
  readonly payer: Payer;
  readonly minor: string;
  /** Digest of payer, id and day of the mandate: what tells a first collection from a later one. */
  readonly mandate: string;
  readonly sequence: 'FRST' | 'RCUR' | 'OOFF';
  /** The day that we asked for. */
  readonly day: string;
  /** The payment information that it stands in: a bank may book that as one sum. */
  readonly batch: string;
};

/** The bank took nothing: it may be collected again. */
type CollectionReleased = {
  readonly message: string;
  readonly invoice: string;
  readonly by: string;
};

/** Money that had come went back: the invoice is open again, as it was issued. */
type PaymentReturned = {
  readonly invoice: string;
  readonly number: string;
  readonly payer: Payer;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly grossMinor: string;
  readonly minor: string;
  /** What the bank kept for it; nought mostly. */
  readonly feeMinor: string;
  readonly currency: string;
  readonly day: string;
  /** Id at the bank: it counts once. */
  readonly reference: string;
  readonly by: string;
};

type InvoiceMailed = {
  readonly invoice: string;
  /** Id of the mail, as in its Message-ID. */
  readonly mail: string;
  /** Local day. */
  readonly day: string;
  readonly by: string;
};
