// The use cases of invoices, together. All that writes runs in turn: each decides on what the one before left on the disk.

import type { DraftStep } from '../domain/billing/draft-steps.ts';
import { currencyDigits } from '../domain/money.ts';
import { createBanking } from './create-banking.ts';
import { creditDisputes } from './credit-disputes.ts';
import { type CreditInvoice, creditInvoice } from './credit-invoice.ts';
import { finaliseMonth } from './finalise-month.ts';
import { createTurns } from './in-turn.ts';
import type { Buyer, Invoicing, Progress } from './invoicing-asked.ts';
import { mailInvoices } from './mail-invoices.ts';
import { readClosing } from './read-closing.ts';
import { readBuyers, readDrafts } from './read-drafts.ts';
import { readInvoices } from './read-invoices.ts';
import { type RecordBuyer, recordBuyer } from './record-buyer.ts';
import { type RecordPayment, recordPayment } from './record-payment.ts';
import { sendReminders } from './send-reminders.ts';

export type CreateInvoicing = CreditInvoice & RecordPayment & RecordBuyer;

export function createInvoicing(box: CreateInvoicing): Invoicing & { creditDisputes(): Promise<number> } {
  const inTurn = createTurns();
  let progress: Progress | null = null;
  let isFinalising = false;
  return {
    ...createBanking(box, inTurn),
    async drafts(month) {
      const drafting = (step: DraftStep): void => {
        if (!isFinalising) progress = { month, step: 'rating', ...step };
      };
      const read = await readDrafts(box, month, drafting).finally(() => {
        if (!isFinalising) progress = null;
      });
      if (!read.ok) return read;
      const { currency } = read.workshop.space;
      const { drafts, fromMs } = read;
      const closing = await readClosing(box, month);
      const digits = currencyDigits(currency);
      return { ok: true, month, currency, digits, drafts, fromMs, ...(closing && { closing }) };
    },
    finalise: (wish) =>
      inTurn(async () => {
        isFinalising = true;
        try {
          return await finaliseMonth(box, wish, (now) => (progress = now));
        } finally {
          isFinalising = false;
          progress = null;
        }
      }),
    progress: () => progress,
    issued: (payer) => readInvoices(box, payer),
    document: (invoice) => box.journal.document(invoice),
    creditDisputes: () => inTurn(() => creditDisputes(box)),
    credit: (wish) => inTurn(() => creditInvoice(box, wish)),
    pay: (wish) => inTurn(() => recordPayment(box, wish)),
    remind: (wish, post = null) => inTurn(() => sendReminders(box, wish, post)),
    mail: (wish, post) => inTurn(() => mailInvoices(box, wish, post)),
    async buyer(payer) {
      const row = (await readBuyers(box)).get(payer);
      if (!row) return null;
      const { mandate: _, ...buyer } = JSON.parse(row.content) as Buyer & { readonly mandate?: unknown };
      return buyer;
    },
    setBuyer: (wish) => inTurn(() => recordBuyer(box, wish)),
  };
}
