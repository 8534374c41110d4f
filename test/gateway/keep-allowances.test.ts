// Plans, packs, wallet and holds around the real gateway, with a clock turned by hand: what paid for a use, what a crash left,
// what a late use changes, and what a prepaid member may begin.

import { describe, expect, it } from 'vitest';
import type { Paying } from '../../src/domain/allowance/paying.ts';
import type { Entry } from '../../src/domain/journal/entry.ts';
import { emptyBooks, enterInBooks } from '../../src/domain/ledger/books.ts';
import type { Workshop } from '../../src/domain/machine/workshop.ts';
import { memberInput, openWorld, type World } from '../fakes/fake-world.ts';
import { sampleBadges, sampleWorkshop } from '../fakes/sample-workshop.ts';

const always = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };
const hourMs = 3_600_000;
const minuteMs = 60_000;

const paying: Paying = {
  consume: ['plan', 'pack', 'grant', 'wallet', 'invoice'],
  holdMinor: '500',
  belowZeroMinor: '300',
  lessons: 'learner',
  packs: {
    'ten-hours': { name: 'Ten hours', ms: 10 * hourMs, pools: ['lasers'], priceMinor: '8000', validDays: 90 },
    credit: { name: 'Credit', minor: '2000', priceMinor: '1800', validDays: 30 },
  },
};

const workshop: Workshop = {
  ...sampleWorkshop,
  paying,
  plans: {
    maker: { name: 'Maker', included: { ms: hourMs / 10, pools: ['lasers'], carryMonths: 0 } },
    visitor: { name: 'Visitor', prepaid: true },
  },
  costCodes: {
    horizon: { name: 'Horizon', budgetMinor: '150' },
    shared: {
      name: 'Shared',
      payers: [
        { payer: 'member', parts: 1 },
        { payer: 'horizon', parts: 2 },
      ],
    },
  },
};

const anna = (plan: string | null) =>
  memberInput('anna', {
    badges: [sampleBadges.anna],
    certificates: [{ certificate: 'laser-basic', until: null }],
    ...(plan === null ? {} : { plan }),
  });

const open = (plan: string | null, changed: Partial<Workshop> = {}): Promise<World> =>
  openWorld({ workshop: { ...workshop, ...changed }, members: [anna(plan)] });

const keyOf = (world: World): string => world.gateway.personByHandle('anna')?.member ?? '';

async function use(world: World, ms: number): Promise<void> {
  const answer = await world.tap({ reader: 'front', badge: sampleBadges.anna });
  expect(answer.outcome).toBe('granted');
  await world.advance(1_000);
  world.report('laser', 'running');
  await world.advance(ms);
  world.report('laser', 'idle');
  await world.tap({ reader: 'front', badge: sampleBadges.anna });
  await world.advance(10_000);
}

const entered = (world: World, from: string, to: string) =>
  world.gateway.enterUsage(
    { member: 'anna', machine: 'laser', from, to, why: 'other', note: null, by: 'console' },
    { dryRun: false },
  );

async function paidOf(world: World) {
  const entries = await world.journal.query({ types: ['use-paid'], ...always });
  return entries.flatMap((entry) =>
    entry.type === 'use-paid'
      ? entry.data.parts.map(({ kind, amount, minor }) => ({ kind, amount, minor }))
      : [],
  );
}

/** The books of the whole journal: entering refuses what the database would. */
async function balancesOf(world: World): Promise<Readonly<Record<string, string>>> {
  const books = emptyBooks();
  const entries = (await world.journal.query({ types: ['posted'], ...always })) as readonly Entry[];
  for (const entry of entries) expect(enterInBooks(books, entry)).toBeNull();
  return Object.fromEntries(
    [...books.balances].flatMap(([account, units]) =>
      [...units].map(([unit, minor]) => [
        `${account} ${unit}`.replaceAll(keyOf(world), 'ANNA'),
        String(minor),
      ]),
    ),
  );
}

const topUp = (world: World, minor: number, key: string) =>
  world.gateway.books.post({
    key,
    kind: 'top-up',
    reference: null,
    lines: [
      { account: 'cash', unit: 'EUR', minor: String(minor) },
      { account: `wallet:${keyOf(world)}`, unit: 'EUR', minor: String(-minor) },
    ],
  });

