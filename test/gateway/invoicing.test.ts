// From uses to paid invoices through the whole gateway: numbers without gaps under faults and parallel requests, twice is
// once, what is closed stays closed, and everything can be made again from the journal.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Gateway } from '../../src/gateway/gateway.ts';
import { ledgerOfJournal } from '../../src/gateway/ledger-of-journal.ts';
import type { Journal } from '../../src/gateway/ports.ts';
import { verifyInvoices } from '../../src/gateway/verify-invoices.ts';
import { billingWorkshop, sampleBuyer } from '../fakes/billing-workshop.ts';
import { openWorld, type World } from '../fakes/fake-world.ts';

const by = 'console';
const octoberMs = Date.parse('2026-10-10T08:00:00Z');
const dayMs = 86_400_000;
const always = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };

/** Members who used the laser in October, in a world that stands in November. */
async function workshopAfterOctober(handles: readonly string[] = ['anna']): Promise<World> {
  const world = await openWorld({ workshop: billingWorkshop, wallMs: octoberMs, tickMs: 60_000 });
  for (const [index, handle] of handles.entries()) {
    await use(world, handle, index);
    await address(world.gateway, handle);
  }
  world.clock.advance(35 * dayMs);
  await world.settle();
  return world;
}

async function use(world: World, handle: string, index: number): Promise<string> {
  const from = `2026-10-0${1 + (index % 7)} 10:${10 + index}`;
  const to = `2026-10-0${1 + (index % 7)} 11:${10 + index}`;
  const input = { machine: 'laser', member: handle, from, to, why: 'other', note: null, by } as const;
  const outcome = await world.gateway.enterUsage(input, { dryRun: false });
  if (!outcome.ok) throw new Error(`${handle}: ${outcome.code}`);
  return outcome.session ?? '';
}

const keyOf = (gateway: Gateway, handle: string): string =>
  `member:${gateway.personByHandle(handle)?.member}`;

async function address(gateway: Gateway, handle: string): Promise<void> {
  const buyer = { ...sampleBuyer, name: `${handle} Rossi` };
  expect(await gateway.invoicing.setBuyer({ payer: keyOf(gateway, handle), buyer, by })).toEqual({
    ok: true,
  });
}

const finalise = (gateway: Gateway, changed: { payer?: string; dryRun?: boolean; month?: string } = {}) =>
  gateway.invoicing.finalise({ month: '2026-10', payer: null, dryRun: false, by, ...changed });

async function numbersIn(journal: Pick<Journal, 'query'>): Promise<readonly string[]> {
  const entries = await journal.query({ types: ['invoice-issued', 'credit-note-issued'], ...always });
  return entries.flatMap(({ data }) => ('number' in data ? [String(data.number)] : []));
}

