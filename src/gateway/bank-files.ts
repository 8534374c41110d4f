// The files that go between us and a bank: statements that come (camt.053), direct debits that go (pain.008). Whoever implements it
// treats a statement as hostile and never throws for one.

import type { Invoice, Party } from '../domain/billing/invoice.ts';
import type { InvoiceMistake } from '../domain/billing/invoice-mistake.ts';
import type { BankEntry } from '../domain/billing/match-payments.ts';

export type BankFiles = {
  readStatement(bytes: Uint8Array): Promise<BankStatement>;
  /** All of the invoices or none. */
  writeCollections(collections: Collections): Promise<CollectionsFile>;
};

export type BankStatement =
  | {
      readonly ok: true;
      /** Each once, also where statements in the file overlap. */
      readonly entries: readonly BankEntry[];
      /** Entries that are not booked yet. */
      readonly pending: number;
    }
  | { readonly ok: false; readonly code: 'statement-unfit'; readonly reason: string };

export type Collections = {
  /** Of this file, at most 30 letters, digits and dashes, never used before. */
  readonly id: string;
  readonly createdAtMs: number;
  readonly creditor: Party;
  readonly invoices: readonly Invoice[];
};

export type CollectionsFile =
  | {
      readonly ok: true;
      readonly xml: string;
      readonly count: number;
      readonly totalMinor: bigint;
      /** What the bank may book as one sum each. */
      readonly batches: readonly { readonly id: string; readonly numbers: readonly string[] }[];
    }
  | { readonly ok: false; readonly mistakes: readonly InvoiceMistake[] };