describe('a use that is charged', () => {
  it('is paid by the hours of the plan, then by the wallet, then owed, each by a posting of its own', async () => {
    const world = await open('maker');
    await topUp(world, 30, 'first');
    // Twelve minutes at ten an hour: six of them are included.
    await use(world, 12 * minuteMs);
    expect(await paidOf(world)).toEqual([
      { kind: 'plan', amount: '360000', minor: '100' },
      { kind: 'wallet', amount: '30', minor: '30' },
      { kind: 'invoice', amount: '70', minor: '70' },
    ]);
    const balances = await balancesOf(world);
    expect(balances['income:lasers EUR']).toBe('-200');
    expect(balances['expense:maker EUR']).toBe('100');
    expect(balances['member:ANNA EUR']).toBe('70');
    expect(balances['wallet:ANNA EUR']).toBeUndefined();
    await world.advance(2 * minuteMs);
    expect(await paidOf(world)).toHaveLength(3);
    expect(world.faults).toEqual([]);
  });

  it('inv. 5: is paid once by the next start where a crash came between its end and the posting', async () => {
    const world = await open('maker');
    await world.tap({ reader: 'front', badge: sampleBadges.anna });
    await world.advance(1_000);
    world.report('laser', 'running');
    await world.advance(6 * minuteMs);
    world.report('laser', 'idle');
    await world.tap({ reader: 'front', badge: sampleBadges.anna });
    await world.settle();
    await world.crash();
    expect(await paidOf(world)).toEqual([]);
    await world.restart();
    await world.advance(20_000);
    expect(await paidOf(world)).toEqual([{ kind: 'plan', amount: '360000', minor: '100' }]);
    await world.crash();
    await world.restart();
    await world.advance(20_000);
    expect(await paidOf(world)).toHaveLength(1);
  });

  it('late gives the same in the order of use as if it had come in time', async () => {
    const world = await open('maker');
    const day = new Date(world.clock.wallMs() - 86_400_000).toISOString().slice(0, 10);
    await entered(world, `${day} 15:00`, `${day} 15:06`);
    await world.advance(20_000);
    expect(await paidOf(world)).toEqual([{ kind: 'plan', amount: '360000', minor: '100' }]);
    await entered(world, `${day} 10:00`, `${day} 10:06`);
    await world.advance(20_000);
    const balances = await balancesOf(world);
    expect(balances['member:ANNA EUR']).toBe('100');
    const parts = (await paidOf(world)).slice(1);
    expect(parts).toContainEqual({ kind: 'plan', amount: '-360000', minor: '-100' });
    expect(parts).toContainEqual({ kind: 'invoice', amount: '100', minor: '100' });
    expect(parts).toContainEqual({ kind: 'plan', amount: '360000', minor: '100' });
  });
});

