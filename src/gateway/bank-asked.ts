// What is asked about bank statements, mandates and collections, and what comes back. Shapes only; refusals are values with a code.

import type { BankEntry, MatchedPayment } from '../domain/billing/match-payments.ts';
import type { PostingRefusal } from '../domain/ledger/decide-posting.ts';
import type { InvoicingRefusal } from './invoicing-asked.ts';
import type { BankFiles } from './ports.ts';

export type StatementWish = {
  readonly entries: readonly BankEntry[];
  /** False: says what would be recorded. */
  readonly record: boolean;
  /** What a person chose for entries that are unsure: numbers, paid in this order. */
  readonly chosen: ReadonlyMap<string, readonly string[]>;
  readonly by: string;
};

export type StatementRow = {
  readonly entry: BankEntry;
  /** `sure`: it is recorded, or would be. `before`: it was recorded once; nothing is to be done. */
  readonly outcome: 'sure' | 'unsure' | 'before';
  readonly kind: 'payment' | 'return';
  readonly reason: MatchedPayment['reason'] | 'paid-less' | PostingRefusal;
  readonly shares: readonly StatementShare[];
  /** More than was open: it stays with the payer as paid ahead. */
  readonly overMinor: bigint;
  /** Numbers that a person may choose. */
  readonly suggestions: readonly string[];
};

type StatementShare = {
  readonly number: string;
  readonly name: string;
  readonly minor: bigint;
  /** What is open of the invoice afterwards. */
  readonly openMinor: bigint;
};

export type StatementOutcome =
  | {
      readonly ok: true;
      /** Credits and returns, in their order; other debits are only counted. */
      readonly rows: readonly StatementRow[];
      /** Entries that were written down now. */
      readonly recorded: number;
      readonly outgoing: number;
    }
  | InvoicingRefusal<never>;

/** A payer's permission to collect from their account; erased with the address that it belongs to. */
export type Mandate = {
  readonly id: string;
  /** `yyyy-mm-dd` */
  readonly signedOn: string;
  readonly iban: string;
  readonly bic?: string;
  readonly use: 'recurrent' | 'once';
};

export type MandateOutcome =
  | { readonly ok: true }
  | InvoicingRefusal<'payer-unknown' | 'address-missing' | 'mandate-unreadable'>;

export type CollectWish = {
  /** Of issue, `yyyy-mm`. */
  readonly month: string;
  /** On which the bank is to collect, at the earliest; null: as soon as is due and banks can. */
  readonly day: string | null;
  readonly dryRun: boolean;
  readonly by: string;
};

export type CollectionItem = {
  readonly invoice: string;
  readonly number: string;
  readonly name: string;
  readonly minor: bigint;
  readonly sequence: 'FRST' | 'RCUR' | 'OOFF';
  readonly day: string;
};

export type CollectOutcome =
  | {
      readonly ok: true;
      /** Null after a dry run, or where there is nothing to collect. */
      readonly message: string | null;
      readonly xml: string | null;
      readonly totalMinor: bigint;
      readonly items: readonly CollectionItem[];
      /** Open invoices of the month that are not collected. */
      readonly left: readonly {
        readonly number: string;
        readonly name: string;
        readonly why: 'mandate-missing' | 'mandate-used' | 'collected-before';
      }[];
    }
  | InvoicingRefusal<'month-unreadable' | 'day-wrong' | 'collection-unfit'>;

export type CollectionTold = {
  readonly message: string;
  readonly month: string;
  readonly madeAtMs: number;
  readonly currency: string;
  readonly minor: bigint;
  readonly items: readonly (CollectionItem & {
    /** `open`: the bank has not paid it; `returned`: it did, and took it back. */
    readonly state: 'open' | 'paid' | 'returned' | 'released';
  })[];
};

export type ReleaseCollectionOutcome =
  | { readonly ok: true }
  | InvoicingRefusal<'invoice-unknown' | 'collection-none'>;

export type Banking = {
  /** Matches a statement with what is open; twice is once. */
  statement(wish: StatementWish): Promise<StatementOutcome>;
  mandate(payer: string): Promise<Mandate | null>;
  /** Null takes it away. */
  setMandate(wish: {
    readonly payer: string;
    readonly mandate: Mandate | null;
    readonly by: string;
  }): Promise<MandateOutcome>;
  collect(wish: CollectWish, files: Pick<BankFiles, 'writeCollections'>): Promise<CollectOutcome>;
  /** Newest first. */
  collections(): Promise<readonly CollectionTold[]>;
  /** As it went to the bank; null where there is none of this id. */
  collectionFile(message: string): Promise<string | null>;
  /** The bank rejected an invoice before it took anything: it may be collected again. */
  releaseCollection(wish: {
    readonly invoice: string;
    readonly by: string;
  }): Promise<ReleaseCollectionOutcome>;
};
