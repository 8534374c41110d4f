// Invoices where uses are paid by plans, packs, wallets and budgets: what was used and what paid it are lines, one use is posted
// once, and the books hold what is unpaid, in whatever order things became known.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Workshop } from '../../src/domain/machine/workshop.ts';
import { readStatement } from '../../src/gateway/read-statement.ts';
import { verifyInvoices } from '../../src/gateway/verify-invoices.ts';
import { memberInput, openWorld, type World } from '../fakes/fake-world.ts';
import {
  balancesOf,
  owedBalances,
  payerOf,
  payingBilling,
  recordAddresses,
} from '../fakes/paying-billing.ts';

const by = 'console';
const dayMs = 86_400_000;
const { paying: _, ...unpaid } = payingBilling;

async function opened(
  workshop: Workshop = payingBilling,
  others: readonly ReturnType<typeof memberInput>[] = [],
): Promise<World> {
  const members = [
    ...[memberInput('anna', { plan: 'maker' }), memberInput('bruno', { team: 'acme' })],
    ...others,
  ];
  const wallMs = Date.parse('2026-10-20T08:00:00Z');
  const world = await openWorld({ workshop, members, wallMs, tickMs: 60_000 });
  const { gateway } = world;
  await recordAddresses(gateway, [payerOf(gateway, 'anna'), payerOf(gateway, 'bruno'), 'team:acme']);
  await world.settle();
  return world;
}

async function use(world: World, handle: string, of: { slot: number; minutes: number; machine?: string }) {
  const day = String(1 + (of.slot % 19)).padStart(2, '0');
  const { machine = 'laser' } = of;
  const minute = String(of.minutes).padStart(2, '0');
  const hour = String(8 + Math.floor(of.slot / 19)).padStart(2, '0');
  const [from, to] = [`2026-10-${day} ${hour}:00`, `2026-10-${day} ${hour}:${minute}`];
  const outcome = await world.gateway.enterUsage(
    { machine, member: handle, from, to, why: 'other', note: null, by },
    { dryRun: false },
  );
  if (!outcome.ok) return null;
  await settled(world);
  return outcome.session;
}

/** What is charged is paid by the ticks after it. */
async function settled(world: World): Promise<void> {
  for (let tick = 0; tick < 4; tick += 1) {
    world.clock.advance(6_000);
    world.gateway.tick();
    await world.settle();
  }
}

const finalise = (world: World, month: string) =>
  world.gateway.invoicing.finalise({ month, payer: null, dryRun: false, by });

async function documentsOf(world: World, payer: string) {
  const issued = await world.gateway.invoicing.issued(payer);
  const texts = await Promise.all(issued.map(({ invoice }) => world.gateway.invoicing.document(invoice)));
  return texts.map((row) => JSON.parse(row?.text ?? '{}').invoice);
}

