// The use cases of bank statements, mandates and collections, together; all that writes runs in the turns of the invoices.

import type { Banking, CollectionTold, ReleaseCollectionOutcome } from './bank-asked.ts';
import { type CollectMonth, collectMonth, documentOf } from './collect-month.ts';
import type { InTurn } from './in-turn.ts';
import { nameOf, readBuyers } from './read-drafts.ts';
import { mandateIn } from './read-paid.ts';
import type { RecordBuyer } from './record-buyer.ts';
import { recordMandate } from './record-mandate.ts';
import { recordStatement } from './record-statement.ts';

export type CreateBanking = CollectMonth & RecordBuyer;

export function createBanking(box: CreateBanking, inTurn: InTurn): Banking {
  return {
    statement: (wish) => inTurn(() => recordStatement(box, wish)),
    mandate: async (payer) => mandateIn((await readBuyers(box)).get(payer)),
    setMandate: (wish) => inTurn(() => recordMandate(box, wish)),
    collect: (wish, files) => inTurn(() => collectMonth(box, wish, files)),
    collections: () => readCollections(box),
    collectionFile: async (message) => (await box.journal.document(documentOf(message)))?.text ?? null,
    releaseCollection: (wish) => inTurn(() => release(box, wish)),
  };
}

/** @param wish.invoice id or number */
async function release(
  { committer }: CreateBanking,
  { invoice: named, by }: { readonly invoice: string; readonly by: string },
): Promise<ReleaseCollectionOutcome> {
  const found = [...committer.tentative().invoicing.open].find(
    ([invoice, { number }]) => invoice === named || number === named,
  );
  if (!found) return { ok: false, code: 'invoice-unknown', about: named.slice(0, 64) };
  const [invoice, { collected: message, number }] = found;
  if (message === undefined) return { ok: false, code: 'collection-none', about: number };
  await committer.commit([{ type: 'collection-released', data: { message, invoice, by } }]);
  return { ok: true };
}

async function readCollections(box: CreateBanking): Promise<readonly CollectionTold[]> {
  const buyers = await readBuyers(box);
  const { open } = box.committer.durable().invoicing;
  const types = ['collection-made', 'collection-released', 'payment-returned'] as const;
  const ends = new Map<string, 'returned' | 'released'>();
  const told: CollectionTold[] = [];
  const entries = await box.journal.query({ types, fromMs: 0, toMs: Number.MAX_SAFE_INTEGER });
  // From the last to the first: an invoice that came back may stand in a later file, and what ended that does not end this.
  for (const entry of [...entries].reverse()) {
    if (entry.type === 'payment-returned') ends.set(entry.data.invoice, 'returned');
    if (entry.type === 'collection-released') ends.set(entry.data.invoice, 'released');
    if (entry.type !== 'collection-made') continue;
    const { message, month, currency, minor, items } = entry.data;
    const rows = items.map(({ invoice, number, payer, minor: one, sequence, day }) => {
      const stillOpen = open.get(invoice)?.collected === message;
      const state = ends.get(invoice) ?? (stillOpen ? 'open' : 'paid');
      ends.delete(invoice);
      const name = nameOf(box, { payer, buyers });
      return { invoice, number, name, minor: BigInt(one), sequence, day, state } as const;
    });
    told.push({ message, month, madeAtMs: entry.atMs, currency, minor: BigInt(minor), items: rows });
  }
  return told;
}