describe('finalising a month', () => {
  it('issues an invoice with its posting and its document; a second time nothing', async () => {
    const world = await workshopAfterOctober();
    const { gateway } = world;
    const first = await finalise(gateway);
    expect(first).toMatchObject({
      ok: true,
      issued: [{ number: '2026-0001', grossMinor: 1220n }],
      stayed: [],
    });
    expect(await finalise(gateway)).toEqual({ ok: true, issued: [], stayed: [] });
    const balances = await gateway.books.ledger.balances({ account: '', atMs: null });
    expect(balances.map(({ account, minor }) => `${account.split(':')[0]} ${minor}`)).toEqual([
      'income -1000',
      'member 1220',
      'vat -220',
    ]);
    const [told] = await gateway.invoicing.issued(null);
    expect(told).toMatchObject({ name: 'anna Rossi', openMinor: 1220n });
    expect((await gateway.invoicing.document(told?.invoice ?? ''))?.text).toContain('anna Rossi');
    expect(await verifyInvoices(world.journal)).toMatchObject({ ok: true, invoices: 1 });
  });

  it('says the same in a dry run, and changes nothing', async () => {
    const world = await workshopAfterOctober();
    const before = world.journal.entries().length;
    const outcome = await finalise(world.gateway, { dryRun: true });
    expect(outcome).toMatchObject({ ok: true, issued: [{ number: null, grossMinor: 1220n }] });
    expect(world.journal.entries()).toHaveLength(before);
  });

  it('refuses before the days of grace are over, an unknown payer and a month that is none', async () => {
    const world = await openWorld({ workshop: billingWorkshop, wallMs: octoberMs, tickMs: 60_000 });
    expect(await finalise(world.gateway)).toMatchObject({
      ok: false,
      code: 'grace-runs',
      about: '2026-11-06',
    });
    expect(await finalise(world.gateway, { month: 'october' })).toMatchObject({ code: 'month-unreadable' });
    expect(await finalise(world.gateway, { month: '2024-12' })).toMatchObject({
      code: 'month-before-billing',
    });
    const later = await workshopAfterOctober();
    expect(await finalise(later.gateway, { payer: 'member:x' })).toMatchObject({ code: 'draft-unknown' });
  });

  it('leaves who has no address, and says so', async () => {
    const world = await openWorld({ workshop: billingWorkshop, wallMs: octoberMs, tickMs: 60_000 });
    await use(world, 'anna', 0);
    world.clock.advance(35 * dayMs);
    await world.settle();
    expect(await finalise(world.gateway)).toMatchObject({
      issued: [],
      stayed: [{ stays: 'address-missing' }],
    });
    const drafts = await world.gateway.invoicing.drafts('2026-10');
    expect(drafts.ok && drafts.drafts[0]?.warnings.map(({ code }) => code)).toEqual(['address-missing']);
  });

  it('inv. 5: gives numbers once and without a gap to requests that come at once', async () => {
    const world = await workshopAfterOctober(['anna', 'bruno']);
    const { gateway } = world;
    const all = [finalise(gateway), finalise(gateway), finalise(gateway, { payer: keyOf(gateway, 'bruno') })];
    await Promise.all(all);
    expect(await numbersIn(world.journal)).toEqual(['2026-0001', '2026-0002']);
  });

  it('inv. 5: gives no number twice and leaves no gap, whatever the disk does and whenever it dies', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('fail', 'crash', 'crash-written', 'well'), { minLength: 1, maxLength: 4 }),
        async (faults) => {
          const world = await workshopAfterOctober(['anna', 'bruno']);
          for (const fault of faults) {
            if (fault === 'fail') {
              world.gate.setFull(true);
              await finalise(world.gateway).catch(() => undefined);
              world.gate.setFull(false);
              await world.settle();
            } else if (fault === 'well')
              await finalise(world.gateway, { payer: keyOf(world.gateway, 'anna') }).catch(() => undefined);
            else {
              world.gate.hold();
              void finalise(world.gateway).catch(() => undefined);
              await world.settle();
              await world.crash(fault === 'crash' ? 0 : 1);
              await world.restart();
            }
          }
          await finalise(world.gateway);
          expect(await numbersIn(world.journal)).toEqual(['2026-0001', '2026-0002']);
          expect(await verifyInvoices(world.journal)).toMatchObject({ ok: true, invoices: 2 });
          const balances = await ledgerOfJournal(world.journal).balances({ account: 'member:', atMs: null });
          expect(balances.map(({ minor }) => minor)).toEqual([1220n, 1220n]);
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('what was issued', () => {
  it('is credited line by line once, or as a whole and then billed again', async () => {
    const world = await workshopAfterOctober();
    const { invoicing } = world.gateway;
    await finalise(world.gateway);
    const [told] = await invoicing.issued(null);
    const invoice = told?.invoice ?? '';
    const wish = { invoice, lines: null, again: true, dryRun: false, by };
    expect(await invoicing.credit({ ...wish, lines: ['9'], again: false })).toMatchObject({
      code: 'lines-unknown',
    });
    expect(await invoicing.credit({ ...wish, invoice: 'x' })).toMatchObject({ code: 'invoice-unknown' });
    expect(await invoicing.credit(wish)).toMatchObject({
      ok: true,
      number: 'NC2026-0001',
      grossMinor: 1220n,
    });
    expect(await invoicing.credit(wish)).toMatchObject({ ok: false, code: 'credited-already' });
    expect(await world.gateway.books.ledger.balances({ account: '', atMs: null })).toEqual([]);
    expect(await finalise(world.gateway)).toMatchObject({
      issued: [{ number: '2026-0002', grossMinor: 1220n }],
    });
    expect(await verifyInvoices(world.journal)).toMatchObject({ ok: true, invoices: 2, creditNotes: 1 });
  });

  it('is no draft again once it was credited for good, whatever becomes known of it', async () => {
    const world = await openWorld({ workshop: billingWorkshop, wallMs: octoberMs, tickMs: 60_000 });
    const session = await use(world, 'anna', 0);
    await address(world.gateway, 'anna');
    world.clock.advance(35 * dayMs);
    await finalise(world.gateway);
    const [told] = await world.gateway.invoicing.issued(null);
    const wish = { invoice: told?.invoice ?? '', lines: null, again: false, dryRun: false, by };
    expect(await world.gateway.invoicing.credit(wish)).toMatchObject({ ok: true });
    const withdrawal = { session, why: 'mistake', by } as const;
    expect(await world.gateway.withdrawUsage(withdrawal, { dryRun: false })).toMatchObject({ ok: true });
    expect(await world.gateway.invoicing.drafts('2026-11')).toMatchObject({ ok: true, drafts: [] });
  });

  it('is paid in parts, a bank entry once, and not beyond', async () => {
    const world = await workshopAfterOctober();
    const { invoicing } = world.gateway;
    await finalise(world.gateway);
    const wish = { invoice: '2026-0001', payer: null, day: '2026-11-10', how: 'bank', by } as const;
    const part = { ...wish, minor: '1000', reference: 'b-1' };
    expect(await invoicing.pay(part)).toMatchObject({ ok: true, openMinor: 220n });
    expect(await invoicing.pay(part)).toMatchObject({ ok: false, code: 'payment-repeated' });
    expect(await invoicing.pay({ ...wish, minor: '-5', reference: null })).toMatchObject({ ok: false });
    expect(await invoicing.pay({ ...wish, minor: '5', day: '2027-01-01', reference: null })).toMatchObject({
      code: 'posting-in-future',
    });
    expect(await invoicing.pay({ ...wish, minor: '220', reference: 'b-2' })).toMatchObject({ openMinor: 0n });
    expect(await invoicing.pay({ ...wish, minor: '1', reference: 'b-3' })).toMatchObject({
      code: 'invoice-paid',
    });
    expect(world.gateway.state().invoicing.open.size).toBe(0);
  });

  it('is reminded of level by level, each once', async () => {
    const world = await workshopAfterOctober();
    const { invoicing } = world.gateway;
    await finalise(world.gateway);
    const send = () => invoicing.remind({ dryRun: false, by });
    expect(await send()).toEqual({ ok: true, reminders: [] });
    world.clock.advance(37 * dayMs);
    const [told] = await invoicing.issued(null);
    expect(await send()).toMatchObject({
      reminders: [{ level: 1, text: `Invoice 2026-0001 over 12.20 EUR was due on ${told?.dueOn}.` }],
    });
    expect(await send()).toEqual({ ok: true, reminders: [] });
    world.clock.advance(14 * dayMs);
    expect(await send()).toMatchObject({ reminders: [{ level: 2 }] });
    expect(await send()).toEqual({ ok: true, reminders: [] });
  });

  it('stays out of a month that was closed', async () => {
    const world = await workshopAfterOctober();
    await finalise(world.gateway);
    expect(await world.gateway.books.closePeriod({ month: '2026-10', by })).toMatchObject({ ok: true });
    const late = {
      invoice: '2026-0001',
      payer: null,
      minor: '1',
      day: '2026-10-31',
      how: 'cash',
      reference: null,
      by,
    } as const;
    expect(await world.gateway.invoicing.pay(late)).toMatchObject({ ok: false, code: 'period-closed' });
  });

  it('inv. 3: comes out the same after a restart, and a changed document is found', async () => {
    const world = await workshopAfterOctober(['anna', 'bruno']);
    await finalise(world.gateway);
    await world.crash();
    await world.restart();
    expect(await verifyInvoices(world.journal)).toMatchObject({ ok: true, invoices: 2 });
    const { journal } = world;
    const document = async (invoice: string) => {
      const row = await journal.document(invoice);
      return row && { ...row, text: row.text.replace('bruno', 'Bruno') };
    };
    const found = await verifyInvoices({ query: journal.query, buyers: journal.buyers, document });
    expect(found).toMatchObject({
      ok: false,
      reason: 'the document of 2026-0002 is not the one that was issued',
    });
  });

  it('keeps its name when the member is erased; the address goes', async () => {
    const world = await workshopAfterOctober();
    await finalise(world.gateway);
    const payer = keyOf(world.gateway, 'anna');
    await world.gateway.eraseMember({ member: payer.slice('member:'.length), dryRun: false });
    expect(await world.gateway.invoicing.buyer(payer)).toBeNull();
    const [told] = await world.gateway.invoicing.issued(payer);
    expect((await world.gateway.invoicing.document(told?.invoice ?? ''))?.text).toContain('anna Rossi');
    expect(await verifyInvoices(world.journal)).toMatchObject({ ok: true });
  });

  it('inv. 11: takes no address that a printer could not carry', async () => {
    const world = await openWorld({ workshop: billingWorkshop, wallMs: octoberMs });
    const payer = keyOf(world.gateway, 'anna');
    const set = (changed: Partial<typeof sampleBuyer>) =>
      world.gateway.invoicing.setBuyer({ payer, buyer: { ...sampleBuyer, ...changed }, by });
    expect(await set({ name: 'a\u0007b' })).toMatchObject({ code: 'buyer-unreadable', about: 'name' });
    expect(await set({ country: 'Italy' })).toMatchObject({ code: 'buyer-unreadable', about: 'country' });
    expect(await set({ street: 'x'.repeat(61) })).toMatchObject({
      code: 'buyer-unreadable',
      about: 'street',
    });
    expect(await set({ city: ' ' })).toMatchObject({ code: 'buyer-unreadable', about: 'city' });
    const nobody = { payer: 'member:nobody', buyer: sampleBuyer, by };
    expect(await world.gateway.invoicing.setBuyer(nobody)).toMatchObject({ code: 'payer-unknown' });
  });
});
