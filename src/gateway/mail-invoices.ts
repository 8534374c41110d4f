// Mails the invoices and credit notes of a month: as PDF, with the e-invoice beside it. A mail is in the outbox before the entry says
// so, under an id that follows from the invoice: a crash between the two sends nothing twice.

import { readDocument } from '../domain/billing/invoice-document.ts';
import { localDate } from '../domain/time.ts';
import type { InvoiceTold } from './invoicing-asked.ts';
import type { InvoicePost, MailedRow, MailInvoicesOutcome, MailInvoicesWish } from './mail-asked.ts';
import { payerContact } from './payer-contact.ts';
import type { BuyerRow, Journal, Mail } from './ports.ts';
import { type ReadDrafts, readBuyers } from './read-drafts.ts';
import { readInvoices } from './read-invoices.ts';

export type MailInvoices = ReadDrafts & {
  readonly journal: Pick<Journal, 'document'>;
  readonly newId: () => string;
};

type At = {
  readonly box: MailInvoices;
  readonly wish: MailInvoicesWish;
  readonly post: InvoicePost;
  readonly buyers: ReadonlyMap<string, BuyerRow>;
  readonly space: { readonly name: string; readonly locale: string; readonly timezone: string };
};

/** To be called in turn. */
export async function mailInvoices(
  box: MailInvoices,
  wish: MailInvoicesWish,
  post: InvoicePost,
): Promise<MailInvoicesOutcome> {
  const { workshop } = box.committer.durable();
  if (!workshop?.billing) return { ok: false, code: 'billing-none', about: null };
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(wish.month))
    return { ok: false, code: 'month-unreadable', about: wish.month.slice(0, 16) };
  if (!post.mailer.facts().isOpen) return { ok: false, code: 'mail-none', about: null };
  const issued = (await readInvoices(box, null)).filter(
    ({ invoice, issuedOn }) =>
      issuedOn.startsWith(`${wish.month}-`) && (wish.invoice === null || invoice === wish.invoice),
  );
  if (wish.invoice !== null && issued.length === 0)
    return { ok: false, code: 'invoice-unknown', about: wish.invoice };
  const at: At = { box, wish, post, buyers: await readBuyers(box), space: workshop.space };
  const mailed = await mailedBefore(box);
  const rows: MailedRow[] = [];
  for (const told of issued.reverse())
    rows.push(await mailOne(at, { told, isMailed: mailed.has(told.invoice) }));
  return { ok: true, rows };
}

async function mailedBefore({ journal }: MailInvoices): Promise<ReadonlySet<string>> {
  const ask = { types: ['invoice-mailed'], fromMs: 0, toMs: Number.MAX_SAFE_INTEGER } as const;
  const entries = await journal.query(ask);
  return new Set(entries.flatMap(({ type, data }) => (type === 'invoice-mailed' ? [data.invoice] : [])));
}

async function mailOne(
  at: At,
  { told, isMailed }: { readonly told: InvoiceTold; readonly isMailed: boolean },
): Promise<MailedRow> {
  const { box, wish, post, space } = at;
  const { invoice, number, name, payer } = told;
  const row = (stays: MailedRow['stays']): MailedRow => ({ invoice, number, name, stays });
  if (isMailed && !wish.again) return row('mailed-before');
  const { to, ...who } = payerContact(box.people, { payer, buyers: at.buyers, locale: space.locale });
  if (to === null) return row('email-missing');
  if (wish.dryRun) return row(null);
  const id = isMailed ? `invoice-${invoice}-${box.newId()}` : `invoice-${invoice}`;
  const mail = await compose(at, { id, to, told, ...who });
  const taken = await post.mailer.send(mail);
  if (!taken.ok) return row(taken.code);
  const { committer } = box;
  const day = localDate(committer.stamp().atMs, space.timezone);
  await committer.commit([{ type: 'invoice-mailed', data: { invoice, mail: id, day, by: wish.by } }]);
  return row(null);
}

type Compose = {
  readonly id: string;
  readonly to: string;
  readonly told: InvoiceTold;
  readonly language: string;
  readonly member?: string;
};

async function compose({ box, post, space }: At, { id, to, told, language, member }: Compose): Promise<Mail> {
  const row = await box.journal.document(told.invoice);
  if (!row) throw new TypeError(`the document of ${told.number} is gone`);
  const { invoice } = readDocument(row.text);
  const file = row.number.replaceAll(/[^\w.-]/g, '-');
  const pdf = await post.files.render(invoice, 'pdf');
  const ubl = await post.files.render(invoice, 'ubl').catch(() => null);
  const { say } = post.textsIn(language);
  const values = { number: told.number, space: space.name };
  const kind = told.kind === 'invoice' ? 'mail-invoice' : 'mail-credit-note';
  return {
    ...{ id, to, ...(member === undefined ? {} : { member }) },
    subject: say(`${kind}-subject`, values).replace(/\.$/, ''),
    text: [say(`${kind}-text`, values), say('mail-end', values)].join('\n\n'),
    attachments: [
      { name: `${file}.pdf`, type: 'application/pdf', bytes: pdf },
      // What the norm cannot say, as an invoice without any address of the seller, goes as the paper alone.
      ...(ubl ? [{ name: `${file}.xml`, type: 'application/xml', bytes: ubl }] : []),
    ],
  };
}
