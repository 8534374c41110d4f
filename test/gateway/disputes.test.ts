// Disputes at a whole gateway: who may contest what, how it ends, and that the charge, the statement and the books then say the
// same.

import { describe, expect, it } from 'vitest';
import { emptyBooks, owedCharges, takeEntry } from '../../src/domain/billing/books.ts';
import { readStatement } from '../../src/gateway/read-statement.ts';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';
import { keyOf } from '../fakes/voting-world.ts';

const always = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };

async function charges(world: World) {
  const entries = await world.journal.query({ types: ['charge-made', 'charge-corrected'], ...always });
  return entries.flatMap((entry) =>
    entry.type === 'charge-made' || entry.type === 'charge-corrected' ? [entry.data] : [],
  );
}

/** Anna runs the laser for six minutes, which cost 1.00. */
async function charged(): Promise<{ world: World; charge: string; anna: string }> {
  const world = await openWorld();
  await world.tap({ reader: 'front', badge: sampleBadges.anna });
  await world.advance(1_000);
  world.report('laser', 'running');
  await world.advance(360_000);
  world.report('laser', 'idle');
  await world.tap({ reader: 'front', badge: sampleBadges.anna });
  await world.advance(5_000);
  const [made] = await charges(world);
  if (!made) throw new Error('nothing was charged');
  return { world, charge: made.session, anna: keyOf(world, 'anna') };
}

async function contested() {
  const given = await charged();
  const { world, charge, anna } = given;
  const opened = await world.gateway.disputes.open({ charge, by: anna, text: 'The lens was broken.' });
  if (!opened.ok) throw new Error(opened.code);
  return { ...given, dispute: opened.dispute };
}

const decide = { minor: null, minutes: null, text: 'We looked at the log.', by: 'console' } as const;

async function sums(world: World) {
  const total = (await charges(world)).reduce((sum, { minor }) => sum + BigInt(minor), 0n);
  const month = new Date(world.clock.wallMs()).toISOString().slice(0, 7);
  const books = emptyBooks(0);
  for (const entry of world.journal.entries()) takeEntry(books, entry);
  const owed = owedCharges(books);
  return { charged: total, stated: (await readStatement(world.journal, month)).minor, owed };
}

describe('inv. 5: what was decided', () => {
  it.each([
    ['accepted as a whole', { outcome: 'accepted' }, 0n, '100'],
    ['accepted by an amount', { outcome: 'partly', minor: '30' }, 70n, '30'],
    ['accepted by time', { outcome: 'partly', minutes: 3 }, 50n, '50'],
    ['rejected', { outcome: 'rejected' }, 100n, '0'],
  ] as const)('%s stands in charge, statement and books alike', async (_, wish, left, off) => {
    const { world, dispute } = await contested();
    const done = await world.gateway.disputes.settle({ ...decide, ...wish, dispute });
    expect(done).toEqual({ ok: true, minor: off, currency: 'EUR' });
    await world.advance(5_000);
    expect(await sums(world)).toEqual({ charged: left, stated: left.toString(), owed: [] });
    const corrections = (await charges(world)).slice(1);
    const by = { why: 'disputed', dispute, nth: 1, minor: `-${off}` };
    expect(corrections).toEqual(off === '0' ? [] : [expect.objectContaining(by)]);
    const [told] = await world.gateway.disputes.list(null);
    expect(told).toMatchObject({ status: wish.outcome, text: 'The lens was broken.' });
    expect(told?.settled).toMatchObject({ minor: off, by: 'console', answer: 'We looked at the log.' });
  });

  it('is charged by the next start where a crash came between', async () => {
    const { world, dispute } = await contested();
    await world.gateway.disputes.settle({ ...decide, outcome: 'accepted', dispute });
    await world.crash();
    await world.restart();
    await world.advance(5_000);
    expect(await sums(world)).toEqual({ charged: 0n, stated: '0', owed: [] });
    await world.crash();
    await world.restart();
    await world.advance(5_000);
    expect(await charges(world)).toHaveLength(2);
  });

  it('is charged also where the books in memory no longer reach back to the use', async () => {
    const { world, charge, anna } = await charged();
    const dayMs = 86_400_000;
    world.clock.advance(50 * dayMs);
    await world.advance(2_000);
    const opened = await world.gateway.disputes.open({ charge, by: anna, text: 'I was away.' });
    if (!opened.ok) throw new Error(opened.code);
    await world.crash();
    await world.restart();
    world.clock.advance(40 * dayMs);
    await world.advance(2_000);
    await world.crash();
    await world.restart();
    await world.advance(5_000);
    await world.gateway.disputes.settle({ ...decide, outcome: 'accepted', dispute: opened.dispute });
    await world.advance(5_000);
    expect((await charges(world)).at(-1)).toMatchObject({ why: 'disputed', minor: '-100' });
  });
});

