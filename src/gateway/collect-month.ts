// Collects the open invoices of a month from payers who signed a mandate: one file of direct debits, kept as it went to the bank, and
// one entry that marks each invoice, in one commit. None is collected twice, unless the bank gave it back.

import type { Invoice } from '../domain/billing/invoice.ts';
import { readDocument } from '../domain/billing/invoice-document.ts';
import { isDay, mistakeText } from '../domain/billing/invoice-mistake.ts';
import type { CollectedItem } from '../domain/journal/bank-entries.ts';
import type { State } from '../domain/journal/state.ts';
import { localDate } from '../domain/time.ts';
import type { CollectionItem, CollectOutcome, CollectWish, Mandate } from './bank-asked.ts';
import type { BankFiles, Journal, Secrets } from './ports.ts';
import { nameOf, type ReadDrafts, readBuyers } from './read-drafts.ts';
import { mandateIn } from './read-paid.ts';

export type CollectMonth = ReadDrafts & {
  readonly journal: Pick<Journal, 'document'>;
  readonly secrets: Pick<Secrets, 'digest'>;
  readonly newId: () => string;
};

type Left = Extract<CollectOutcome, { ok: true }>['left'][number];
type Due = { readonly invoice: string; readonly open: OpenInvoice; readonly mandate: Mandate };
type OpenInvoice = State['invoicing']['open'] extends Map<string, infer One> ? One : never;

/** A file for the bank that stays beside the journal, under this and its id. */
export const documentOf = (message: string): string => `collection:${message}`;

/** To be called in turn. */
export async function collectMonth(
  box: CollectMonth,
  wish: CollectWish,
  { writeCollections }: Pick<BankFiles, 'writeCollections'>,
): Promise<CollectOutcome> {
  const { committer } = box;
  const { synchronised, workshop } = committer.tentative();
  if (!synchronised) return no('clock-unset', null);
  if (!workshop?.billing) return no('billing-none', null);
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(wish.month)) return no('month-unreadable', wish.month.slice(0, 16));
  if (wish.day !== null && !isDay(wish.day)) return no('day-wrong', wish.day.slice(0, 16));
  const nowMs = committer.stamp().atMs;
  const today = localDate(nowMs, workshop.space.timezone);
  const { due, left, names } = await chooseDue(box, wish.month);
  const invoices = await Promise.all(due.map((one) => invoiceOf(box, one, { today, wish, due: one })));
  const sums = { totalMinor: invoices.reduce((sum, { payableMinor }) => sum + payableMinor, 0n), left };
  if (invoices.length === 0) return { ok: true, message: null, xml: null, items: [], ...sums };
  const message = box.newId();
  const about = { id: message, createdAtMs: nowMs, creditor: workshop.billing.seller, invoices };
  const file = await writeCollections(about);
  if (!file.ok) return no('collection-unfit', file.mistakes[0] ? mistakeText(file.mistakes[0]) : null);
  const batchOf = (number: string): string =>
    file.batches.find(({ numbers }) => numbers.includes(number))?.id ?? '';
  const items = due.map(({ invoice, open, mandate }, index): CollectedItem => {
    const { dueOn: day, mandate: signed } = invoices[index] as Invoice;
    const { number, payer } = open;
    return {
      ...{
        invoice,
        number,
        payer,
        minor: open.openMinor.toString(),
        mandate: digestOf(box, { payer, mandate }),
      },
      ...{ sequence: sequenceOf(signed), day, batch: batchOf(number) },
    };
  });
  const told = items.map(
    ({ invoice, number, minor, sequence, day, payer }): CollectionItem => ({
      ...{ invoice, number, minor: BigInt(minor), sequence, day, name: names.get(payer) ?? payer },
    }),
  );
  if (wish.dryRun) return { ok: true, message: null, xml: null, items: told, ...sums };
  const hash = box.secrets.digest(file.xml);
  const { currency } = workshop.space;
  const data = { message, month: wish.month, currency, minor: sums.totalMinor.toString(), hash, items };
  const id = documentOf(message);
  const document = { invoice: id, number: id, payer: 'bank', hash, text: file.xml };
  await committer.commit([{ type: 'collection-made', data: { ...data, by: wish.by } }], {
    people: [{ kind: 'document', document }],
  });
  return { ok: true, message, xml: file.xml, items: told, ...sums };
}

