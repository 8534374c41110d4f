// What is asked of the post about invoices, and what comes back. Shapes only.

import type { InvoicingRefusal } from './invoicing-asked.ts';
import type { InvoiceFiles, Mailer, MailRefusal, Texts } from './ports.ts';

/** What carries and writes mails; handed in by whoever asks. */
export type PostBox = {
  readonly mailer: Mailer;
  readonly textsIn: (language: string) => Texts;
};

export type InvoicePost = PostBox & { readonly files: InvoiceFiles };

export type MailInvoicesWish = {
  /** Of issue, `yyyy-mm`. */
  readonly month: string;
  /** Id of the only one; null: all of the month. */
  readonly invoice: string | null;
  /** Also what was mailed before. */
  readonly again: boolean;
  readonly dryRun: boolean;
  readonly by: string;
};

export type MailedRow = {
  readonly invoice: string;
  readonly number: string;
  readonly name: string;
  /** Null where it is mailed, or would be. */
  readonly stays: 'email-missing' | 'mailed-before' | MailRefusal['code'] | null;
};

export type MailInvoicesOutcome =
  | { readonly ok: true; readonly rows: readonly MailedRow[] }
  | InvoicingRefusal<'month-unreadable' | 'invoice-unknown' | 'mail-none'>;

export type InvoiceMailing = {
  /** Into the outbox, each once unless asked for again. */
  mail(wish: MailInvoicesWish, post: InvoicePost): Promise<MailInvoicesOutcome>;
};
