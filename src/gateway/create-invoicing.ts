// The use cases of invoices, together. All that writes runs in turn: each decides on what the one before left on the disk.

import { currencyDigits } from '../domain/money.ts';
import { creditDisputes } from './credit-disputes.ts';
import { type CreditInvoice, creditInvoice } from './credit-invoice.ts';
import { finaliseMonth } from './finalise-month.ts';
import { createTurns } from './in-turn.ts';
import type { Buyer, Invoicing, Progress } from './invoicing-asked.ts';
import { readBuyers, readDrafts } from './read-drafts.ts';
import { readInvoices } from './read-invoices.ts';
import { type RecordBuyer, recordBuyer } from './record-buyer.ts';
import { type RecordPayment, recordPayment } from './record-payment.ts';
import { sendReminders } from './send-reminders.ts';

export type CreateInvoicing = CreditInvoice & RecordPayment & RecordBuyer;

export function createInvoicing(box: CreateInvoicing): Invoicing & { creditDisputes(): Promise<number> } {
  const inTurn = createTurns();
  let progress: Progress | null = null;
  return {
    async drafts(month) {
      const read = await readDrafts(box, month);
      if (!read.ok) return read;
      const { currency } = read.workshop.space;
      const { drafts, fromMs } = read;
      return { ok: true, month, currency, digits: currencyDigits(currency), drafts, fromMs };
    },
    finalise: (wish) =>
      inTurn(async () => {
        try {
          return await finaliseMonth(box, wish, (now) => (progress = now));
        } finally {
          progress = null;
        }
      }),
    progress: () => progress,
    issued: (payer) => readInvoices(box, payer),
    document: (invoice) => box.journal.document(invoice),
    creditDisputes: () => inTurn(() => creditDisputes(box)),
    credit: (wish) => inTurn(() => creditInvoice(box, wish)),
    pay: (wish) => inTurn(() => recordPayment(box, wish)),
    remind: (wish) => inTurn(() => sendReminders(box, wish)),
    async buyer(payer) {
      const row = (await readBuyers(box)).get(payer);
      return row ? (JSON.parse(row.content) as Buyer) : null;
    },
    setBuyer: (wish) => inTurn(() => recordBuyer(box, wish)),
  };
}