describe('who pays', () => {
  it('is shared by declared parts, to the cent, and a budget that is spent leaves the rest to its project', async () => {
    const world = await open(null);
    await world.tap({
      reader: 'front',
      badge: sampleBadges.anna,
      wishes: { handOver: false, costCode: 'shared', ceilingMinor: null },
    });
    await world.advance(1_000);
    world.report('laser', 'running');
    await world.advance(18 * minuteMs);
    world.report('laser', 'idle');
    await world.tap({ reader: 'front', badge: sampleBadges.anna });
    await world.advance(20_000);
    const balances = await balancesOf(world);
    expect(balances['income:lasers EUR']).toBe('-300');
    expect(balances['member:ANNA EUR']).toBe('100');
    expect(balances['cost-code:horizon EUR']).toBe('200');
    expect(await paidOf(world)).toContainEqual({ kind: 'grant', amount: '150', minor: '150' });
    expect(await paidOf(world)).toContainEqual({ kind: 'invoice', amount: '50', minor: '50' });
    const { reasons } = world.gateway.health();
    expect(reasons.find(({ code }) => code === 'budget-spent')?.values).toEqual({ codes: 'horizon' });
  });

  it('is the cost code of the last time, until the member chooses another', async () => {
    const world = await open(null);
    world.report('laser', 'idle');
    const tap = { reader: 'front', badge: sampleBadges.anna };
    const begin = async (costCode: string | null): Promise<string | null | undefined> => {
      const wishes = { handOver: false, costCode, ceilingMinor: null };
      expect((await world.tap({ ...tap, wishes })).outcome).toBe('granted');
      return world.gateway.state().sessions.get('laser')?.costCode;
    };
    const end = async (): Promise<void> => {
      await world.tap(tap);
      await world.advance(20_000);
    };
    expect(await begin('horizon')).toBe('horizon');
    await end();
    expect(await begin(null)).toBe('horizon');
    const change = { machine: 'laser', by: keyOf(world), costCode: null };
    expect(await world.gateway.changeSession(change)).toMatchObject({ ok: true });
    await end();
    expect(await begin(null)).toBeNull();
  });

  it('may be said afterwards: the price stays, and what was paid otherwise is given back', async () => {
    const world = await open('maker');
    await use(world, 6 * minuteMs);
    const [session = ''] = world.gateway.state().allowances.charges.keys();
    const payers = [
      { payer: `member:${keyOf(world)}`, parts: 1 },
      { payer: 'cost-code:horizon', parts: 2 },
    ];
    expect(await world.gateway.setPayers({ session, payers, by: 'console' })).toEqual({ ok: true });
    await world.advance(10_000);
    const balances = await balancesOf(world);
    expect(balances['expense:maker EUR']).toBe('33');
    expect(balances['cost-code:horizon EUR']).toBe('67');
    expect(balances['income:lasers EUR']).toBe('-100');
    const wrong = [{ payer: 'member:nobody', parts: 1 }];
    expect(await world.gateway.setPayers({ session, payers: wrong, by: 'console' })).toMatchObject({
      ok: false,
      code: 'payers-wrong',
    });
  });
});

describe('a prepaid member', () => {
  it('is refused with nothing left, and told how much to bring', async () => {
    const world = await open('visitor');
    const no = await world.tap({ reader: 'front', badge: sampleBadges.anna });
    expect(no.code).toBe('nothing-left');
    expect(no.text).toContain('5.00');
    const access = world.gateway.access({ member: 'anna', machine: 'laser', at: null });
    expect(access.ok && access.access.no?.code).toBe('nothing-left');
    await topUp(world, 400, 'first');
    const yes = await world.tap({ reader: 'front', badge: sampleBadges.anna });
    expect(yes.outcome).toBe('granted');
  });

  it('has what is there set aside, pays what it was, goes below zero, and begins no more', async () => {
    const world = await open('visitor');
    await topUp(world, 400, 'first');
    await world.tap({ reader: 'front', badge: sampleBadges.anna });
    await world.advance(1_000);
    const wallet = `wallet:${keyOf(world)}`;
    expect(world.gateway.books.holds(wallet).map(({ minor }) => minor)).toEqual(['400']);
    world.report('laser', 'running');
    // Eight euro of use: the wallet is empty halfway, and nothing ends.
    await world.advance(48 * minuteMs);
    expect(world.gateway.state().sessions.get('laser')?.phase).toBe('active');
    world.report('laser', 'idle');
    await world.tap({ reader: 'front', badge: sampleBadges.anna });
    await world.advance(20_000);
    expect(world.gateway.books.holds(wallet)).toEqual([]);
    expect(await paidOf(world)).toEqual([
      { kind: 'wallet', amount: '400', minor: '400' },
      { kind: 'below', amount: '300', minor: '300' },
      { kind: 'invoice', amount: '100', minor: '100' },
    ]);
    const balances = await balancesOf(world);
    expect(balances['wallet:ANNA EUR']).toBe('300');
    const no = await world.tap({ reader: 'front', badge: sampleBadges.anna });
    expect(no.code).toBe('nothing-left');
    expect(no.text).toContain('8.00');
  });

  it('gets back what was held where nothing was used', async () => {
    const world = await open('visitor');
    await topUp(world, 400, 'first');
    await world.tap({ reader: 'front', badge: sampleBadges.anna });
    await world.advance(2_000);
    await world.tap({ reader: 'front', badge: sampleBadges.anna });
    await world.advance(20_000);
    expect(world.gateway.books.holds('')).toEqual([]);
    expect(await paidOf(world)).toEqual([]);
    expect((await balancesOf(world))['wallet:ANNA EUR']).toBe('-400');
  });
});