describe('what is refused', () => {
  it('changes nothing, and says why', async () => {
    const { world, charge, anna, dispute } = await contested();
    const { disputes } = world.gateway;
    const before = world.journal.entries().length;
    const text = 'Again.';
    expect(await disputes.open({ charge, by: anna, text })).toMatchObject({ code: 'dispute-open-already' });
    const bruno = keyOf(world, 'bruno');
    expect(await disputes.open({ charge, by: bruno, text })).toMatchObject({ code: 'charge-unknown' });
    expect(await disputes.open({ charge: 'none', by: anna, text })).toMatchObject({ code: 'charge-unknown' });
    for (const bad of ['', ' \n ', 'a'.repeat(2001), 'turned \u202e text', 'bell \u0007'])
      expect(await disputes.open({ charge, by: anna, text: bad })).toMatchObject({ code: 'text-unreadable' });
    for (const part of [{}, { minor: '0' }, { minor: '100' }, { minor: '7', minutes: 1 }, { minutes: 600 }])
      expect(await disputes.settle({ ...decide, outcome: 'partly', dispute, ...part })).toMatchObject({
        code: 'credit-wrong',
      });
    const own = { ...decide, outcome: 'accepted', dispute, by: anna } as const;
    expect(await disputes.settle(own)).toMatchObject({ code: 'dispute-own' });
    expect(await disputes.withdraw({ dispute, by: bruno })).toMatchObject({ code: 'dispute-unknown' });
    expect(world.journal.entries()).toHaveLength(before);
  });

  it('is whatever comes after the end, once it is withdrawn', async () => {
    const { world, anna, dispute } = await contested();
    const { disputes } = world.gateway;
    expect(await disputes.withdraw({ dispute, by: anna })).toEqual({ ok: true });
    expect(await disputes.withdraw({ dispute, by: anna })).toMatchObject({ code: 'dispute-over' });
    const late = { ...decide, outcome: 'accepted', dispute } as const;
    expect(await disputes.settle(late)).toMatchObject({ code: 'dispute-over' });
    await world.advance(5_000);
    expect(await sums(world)).toMatchObject({ charged: 100n, stated: '100' });
  });
});

it('tells a member their own alone, and not who decided', async () => {
  const { world, anna, dispute } = await contested();
  await world.gateway.disputes.settle({ ...decide, outcome: 'rejected', dispute });
  expect(await world.gateway.disputes.list(keyOf(world, 'bruno'))).toEqual([]);
  const [own] = await world.gateway.disputes.list(anna);
  expect(own?.settled).toMatchObject({ by: null, answer: 'We looked at the log.' });
});

it('forgets both texts with the member, and whom nobody can ask any more', async () => {
  const { world, anna } = await contested();
  expect(await world.gateway.eraseMember({ member: anna, dryRun: false })).toMatchObject({ ok: true });
  const [told] = await world.gateway.disputes.list(null);
  expect(told).toMatchObject({ status: 'withdrawn', name: null, text: null });
  expect(world.gateway.state().disputes.size).toBe(0);
});
