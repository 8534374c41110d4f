// Statements of the bank and direct debits through the whole gateway: what is sure is recorded once, what came back opens its
// invoice again, and nothing is collected twice.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStatement } from '../../src/adapters/sepa/read-statement.ts';
import { bankFiles } from '../../src/composition/bank-files.ts';
import type { BankEntry } from '../../src/domain/billing/match-payments.ts';
import type { Mandate } from '../../src/gateway/bank-asked.ts';
import { verifyInvoices } from '../../src/gateway/verify-invoices.ts';
import { validate } from '../adapters/xml-schema.ts';
import { billingWorkshop, sampleBuyer, sampleTerms } from '../fakes/billing-workshop.ts';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { outside } from '../outside.ts';

const by = 'console';
const dayMs = 86_400_000;
const iban = 'DE89370400440532013000';
const mandate: Mandate = { id: 'M-1', signedOn: '2026-09-01', iban, use: 'recurrent' };
const seller = { ...sampleTerms.seller, iban: 'IT60X0542811101000000123456' };
const collecting = {
  ...billingWorkshop,
  billing: { ...sampleTerms, seller: { ...seller, sepaCreditorId: 'DE98ZZZ09999999999' } },
};

/** Each used the laser for an hour: 12.20 euro; their invoices are numbered in the order of their keys. */
async function billedWorld(handles: readonly string[]): Promise<World> {
  const wallMs = Date.parse('2026-10-10T08:00:00Z');
  const world = await openWorld({ workshop: collecting, wallMs, tickMs: 60_000 });
  for (const [index, member] of handles.entries()) {
    const [from, to] = [`2026-10-0${1 + index} 10:10`, `2026-10-0${1 + index} 11:10`];
    const input = { machine: 'laser', member, from, to, why: 'other', note: null, by } as const;
    expect(await world.gateway.enterUsage(input, { dryRun: false })).toMatchObject({ ok: true });
    const buyer = { ...sampleBuyer, name: `${member} Rossi` };
    await world.gateway.invoicing.setBuyer({ payer: payerOf(world, member), buyer, by });
  }
  world.clock.advance(35 * dayMs);
  await world.settle();
  return world;
}

const payerOf = ({ gateway }: World, handle: string): string =>
  `member:${gateway.personByHandle(handle)?.member}`;

const issue = ({ gateway }: World) =>
  gateway.invoicing.finalise({ month: '2026-10', payer: null, dryRun: false, by });

const sign = (world: World, handle: string, change: Partial<Mandate> = {}) =>
  world.gateway.invoicing.setMandate({
    payer: payerOf(world, handle),
    mandate: { ...mandate, ...change },
    by,
  });

const entry = (id: string, change: Partial<BankEntry> = {}): BankEntry => ({
  ...{ id: id.repeat(32).slice(0, 32), direction: 'credit', amountMinor: 1220n, currency: 'EUR' },
  ...{ bookedOn: '2026-11-12', remittance: '', endToEndId: null, iban: null, name: null, isReturn: false },
  ...change,
});

const take = (
  { gateway }: World,
  entries: readonly BankEntry[],
  { record = true, chosen = new Map<string, readonly string[]>() } = {},
) => gateway.invoicing.statement({ entries, record, chosen, by });

const collect = ({ gateway }: World, change: { dryRun?: boolean; month?: string } = {}) =>
  gateway.invoicing.collect({ month: '2026-11', day: null, dryRun: false, by, ...change }, bankFiles);

const openOf = ({ gateway }: World): readonly string[] =>
  [...gateway.state().invoicing.open.values()].map(({ number, openMinor }) => `${number} ${openMinor}`);

async function balanceOf({ gateway }: World, account: string): Promise<string> {
  const rows = await gateway.books.ledger.balances({ account, atMs: null });
  return rows.map(({ minor }) => minor.toString()).join();
}

