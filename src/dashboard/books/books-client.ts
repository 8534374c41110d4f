// What the treasurer's pages ask of the API, apart from what the board has to carry.

import type {
  CollectionList,
  CollectionMade,
  CollectRequest,
  MandateBody,
  StatementRead,
  StatementRequest,
} from '../../contract/bank.ts';
import type { BuyerBody, Credited, CreditRequest, Reminders, RemindRequest } from '../../contract/books.ts';
import type { LedgerBalances } from '../../contract/ledger.ts';
import type { MailedInvoices, MailInvoicesRequest } from '../../contract/mail.ts';
import { ask } from '../ask.ts';

const id = encodeURIComponent;
/** A statement of a year is written down entry by entry. */
const bankPatienceMs = 600_000;

export const booksClient = {
  credit: (invoice: string, body: CreditRequest) =>
    ask<Credited>('POST', `/api/books/invoices/${id(invoice)}/credit`, { body }),
  mail: (body: MailInvoicesRequest) =>
    ask<MailedInvoices>('POST', '/api/books/mail', { body, waitMs: bankPatienceMs }),
  remind: (body: RemindRequest) => ask<Reminders>('POST', '/api/books/reminders', { body }),
  bank: (body: StatementRequest) =>
    ask<StatementRead>('POST', '/api/books/bank', { body, waitMs: bankPatienceMs }),
  collect: (body: CollectRequest) => ask<CollectionMade>('POST', '/api/books/collections', { body }),
  collections: () => ask<CollectionList>('GET', '/api/books/collections'),
  release: (invoice: string) => ask<null>('POST', `/api/books/invoices/${id(invoice)}/release`, { body: {} }),
  close: (month: string) => ask<{ readonly month: string }>('POST', '/api/books/close', { body: { month } }),
  balances: () => ask<LedgerBalances>('GET', '/api/ledger'),
  buyer: (payer: string) => ask<BuyerBody>('GET', `/api/books/buyers/${id(payer)}`),
  setBuyer: (payer: string, body: BuyerBody) => ask<null>('PUT', `/api/books/buyers/${id(payer)}`, { body }),
  setMandate: (payer: string, body: MandateBody) =>
    ask<null>('PUT', `/api/books/mandates/${id(payer)}`, { body }),
};

/** Files are fetched by the browser itself, as links. */
export const booksFiles = {
  collection: (message: string) => `/api/books/collections/${id(message)}/file`,
  rows: ({ what, format, from, to }: { what: string; format: string; from: string; to: string }) =>
    `/api/exports/${id(what)}?${new URLSearchParams({ format, from, to })}`,
};
