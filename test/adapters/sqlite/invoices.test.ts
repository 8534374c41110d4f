// Invoices on a real disk: documents that nobody can change, addresses that go with their member, and a journal from which every
// invoice comes out again to the byte.

import { hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../src/adapters/sqlite/open-store.ts';
import { draftOf } from '../../../src/domain/billing/draft.ts';
import { documentText, invoiceDocument } from '../../../src/domain/billing/invoice-document.ts';
import type { Entry, EntryBody } from '../../../src/domain/journal/entry.ts';
import { buyerDigestText } from '../../../src/gateway/papers.ts';
import type { PeopleChange } from '../../../src/gateway/ports.ts';
import { verifyInvoices } from '../../../src/gateway/verify-invoices.ts';
import { billingWorkshop, sampleTerms } from '../../fakes/billing-workshop.ts';
import { commitOf, firstAtMs, sampleEntry } from '../../fakes/sample-entries.ts';

const payer = 'member:anna';
const buyer = { payer, member: 'anna', content: '{"name":"Anna"}', salt: 'aa'.repeat(16) };

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function opened() {
  const dataDir = mkdtempSync(join(tmpdir(), 'invoices-'));
  const store = await openStore({ dataDir, log });
  onTestFinished(async () => {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return { dataDir, store };
}

const used: EntryBody = {
  type: 'usage-entered',
  data: {
    ...{ session: 's1', machine: 'laser', pool: 'lasers', member: 'anna', team: null, costCode: null },
    ...{ fromMs: firstAtMs, toMs: firstAtMs + 1_234_567, by: 'console', why: 'other', noteDigest: null },
  },
};

const entriesOf = (bodies: readonly EntryBody[], from = 1): readonly Entry[] =>
  bodies.map((body, index) => sampleEntry(from + index, body as Partial<Entry>));

function issued(before: readonly Entry[]): { entry: Entry; document: PeopleChange } {
  const [draft] = draftOf(before, '2025-10');
  if (!draft) throw new Error('no draft');
  const facts = { number: '2025-0001', issuedOn: '2025-11-06', buyer: { ...sampleTerms.seller, id: payer } };
  const text = documentText(
    invoiceDocument(draft, {
      ...facts,
      workshop: billingWorkshop,
      terms: billingWorkshop.billing ?? sampleTerms,
    }),
  );
  const digest = hash('sha256', text, 'hex');
  const { month, netMinor, vatMinor, grossMinor, uses } = draft;
  const about = {
    invoice: 'invoice-1',
    number: facts.number,
    year: '2025',
    nth: 1,
    payer,
    month,
    lines: uses,
  };
  const days = {
    issuedOn: facts.issuedOn,
    dueOn: '2025-12-06',
    currency: 'EUR',
    hash: digest,
    by: 'console',
  };
  const sums = { netMinor: `${netMinor}`, vatMinor: `${vatMinor}`, grossMinor: `${grossMinor}` };
  const data = { ...about, ...days, ...sums, throughSeq: before.length };
  const document = { invoice: 'invoice-1', number: facts.number, payer, hash: digest, text };
  return {
    entry: sampleEntry(before.length + 1, { type: 'invoice-issued', data } as Partial<Entry>),
    document: { kind: 'document', document },
  };
}

const workshop = {
  ...billingWorkshop,
  tariffs: [{ pool: 'lasers', from: '2025-01-01', perHourMinor: '1250', clock: 'operating' }],
} as const;

describe('an invoice on the disk', () => {
  it('inv. 3: comes out again to the byte, and a changed row is found', async () => {
    const { dataDir, store } = await opened();
    const recorded = { payer, digest: hash('sha256', buyerDigestText(buyer), 'hex'), by: 'console' };
    const before = entriesOf([
      { type: 'workshop-described', data: { workshop } },
      used,
      { type: 'buyer-recorded', data: recorded },
    ]);
    await store.journal.append(commitOf(before, { people: [{ kind: 'buyer', buyer }] }));
    const { entry, document } = issued(before);
    await store.journal.append(commitOf([entry], { people: [document] }));
    expect(await verifyInvoices(store.journal)).toMatchObject({ ok: true, invoices: 1 });

    const again = sampleEntry(entry.seq + 1);
    await expect(store.journal.append(commitOf([again], { people: [document] }))).rejects.toMatchObject({
      code: 'journal-broken',
    });
    const db = new SqliteDatabase(join(dataDir, 'journal.sqlite'));
    onTestFinished(() => void db.close());
    expect(() => db.exec("UPDATE documents SET text = ''")).toThrow('never changed');
    expect(() => db.exec('DELETE FROM documents')).toThrow('is kept');
    db.exec("UPDATE buyers SET content = '{}'");
    expect(await verifyInvoices(store.journal)).toMatchObject({ ok: false, seq: 3 });
  });

  it('keeps its document when the member is erased; the address goes', async () => {
    const { store } = await opened();
    const document = { invoice: 'i1', number: 'n1', payer, hash: 'h', text: 't' };
    const people: PeopleChange[] = [
      { kind: 'buyer', buyer },
      { kind: 'document', document },
    ];
    await store.journal.append(commitOf(entriesOf([used]), { people }));
    expect(await store.journal.buyers()).toEqual([buyer]);
    const erased = entriesOf([{ type: 'member-erased', data: { member: 'anna' } }], 2);
    await store.journal.append(commitOf(erased, { people: [{ kind: 'erase', member: 'anna' }] }));
    expect(await store.journal.buyers()).toEqual([]);
    expect(await store.journal.document('i1')).toEqual(document);
    expect(await store.journal.document('none')).toBeNull();
  });
});