describe('an invoice', () => {
  it('says what was used, and takes off what the plan paid, at the same VAT', async () => {
    const world = await opened();
    await use(world, 'anna', { slot: 1, minutes: 45 });
    world.clock.advance(20 * dayMs);
    expect(await finalise(world, '2026-10')).toMatchObject({ issued: [{ grossMinor: 305n }] });
    const payer = payerOf(world.gateway, 'anna');
    const [invoice] = await documentsOf(world, payer);
    expect(invoice.lines).toMatchObject([
      { quantity: '0.75', unit: 'HUR', priceMinor: '1000', netMinor: '750', vat: '22' },
      { text: 'Laser: paid by Maker', detail: '0:30 h', quantity: '-1', netMinor: '-500', vat: '22' },
    ]);
    const balances = await balancesOf(world);
    expect(balances.get(payer)).toBe(305n);
    expect(balances.get('income:lasers')).toBe(-750n);
    expect(await verifyInvoices(world.journal)).toMatchObject({ ok: true, invoices: 1 });
  });

  it('has the sale of a pack as a line, paid at the desk or owed, and VAT is left to pay', async () => {
    for (const [paidBy, prepaidMinor, payableMinor] of [
      ['cash', '8000', '1760'],
      ['account', '0', '9760'],
    ] as const) {
      const world = await opened();
      const payer = payerOf(world.gateway, 'anna');
      const sale = { sale: 'one', pack: 'ten-hours', member: 'anna', paidBy, by };
      expect(await world.gateway.sellPack(sale)).toMatchObject({ ok: true });
      world.clock.advance(20 * dayMs);
      expect(await finalise(world, '2026-10')).toMatchObject({ issued: [{ grossMinor: 9760n }] });
      const [invoice] = await documentsOf(world, payer);
      expect(invoice).toMatchObject({
        lines: [{ text: 'Pack: Ten hours', netMinor: '8000', fromDay: '2026-10-20' }],
        ...{ prepaidMinor, payableMinor },
      });
      expect((await balancesOf(world)).get(payer)).toBe(BigInt(payableMinor));
      expect([...world.gateway.state().invoicing.open.values()][0]?.openMinor).toBe(BigInt(payableMinor));
      expect(await verifyInvoices(world.journal)).toMatchObject({ ok: true });
    }
  });

  it('goes to the team that pays, also where plans and wallets pay', async () => {
    const world = await opened();
    await use(world, 'bruno', { slot: 2, minutes: 30 });
    world.clock.advance(20 * dayMs);
    await finalise(world, '2026-10');
    const balances = await balancesOf(world);
    expect(balances.get('team:acme')).toBe(610n);
    expect(balances.has(payerOf(world.gateway, 'bruno'))).toBe(false);
  });

  it('goes to the host of a visitor, with the day tariff of their plan', async () => {
    const perDay = { perHourMinor: '5000', clock: 'operating', caps: { dayMinor: '1500' } } as const;
    const tariffs = [
      ...payingBilling.tariffs,
      { pool: 'lasers', from: '2026-01-01', for: { plan: 'visitor' }, ...perDay },
    ];
    const plans = { ...payingBilling.plans, visitor: { name: 'Day visitor', payer: 'team' as const } };
    const guest = memberInput('gina', { plan: 'visitor', team: 'atelier' });
    const world = await opened({ ...payingBilling, tariffs, plans }, [guest]);
    await recordAddresses(world.gateway, ['team:atelier']);
    for (const slot of [1, 39]) expect(await use(world, 'gina', { slot, minutes: 30 })).not.toBeNull();
    world.clock.advance(20 * dayMs);
    await finalise(world, '2026-10');
    const [invoice] = await documentsOf(world, 'team:atelier');
    expect(invoice.lines).toMatchObject([
      // The second use of the day costs nothing any more.
      { quantity: '0.5', priceMinor: '5000' },
      {
        text: 'Laser: more than a day costs at most',
        detail: 'a day costs 15.00 EUR at most',
        netMinor: '-1000',
      },
    ]);
    expect((await balancesOf(world)).get('team:atelier')).toBe(1830n);
  });

  it('has materials of the desk with their unit, their price and the VAT of the pool', async () => {
    const filament = { id: 'pla', name: 'PLA', unit: 'g', perUnitMinor: '5' } as const;
    const fine = { id: 'wire', name: 'Wire', unit: 'g', perUnitMinor: '2.5' } as const;
    const [tariff, ...others] = payingBilling.tariffs;
    if (!tariff) throw new Error('the sample workshop has a tariff');
    const tariffs = [{ ...tariff, materials: [filament, fine] }, ...others];
    const world = await opened({ ...unpaid, tariffs });
    for (const [material, amount] of [
      ['pla', '82.5'],
      ['wire', '3'],
    ] as const) {
      const input = { machine: tariff.pool === 'lasers' ? 'laser' : 'saw', member: 'anna', material, amount };
      const outcome = await world.gateway.enterMaterial(
        { ...input, at: null, session: null, by },
        { dryRun: false },
      );
      expect(outcome).toMatchObject({ ok: true });
    }
    await settled(world);
    const read = await world.gateway.invoicing.drafts('2026-10');
    expect(read.ok && read.drafts[0]?.lines).toMatchObject([
      { text: 'Laser: Wire', detail: '3 g, handed out once', quantity: '1', unit: 'C62', netMinor: 8n },
      { text: 'Laser: PLA', quantity: '82.5', unit: 'GRM', priceMinor: '5', netMinor: 413n, vat: '22' },
    ]);
  });

  it('bills each payer of a shared cost code their share, and the project what its budget did not pay', async () => {
    const world = await opened();
    const session = await use(world, 'anna', { slot: 3, minutes: 59 });
    const input = {
      session: session ?? '',
      toMinor: '1000',
      costCode: 'shared',
      by,
      why: 'agreed',
      note: null,
    };
    expect(await world.gateway.correctCharge({ ...input, why: 'agreed' }, { dryRun: false })).toMatchObject({
      ok: true,
    });
    await settled(world);
    const read = await world.gateway.invoicing.drafts('2026-10');
    const told = read.ok ? read.drafts : [];
    expect(told.map(({ payer, netMinor }) => [payer.split(':')[0], netMinor])).toEqual([
      ['cost-code', 0n],
      ['member', 164n],
    ]);
    expect(told.flatMap(({ lines }) => lines.map(({ text, netMinor }) => [text, netMinor]))).toEqual([
      ['Laser: your share of a shared use', 667n],
      ['Laser: paid by Horizon', -667n],
      ['Laser: your share of a shared use', 333n],
      // Half an hour of the 59 minutes, at a third of the price.
      ['Laser: paid by Maker', -169n],
    ]);
  });
});