async function chooseDue(box: CollectMonth, month: string) {
  const buyers = await readBuyers(box);
  const used = await usedMandates(box);
  const due: (Due & { readonly isFirst: boolean })[] = [];
  const left: Left[] = [];
  const names = new Map<string, string>();
  for (const [invoice, open] of box.committer.durable().invoicing.open) {
    const { number, payer, issuedOn } = open;
    if (!issuedOn.startsWith(`${month}-`)) continue;
    const name = nameOf(box, { payer, buyers });
    names.set(payer, name);
    const leave = (why: Left['why']): void => void left.push({ number, name, why });
    const mandate = mandateIn(buyers.get(payer));
    if (open.collected !== undefined) leave('collected-before');
    else if (!mandate) leave('mandate-missing');
    else {
      const digest = digestOf(box, { payer, mandate });
      const isFirst = !used.has(digest);
      if (mandate.use === 'once' && !isFirst) leave('mandate-used');
      else due.push({ invoice, open, mandate, isFirst });
      used.add(digest);
    }
  }
  return { due, left, names };
}

/** Those with which something was collected that the bank did not give back: what comes next is no first one. */
async function usedMandates({ journal }: CollectMonth): Promise<Set<string>> {
  const types = ['collection-made', 'collection-released', 'payment-returned'] as const;
  const byInvoice = new Map<string, string>();
  for (const entry of await journal.query({ types, fromMs: 0, toMs: Number.MAX_SAFE_INTEGER })) {
    if (entry.type === 'collection-made')
      for (const { invoice, mandate } of entry.data.items) byInvoice.set(invoice, mandate);
    if (entry.type === 'collection-released' || entry.type === 'payment-returned')
      byInvoice.delete(entry.data.invoice);
  }
  return new Set(byInvoice.values());
}

const digestOf = (
  { secrets }: Pick<CollectMonth, 'secrets'>,
  { payer, mandate }: { readonly payer: string; readonly mandate: Mandate },
): string => secrets.digest(JSON.stringify([payer, mandate.id, mandate.signedOn]));

const sequenceOf = (signed: Invoice['mandate']): CollectedItem['sequence'] =>
  signed?.sequence === 'FRST' || signed?.sequence === 'OOFF' ? signed.sequence : 'RCUR';

type Around = {
  readonly today: string;
  readonly wish: CollectWish;
  readonly due: { readonly isFirst: boolean };
};

/** As it was issued, over what is still open, on a day on which banks can. */
async function invoiceOf(
  { journal }: CollectMonth,
  { invoice: id, open, mandate }: Due,
  { today, wish, due }: Around,
): Promise<Invoice> {
  const row = await journal.document(id);
  if (!row) throw new TypeError(`the document of ${open.number} is gone`);
  const { invoice } = readDocument(row.text);
  const { iban, bic, signedOn } = mandate;
  const sequence = mandate.use === 'once' ? 'OOFF' : due.isFirst ? 'FRST' : 'RCUR';
  const days = [open.dueOn, wish.day ?? today, workingDay(today, leadDays)];
  return {
    ...invoice,
    payableMinor: open.openMinor,
    dueOn: workingDay(days.sort().at(-1) ?? today, 0),
    buyer: { ...invoice.buyer, iban, ...(bic === undefined ? {} : { bic }) },
    mandate: { id: mandate.id, signedOn, sequence },
  };
}

/** Banks want a file on the working day before (EPC130-08); one more leaves a treasurer the evening. */
const leadDays = 2;

/** That many working days later, and at the next one. Holidays are for the bank, which takes the day after. */
function workingDay(day: string, later: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const isFree = (): boolean => date.getUTCDay() === 0 || date.getUTCDay() === 6;
  const step = (): void => void date.setUTCDate(date.getUTCDate() + 1);
  for (let left = later; left > 0; left--) {
    step();
    while (isFree()) step();
  }
  while (isFree()) step();
  return date.toISOString().slice(0, 10);
}

const no = <Code>(code: Code, about: string | null) => ({ ok: false, code, about }) as const;