describe('a bank statement', () => {
  it('says what it would record, records what is sure once, and leaves the rest', async () => {
    const world = await billedWorld(['anna', 'bruno']);
    await issue(world);
    const entries = [
      entry('a', { remittance: 'fattura 2026-0001 grazie' }),
      entry('b', { amountMinor: 500n, endToEndId: '2026-0002' }),
      entry('c', { remittance: 'no idea' }),
      entry('d', { direction: 'debit', amountMinor: 300n, remittance: 'fees' }),
    ];
    const told = {
      ok: true,
      outgoing: 1,
      rows: [
        { outcome: 'sure', shares: [{ number: '2026-0001', minor: 1220n, openMinor: 0n }] },
        { outcome: 'sure', shares: [{ number: '2026-0002', minor: 500n, openMinor: 720n }] },
        { outcome: 'unsure', reason: 'nothing-fits' },
      ],
    };
    const before = world.gateway.state().seq;
    expect(await take(world, entries, { record: false })).toMatchObject({ ...told, recorded: 0 });
    expect(world.gateway.state().seq).toBe(before);
    expect(await take(world, entries)).toMatchObject({ ...told, recorded: 2 });
    expect(openOf(world)).toEqual(['2026-0002 720']);
    const after = world.gateway.state().seq;
    expect(await take(world, entries)).toMatchObject({
      recorded: 0,
      rows: [{ outcome: 'before' }, { outcome: 'before' }, { outcome: 'unsure' }],
    });
    expect(world.gateway.state().seq).toBe(after);
    expect(await balanceOf(world, 'bank')).toBe('1720');
  });

  it('pays several invoices in one commit, and what a person chose', async () => {
    const world = await billedWorld(['anna', 'bruno']);
    await issue(world);
    const both = entry('a', { amountMinor: 2440n, remittance: '2026-0001 2026-0002' });
    expect(await take(world, [both])).toMatchObject({ recorded: 1, rows: [{ outcome: 'sure' }] });
    expect(openOf(world)).toEqual([]);
    expect(await take(world, [both])).toMatchObject({ recorded: 0, rows: [{ outcome: 'before' }] });
    const other = await billedWorld(['anna', 'bruno']);
    await issue(other);
    const dark = entry('b', { amountMinor: 2500n });
    const chosen = new Map([[dark.id, ['2026-0002', '2026-0001']]]);
    expect(await take(other, [dark], { chosen })).toMatchObject({
      rows: [{ outcome: 'sure', reason: 'chosen', overMinor: 60n }],
    });
    expect(openOf(other)).toEqual([]);
    expect(await balanceOf(other, 'bank')).toBe('2500');
  });

  it('knows what a person recorded under the reference of the bank', async () => {
    const world = await billedWorld(['anna']);
    await issue(world);
    const wish = {
      payer: null,
      minor: '1220',
      day: '2026-11-12',
      how: 'bank',
      reference: 'REF/1',
      by,
    } as const;
    await world.gateway.invoicing.pay({ ...wish, invoice: '2026-0001' });
    const same = entry('a', { reference: 'REF/1', endToEndId: '2026-0001' });
    expect(await take(world, [same])).toMatchObject({ rows: [{ outcome: 'before' }] });
  });

  it('opens an invoice again when what was paid goes back, with what the bank kept', async () => {
    const world = await billedWorld(['anna']);
    await issue(world);
    await take(world, [entry('a', { endToEndId: '2026-0001' })]);
    const back = entry('b', {
      ...{ direction: 'debit', isReturn: true, endToEndId: '2026-0001', amountMinor: 1520n, feeMinor: 300n },
    });
    expect(await take(world, [back])).toMatchObject({
      rows: [{ kind: 'return', outcome: 'sure', shares: [{ openMinor: 1220n }] }],
    });
    expect(openOf(world)).toEqual(['2026-0001 1220']);
    expect(await balanceOf(world, 'bank')).toBe('-300');
    expect(await balanceOf(world, 'expense:bank')).toBe('300');
    expect(await take(world, [back])).toMatchObject({ recorded: 0, rows: [{ outcome: 'before' }] });
    const twice = entry('c', { direction: 'debit', isReturn: true, endToEndId: '2026-0001' });
    expect(await take(world, [twice])).toMatchObject({ rows: [{ outcome: 'unsure', reason: 'paid-less' }] });
  });

  it('inv. 5: overlapping statements in any order record each entry once, and the books agree', async () => {
    const world = await billedWorld(['anna', 'bruno']);
    await issue(world);
    const entries = [
      entry('a', { amountMinor: 500n, endToEndId: '2026-0001' }),
      entry('b', { amountMinor: 720n, endToEndId: '2026-0001' }),
      entry('c', { amountMinor: 100n, endToEndId: '2026-0002' }),
      entry('d', { amountMinor: 2000n, endToEndId: '2026-0002' }),
    ];
    const recorded = new Map<string, bigint>();
    const slices = fc.array(fc.tuple(fc.nat(3), fc.nat(4)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(slices, async (parts) => {
        for (const [from, length] of parts) {
          const outcome = await take(world, entries.slice(from, from + length));
          if (!outcome.ok) throw new Error(outcome.code);
          for (const { entry: one, outcome: how } of outcome.rows) {
            expect(how === 'before').toBe(recorded.has(one.id));
            if (how === 'sure') recorded.set(one.id, one.amountMinor);
          }
        }
        const sum = [...recorded.values()].reduce((total, minor) => total + minor, 0n);
        expect(await balanceOf(world, 'bank')).toBe(sum === 0n ? '' : sum.toString());
      }),
      { numRuns: 20 },
    );
    expect(recorded.size).toBeGreaterThan(2);
  });
});

describe('direct debits', () => {
  it('collect what has a mandate, once, first and then recurrent', async () => {
    const world = await billedWorld(['anna', 'bruno']);
    expect(await sign(world, 'anna')).toEqual({ ok: true });
    await issue(world);
    expect(await collect(world, { dryRun: true })).toMatchObject({
      message: null,
      items: [{ sequence: 'FRST' }],
    });
    const made = await collect(world);
    expect(made).toMatchObject({
      items: [{ minor: 1220n, sequence: 'FRST', name: 'anna Rossi' }],
      left: [{ why: 'mandate-missing' }],
    });
    if (!made.ok || made.message === null) throw new Error('nothing was collected');
    if (outside('xmllint')) validate('pain.008.001.08', [made.xml ?? '']);
    expect(await world.gateway.invoicing.collectionFile(made.message)).toBe(made.xml);
    expect(await collect(world)).toMatchObject({ message: null, items: [] });
    // The bank books the file as one sum.
    const batch = entry('a', { batch: `${made.message}-1` });
    expect(await take(world, [batch])).toMatchObject({ rows: [{ outcome: 'sure', reason: 'collection' }] });
    expect(await world.gateway.invoicing.collections()).toMatchObject([{ items: [{ state: 'paid' }] }]);
    const number = made.items[0]?.number ?? '';
    const back = entry('b', {
      direction: 'debit',
      isReturn: true,
      endToEndId: number,
      batch: `${made.message}-1`,
    });
    expect(await take(world, [back])).toMatchObject({ rows: [{ outcome: 'sure' }] });
    expect(await world.gateway.invoicing.collections()).toMatchObject([{ items: [{ state: 'returned' }] }]);
    // Given back, it is collected anew, and is a first one again.
    expect(await collect(world)).toMatchObject({ items: [{ number, sequence: 'FRST' }] });
    expect(await verifyInvoices(world.journal)).toMatchObject({ ok: true, invoices: 2 });
  });

  it('may be collected again when the bank rejected it, and are reminded of only then', async () => {
    const world = await billedWorld(['anna']);
    await sign(world, 'anna');
    await issue(world);
    await collect(world);
    world.clock.advance(60 * dayMs);
    const { invoicing } = world.gateway;
    expect(await invoicing.remind({ dryRun: true, by })).toMatchObject({ reminders: [] });
    expect(await invoicing.releaseCollection({ invoice: '2026-0001', by })).toEqual({ ok: true });
    expect(await invoicing.releaseCollection({ invoice: '2026-0001', by })).toMatchObject({
      code: 'collection-none',
    });
    expect(await invoicing.remind({ dryRun: true, by })).toMatchObject({ reminders: [{ level: 1 }] });
    const again = await collect(world);
    expect(again).toMatchObject({ items: [{ number: '2026-0001' }] });
    expect(again.ok && again.items[0]?.day).toMatch(/^2027-01-1[0-9]$/);
  });

  it('a mandate needs an address, is judged, survives a new address and goes with its member', async () => {
    const world = await billedWorld(['anna']);
    const { invoicing } = world.gateway;
    expect(await sign(world, 'bruno')).toMatchObject({ code: 'address-missing' });
    for (const wrong of [{ iban: 'DE00370400440532013000' }, { id: '<x>' }, { signedOn: '2027-01-01' }])
      expect(await sign(world, 'anna', wrong)).toMatchObject({
        ...{ code: 'mandate-unreadable', about: Object.keys(wrong)[0] },
      });
    const payer = payerOf(world, 'anna');
    await sign(world, 'anna');
    await invoicing.setBuyer({ payer, buyer: sampleBuyer, by });
    expect(await invoicing.mandate(payer)).toEqual(mandate);
    expect(await invoicing.buyer(payer)).not.toHaveProperty('mandate');
    const text = JSON.stringify(await Array.fromAsync(world.journal.read(0)));
    expect(text).not.toContain(iban);
    const member = payer.slice('member:'.length);
    expect(await world.gateway.eraseMember({ member, dryRun: false })).toMatchObject({ ok: true });
    expect(await invoicing.mandate(payer)).toBeNull();
  });
});

describe('readStatement', () => {
  const statement = (id: string, entries: string) =>
    Buffer.from(
      `<Document><BkToCstmrStmt><Stmt><Id>${id}</Id><Acct><Id><IBAN>${seller.iban}</IBAN></Id></Acct>${entries}</Stmt></BkToCstmrStmt></Document>`,
    );
  const one = (amount: string, reference = '') =>
    `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-11-12</Dt></BookgDt>${reference && `<AcctSvcrRef>${reference}</AcctSvcrRef>`}<AddtlNtryInf>x</AddtlNtryInf></Ntry>`;
  const ids = (bytes: Uint8Array) => {
    const read = readStatement(bytes);
    return read.ok ? read.entries.map(({ id }) => id) : [];
  };

  it('gives an entry the same id in every statement, wherever it stands', () => {
    const [a, b] = [one('1.00', 'R1'), one('2.00')];
    const first = ids(statement('1', a + b));
    expect(ids(statement('2', one('9.00', 'R0') + a + b)).slice(1)).toEqual(first);
    expect(new Set(first).size).toBe(2);
  });

  it('tells two entries apart that are alike, and one that two statements tell', () => {
    expect(new Set(ids(statement('1', one('1.00') + one('1.00')))).size).toBe(2);
    // A reference that a bank counts anew each day is not enough.
    expect(new Set(ids(statement('1', one('1.00', '0001') + one('2.00', '0001')))).size).toBe(2);
  });
});