const step = fc.oneof(
  fc.record({
    kind: fc.constant('use' as const),
    who: fc.constantFrom('anna', 'bruno'),
    slot: fc.nat(90),
    minutes: fc.integer({ min: 1, max: 59 }),
    machine: fc.constantFrom('laser', 'saw'),
  }),
  fc.record({
    kind: fc.constant('code' as const),
    nth: fc.nat(9),
    code: fc.constantFrom('shared', 'horizon', null),
  }),
  fc.record({ kind: fc.constant('price' as const), nth: fc.nat(9), minor: fc.nat(2_000) }),
  fc.record({ kind: fc.constant('back' as const), nth: fc.nat(9) }),
  fc.record({
    kind: fc.constant('dispute' as const),
    nth: fc.nat(9),
    minor: fc.integer({ min: 1, max: 400 }),
  }),
  fc.record({ kind: fc.constant('payers' as const), nth: fc.nat(9), parts: fc.integer({ min: 1, max: 4 }) }),
  fc.record({
    kind: fc.constant('pack' as const),
    pack: fc.constantFrom('ten-hours', 'credit'),
    paidBy: fc.constantFrom('cash', 'bank', 'account'),
  }),
  fc.record({ kind: fc.constant('wallet' as const), minor: fc.integer({ min: 1, max: 900 }) }),
  fc.record({ kind: fc.constant('finalise' as const) }),
  fc.record({ kind: fc.constant('again' as const) }),
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Whoever used it contests it, and gets a part of it back. */
async function dispute({ gateway }: World, { session, minor }: { session: string; minor: number }) {
  for (const handle of ['anna', 'bruno']) {
    const member = gateway.personByHandle(handle)?.member ?? '';
    const opened = await gateway.disputes.open({ charge: session, text: 'Wrong', by: member });
    const wish = { outcome: 'partly', minor: String(minor), minutes: null, text: 'Half of it', by } as const;
    if (opened.ok) await gateway.disputes.settle({ ...wish, dispute: opened.dispute });
  }
}

/** What happened in a month that stays open for corrections; it is finalised between, and credited. */
async function live(world: World, steps: readonly Step[]): Promise<void> {
  const { gateway } = world;
  const sessions: string[] = [];
  for (const [index, one] of steps.entries()) {
    const session = 'nth' in one ? (sessions[one.nth % Math.max(1, sessions.length)] ?? '') : '';
    if (one.kind === 'use') {
      const made = await use(world, one.who, one);
      if (made) sessions.push(made);
    }
    const corrects = { session, by, why: 'agreed' as const, note: null };
    if (one.kind === 'code')
      await gateway.correctCharge({ ...corrects, toMinor: null, costCode: one.code }, { dryRun: false });
    if (one.kind === 'price')
      await gateway.correctCharge({ ...corrects, toMinor: String(one.minor) }, { dryRun: false });
    if (one.kind === 'dispute') await dispute(world, { session, minor: one.minor });
    if (one.kind === 'back') await gateway.withdrawUsage({ session, why: 'mistake', by }, { dryRun: false });
    if (one.kind === 'payers') {
      const payers = [
        { payer: payerOf(gateway, 'anna'), parts: one.parts },
        { payer: 'team:acme', parts: 3 },
      ];
      await gateway.setPayers({ session, payers, by });
    }
    if (one.kind === 'pack')
      await gateway.sellPack({ sale: `s-${index}`, pack: one.pack, member: 'anna', paidBy: one.paidBy, by });
    if (one.kind === 'wallet') {
      const move = { key: `k-${index}`, member: 'anna', minor: String(one.minor), paidBy: 'cash' } as const;
      await gateway.moveWallet({ ...move, kind: 'top-up' });
    }
    await settled(world);
    if (one.kind === 'finalise') await finalise(world, '2026-10');
    const last = (await gateway.invoicing.issued(null)).find(({ kind }) => kind === 'invoice');
    if (one.kind === 'again' && last) {
      const credit = { invoice: last.invoice, lines: null, again: true, dryRun: false, by };
      await gateway.invoicing.credit(credit);
    }
  }
}

describe('a random month', () => {
  it('inv. 5: leaves the books at what is unpaid, whatever was paid, shared, corrected, billed and billed again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        const world = await opened();
        world.clock.advance(18 * dayMs);
        await settled(world);
        await live(world, steps);
        await finalise(world, '2026-10');
        await settled(world);
        const [found, owed] = [await balancesOf(world), await owedBalances(world, '2026-11')];
        const vat = [...found].filter(([account]) => account.startsWith('vat:'));
        expect(vat.reduce((sum, [, minor]) => sum + minor, 0n)).toBe(owed.get('vat') ?? 0n);
        for (const account of new Set([...found.keys(), ...owed.keys()]))
          if (/^(member|team|cost-code|income):/.test(account) && account !== 'income:packs')
            expect([account, found.get(account) ?? 0n]).toEqual([account, owed.get(account) ?? 0n]);
        expect(await verifyInvoices(world.journal)).toMatchObject({ ok: true });
        expect(world.faults).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a dispute about an issued invoice', () => {
  async function contested(world: World, session: string): Promise<string> {
    const member = world.gateway.personByHandle('anna')?.member ?? '';
    const text = 'It stood still';
    const outcome = await world.gateway.disputes.open({ charge: session, text, by: member });
    return outcome.ok ? outcome.dispute : outcome.code;
  }

  const settle = (world: World, dispute: string, minor: string) =>
    world.gateway.disputes.settle({ dispute, outcome: 'partly', minor, minutes: null, text: 'Half', by });

  it.each([
    // Of the two euro, the hours of the plan had paid 30 of 54 minutes.
    { name: 'where uses are posted', workshop: payingBilling, back: 109n },
    { name: 'where invoices post', workshop: unpaid, back: 244n },
  ])('is credited by itself, once, also after a crash, $name', async ({ workshop, back }) => {
    const world = await opened(workshop);
    const session = (await use(world, 'anna', { slot: 1, minutes: 54 })) ?? '';
    world.clock.advance(20 * dayMs);
    await finalise(world, '2026-10');
    const payer = payerOf(world.gateway, 'anna');
    const before = (await balancesOf(world)).get(payer) ?? 0n;
    const dispute = await contested(world, session);
    expect(await settle(world, dispute, '200')).toMatchObject({ ok: true });
    await world.crash();
    await world.restart();
    for (let round = 0; round < 3; round += 1) await settled(world);
    const issued = await world.gateway.invoicing.issued(payer);
    expect(issued.map(({ number, credits, grossMinor }) => [number, credits, grossMinor])).toEqual([
      ['NC2026-0001', '2026-0001', back],
      ['2026-0001', null, before],
    ]);
    expect((await balancesOf(world)).get(payer)).toBe(before - back);
    expect([...world.gateway.state().invoicing.open.values()][0]?.openMinor).toBe(before - back);
    expect(await finalise(world, '2026-10')).toMatchObject({ ok: true, issued: [] });
    expect(await verifyInvoices(world.journal)).toMatchObject({ ok: true, invoices: 1, creditNotes: 1 });
  });

  it('changes the draft where nothing was issued yet', async () => {
    const world = await opened(unpaid);
    const session = (await use(world, 'anna', { slot: 1, minutes: 54 })) ?? '';
    await settle(world, await contested(world, session), '200');
    await settled(world);
    const read = await world.gateway.invoicing.drafts('2026-10');
    expect(read.ok && read.drafts[0]?.lines.map(({ text, netMinor }) => [text, netMinor])).toEqual([
      ['Laser: time in operation', 900n],
      ['Laser: taken off after a dispute', -200n],
    ]);
    expect(await world.gateway.invoicing.issued(null)).toEqual([]);
  });
});

describe('the list before an erasure', () => {
  it('names invoices and payments, and until when the law asks for them', async () => {
    const world = await opened({
      ...unpaid,
      billing: { ...payingBilling.billing, keepYears: 7 },
    } as Workshop);
    await use(world, 'anna', { slot: 1, minutes: 30 });
    world.clock.advance(20 * dayMs);
    await finalise(world, '2026-10');
    const payer = payerOf(world.gateway, 'anna');
    const member = payer.slice('member:'.length);
    const told = await world.gateway.eraseMember({ member, dryRun: true });
    expect(told.ok && told.keeps).toMatchObject([
      { what: 'sessions', why: 'bills' },
      { what: 'charges', why: 'law', until: '2033-12-31' },
      { what: 'postings', why: 'law', until: '2033-12-31' },
      { what: 'invoices', entries: 1, why: 'law', until: '2033-12-31' },
    ]);
    expect(await world.gateway.eraseMember({ member, dryRun: false })).toMatchObject({ ok: true });
    expect((await documentsOf(world, payer))[0].buyer.name).toBe('Anna Rossi');
    expect(await verifyInvoices(world.journal)).toMatchObject({ ok: true, invoices: 1 });
  });
});

describe('what paid a use', () => {
  it('stands on the statement, with the numbers that bill it and credit it', async () => {
    const world = await opened();
    const session = (await use(world, 'anna', { slot: 1, minutes: 54 })) ?? '';
    world.clock.advance(20 * dayMs);
    await finalise(world, '2026-10');
    const member = payerOf(world.gateway, 'anna').slice('member:'.length);
    const opened1 = await world.gateway.disputes.open({ charge: session, text: 'Wrong', by: member });
    const wish = { outcome: 'partly', minor: '200', minutes: null, text: 'Half', by } as const;
    if (opened1.ok) await world.gateway.disputes.settle({ ...wish, dispute: opened1.dispute });
    for (let round = 0; round < 3; round += 1) await settled(world);
    const { accounts } = await readStatement(world.journal, '2026-10');
    expect(accounts[0]?.lines.map(({ minor, paid, invoices }) => ({ minor, paid, invoices }))).toMatchObject([
      {
        minor: '900',
        paid: [
          { kind: 'plan', name: 'Maker', amount: '1800000', minor: '389' },
          { kind: 'invoice', name: null, minor: '311' },
        ],
        invoices: ['2026-0001'],
      },
      { minor: '-200', paid: undefined, invoices: ['NC2026-0001'] },
    ]);
  });

  it('is corrected also after years', async () => {
    const world = await opened(unpaid);
    const session = (await use(world, 'anna', { slot: 1, minutes: 30 })) ?? '';
    const wish = { session, costCode: undefined, by, why: 'agreed', note: null } as const;
    const { costCode: __, ...input } = wish;
    world.clock.advance(20 * dayMs);
    await finalise(world, '2026-10');
    world.clock.advance(500 * dayMs);
    const correct = (toMinor: string) =>
      world.gateway.correctCharge({ ...input, toMinor }, { dryRun: false });
    expect(await correct('300')).toMatchObject({ ok: true, beforeMinor: '500', afterMinor: '300' });
    world.clock.advance(500 * dayMs);
    expect(await correct('100')).toMatchObject({ ok: true, beforeMinor: '300', afterMinor: '100' });
    const read = await world.gateway.invoicing.drafts('2029-01');
    expect(read.ok && read.drafts.map(({ netMinor }) => netMinor)).toEqual([-400n]);
  });
});
