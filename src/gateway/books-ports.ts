// What the books ask of the world: files of invoices, files of banks, and what stands beside the journal.

export type { BankFiles, BankStatement, Collections, CollectionsFile } from './bank-files.ts';
export type { InvoiceFiles, InvoiceFormat } from './invoice-files.ts';
export type { Ledger } from './ledger-port.ts';
export type { Mail, Mailer, MailFacts, MailRefusal, MailTaken } from './mailer.ts';
export type { BuyerRow, DocumentRow } from './papers.ts';