describe('a pack', () => {
  const sale = { sale: 'one', pack: 'ten-hours', member: 'anna', paidBy: 'cash', by: 'console' } as const;

  it('is sold once, pays for a use, and says how much is left until when', async () => {
    const world = await open(null);
    expect(await world.gateway.sellPack(sale)).toMatchObject({ ok: true, repeated: false });
    expect(await world.gateway.sellPack(sale)).toMatchObject({ ok: true, repeated: true });
    expect(await world.gateway.sellPack({ ...sale, pack: 'credit' })).toMatchObject({
      code: 'sale-repeated',
    });
    await use(world, 30 * minuteMs);
    const told = world.gateway.allowances('anna');
    expect(told?.lots).toMatchObject([{ name: 'Ten hours', left: BigInt(9.5 * hourMs) }]);
    expect(told?.uses[0]?.parts).toMatchObject([{ kind: 'pack', minor: 500n }]);
    const balances = await balancesOf(world);
    expect(balances['cash EUR']).toBe('8000');
    expect(balances['income:packs EUR']).toBe('-8000');
  });

  it('of money gives more than it costs, and what is left of it is income when it expires', async () => {
    const world = await open(null);
    expect(await world.gateway.sellPack({ ...sale, pack: 'credit' })).toMatchObject({ ok: true });
    await use(world, 30 * minuteMs);
    expect(await paidOf(world)).toEqual([{ kind: 'pack', amount: '500', minor: '500' }]);
    world.clock.advance(31 * 86_400_000);
    await world.advance(15_000);
    const balances = await balancesOf(world);
    expect(balances['income:expired EUR']).toBe('-1500');
    expect(balances['expense:credit EUR']).toBe('200');
    expect(balances['allowance:p-one EUR']).toBeUndefined();
  });

  it('is refused to whoever is not a member, and a wallet is paid back no further than it goes', async () => {
    const world = await open(null);
    expect(await world.gateway.sellPack({ ...sale, member: 'nobody' })).toMatchObject({
      code: 'member-unknown',
    });
    expect(await world.gateway.sellPack({ ...sale, pack: 'toString' })).toMatchObject({
      code: 'pack-unknown',
    });
    const move = { member: 'anna', minor: '500', paidBy: 'cash' } as const;
    expect(await world.gateway.moveWallet({ ...move, key: 'a', kind: 'top-up' })).toMatchObject({ ok: true });
    const back = { ...move, key: 'b', kind: 'refund' } as const;
    expect(await world.gateway.moveWallet({ ...back, minor: '501' })).toMatchObject({
      code: 'account-short',
    });
    expect(await world.gateway.moveWallet(back)).toMatchObject({ ok: true });
  });
});

describe('hours that are left', () => {
  it('go at local midnight at the end of their month, and the next month has its own', async () => {
    const world = await open('maker');
    await world.advance(20_000);
    const lots = [...world.gateway.state().allowances.lots.values()];
    expect(lots).toHaveLength(1);
    const [lot] = lots;
    if (!lot) return;
    world.clock.advance(lot.expiresMs - world.clock.wallMs() - 1_000);
    await world.advance(500);
    expect([...world.gateway.state().allowances.lots.values()][0]?.expired).toBe(0n);
    await world.advance(15_000);
    const known = world.gateway.state().allowances.lots;
    expect(known.get(lot.lot)?.expired).toBe(BigInt(hourMs / 10));
    expect([...known.keys()]).toHaveLength(2);
    const balances = await balancesOf(world);
    expect(balances[`allowance:${lot.lot} hours:lasers`.replaceAll(keyOf(world), 'ANNA')]).toBeUndefined();
  });
});
