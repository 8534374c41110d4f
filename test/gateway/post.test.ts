// Posting through the whole gateway: once per key, refused without a trace, held and settled, reversed, closed, and the same
// after a replay.

import { describe, expect, it } from 'vitest';
import type { PostWish } from '../../src/gateway/gateway.ts';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { replayed } from '../fakes/replay.ts';

const line = (account: string, minor: string) => ({ account, unit: 'EUR', minor });
const use: PostWish = {
  key: 'use-1',
  kind: 'use',
  reference: 'session-1',
  lines: [line('wallet:anna', '400'), line('income:lasers', '-400')],
};
const topUp: PostWish = {
  key: 'top-up-1',
  kind: 'top-up',
  reference: null,
  lines: [line('bank', '1000'), line('wallet:anna', '-1000')],
};
const balances = async ({ gateway }: World) =>
  (await gateway.books.ledger.balances({ account: '', atMs: null })).map(
    ({ account, minor }) => `${account} ${minor}`,
  );
const hold = { hold: 'h1', account: 'wallet:anna', unit: 'EUR', minor: '700', forMs: 60_000 };

describe('posting', () => {
  it('inv. 5: is done once per key, also when two ask at once, and over a restart', async () => {
    const world = await openWorld();
    const twice = await Promise.all([world.gateway.books.post(topUp), world.gateway.books.post(topUp)]);
    expect(twice.map((one) => one.ok && one.repeated)).toEqual([false, true]);
    expect(new Set(twice.map((one) => one.ok && one.posting)).size).toBe(1);
    await world.crash();
    await world.restart();
    const turned = { ...topUp, lines: topUp.lines.toReversed() };
    expect(await world.gateway.books.post(turned)).toMatchObject({ ok: true, repeated: true });
    expect(await balances(world)).toEqual(['bank 1000', 'wallet:anna -1000']);
    expect(replayed(world.journal.entries())).toEqual(world.gateway.state());
  });

  it.each([
    ['posting-key-used', { ...topUp, reference: 'another' }],
    ['posting-key-used', { ...topUp, lines: [line('bank', '1'), line('cash', '-1')] }],
    ['posting-key-used', { ...topUp, dateMs: 5 }],
    ['posting-unbalanced', { ...use, lines: [line('bank', '1'), line('cash', '-2')] }],
    ['account-unknown', { ...use, lines: [line('bank', '1'), line('Cash', '-1')] }],
    ['posting-in-future', { ...use, dateMs: Date.UTC(2100, 0) }],
    ['account-short', { ...use, lines: [line('wallet:anna', '1001'), line('income:lasers', '-1001')] }],
    ['hold-unknown', { ...use, settles: { hold: 'none', minor: '1' } }],
  ] as const)('inv. 6: is refused with %s, and nothing is written', async (code, wish) => {
    const world = await openWorld();
    await world.gateway.books.post(topUp);
    const before = world.journal.entries().length;
    expect(await world.gateway.books.post(wish)).toMatchObject({ ok: false, code });
    expect(world.journal.entries()).toHaveLength(before);
    expect(await balances(world)).toEqual(['bank 1000', 'wallet:anna -1000']);
  });

  it('what happened is posted beyond what is there, when it says so', async () => {
    const world = await openWorld();
    expect(await world.gateway.books.post({ ...use, overdraws: true })).toMatchObject({ ok: true });
    expect(await balances(world)).toEqual(['income:lasers -400', 'wallet:anna 400']);
    expect(await world.gateway.books.post({ ...use, key: 'use-2' })).toMatchObject({ code: 'account-short' });
  });

  it('inv. 1: a full disk posts nothing, and the same wish is posted when there is room', async () => {
    const world = await openWorld();
    world.gate.setFull(true);
    await expect(world.gateway.books.post(topUp)).rejects.toMatchObject({ code: 'journal-full' });
    world.gate.setFull(false);
    expect(await balances(world)).toEqual([]);
    expect(await world.gateway.books.post(topUp)).toMatchObject({ ok: true, repeated: false });
  });

  it('inv. 1: of a posting whose answer was lost in a crash, asking again makes no second', async () => {
    for (const written of [0, 1]) {
      const world = await openWorld();
      world.gate.hold();
      const lost = world.gateway.books.post(topUp);
      lost.catch(() => undefined);
      await world.settle();
      await world.crash(written);
      await world.restart();
      expect(await world.gateway.books.post(topUp)).toMatchObject({ ok: true, repeated: written === 1 });
      expect(await balances(world)).toEqual(['bank 1000', 'wallet:anna -1000']);
    }
  });

  it('inv. 4: needs a clock that is set', async () => {
    const world = await openWorld();
    world.clock.setSynchronised(false);
    await world.crash();
    await world.restart();
    expect(await world.gateway.books.post(topUp)).toMatchObject({ code: 'clock-unset' });
    expect(await world.gateway.books.closePeriod({ month: '2020-01', by: 'console' })).toMatchObject({
      code: 'clock-unset',
    });
  });
});

describe('a reversal', () => {
  it('inv. 5: takes a posting back once, whoever asks again', async () => {
    const { gateway, ...world } = await openWorld();
    const posted = await gateway.books.post(topUp);
    if (!posted.ok) throw new Error(posted.code);
    const { posting } = posted;
    const [one, other] = await Promise.all([
      gateway.books.reversePosting({ posting, why: 'returned' }),
      gateway.books.reversePosting({ posting, why: 'mistake' }),
    ]);
    expect(one).toMatchObject({ ok: true, repeated: false });
    expect(other).toEqual({ ...one, repeated: true });
    expect(await gateway.books.ledger.balances({ account: '', atMs: null })).toEqual([]);
    expect(await gateway.books.reversePosting({ posting: 'none', why: 'other' })).toMatchObject({
      code: 'posting-unknown',
    });
    expect(world.journal.entries().at(-1)).toMatchObject({
      data: { reverses: { posting, why: 'returned' } },
    });
  });

  it('takes a payment back that was spent: the account goes below zero', async () => {
    const world = await openWorld();
    const posted = await world.gateway.books.post(topUp);
    await world.gateway.books.post(use);
    if (posted.ok) await world.gateway.books.reversePosting({ posting: posted.posting, why: 'returned' });
    expect(await balances(world)).toEqual(['income:lasers -400', 'wallet:anna 400']);
  });
});

describe('holds', () => {
  it('keep what they hold from others, and are settled with a posting in one commit', async () => {
    const world = await openWorld();
    const { books } = world.gateway;
    await books.post(topUp);
    expect(await books.placeHold(hold)).toEqual({ ok: true });
    expect(await books.placeHold({ ...hold, hold: 'h2' })).toMatchObject({ code: 'account-short' });
    expect(await books.post(use)).toMatchObject({ code: 'account-short', about: 'wallet:anna' });
    expect(books.holds('wallet:').map((one) => one.hold)).toEqual(['h1']);
    const settled = await books.post({ ...use, settles: { hold: 'h1', minor: '400' } });
    expect(settled).toMatchObject({ ok: true });
    expect(
      world.journal
        .entries()
        .slice(-2)
        .map(({ type }) => type),
    ).toEqual(['hold-settled', 'posted']);
    expect(books.holds('')).toEqual([]);
    expect(await books.placeHold({ ...hold, hold: 'h2', minor: '600' })).toEqual({ ok: true });
    expect(replayed(world.journal.entries())).toEqual(world.gateway.state());
  });

  it('are released, and time out by themselves', async () => {
    const world = await openWorld();
    const { books } = world.gateway;
    await books.post(topUp);
    await books.placeHold(hold);
    expect(await books.releaseHold('h1')).toEqual({ ok: true });
    expect(await books.releaseHold('h1')).toMatchObject({ code: 'hold-unknown' });
    await books.placeHold(hold);
    await world.advance(hold.forMs);
    expect(books.holds('')).toEqual([]);
    expect(await books.releaseHold('h1')).toMatchObject({ code: 'hold-expired' });
    expect(await books.post({ ...use, settles: { hold: 'h1', minor: '400' } })).toMatchObject({
      code: 'hold-expired',
    });
    expect(await books.post(use)).toMatchObject({ ok: true });
  });
});

describe('closing a month', () => {
  it('inv. 5: refuses what is dated into it from then on, and is never undone', async () => {
    const world = await openWorld();
    const { books } = world.gateway;
    const old = { ...topUp, dateMs: Date.UTC(2020, 0, 15) };
    await books.post(old);
    expect(await books.closePeriod({ month: '2020-01', by: 'console' })).toMatchObject({ ok: true });
    const late = { ...old, key: 'late' };
    expect(await books.post(late)).toMatchObject({ code: 'period-closed', about: '2020-01' });
    expect(await books.closePeriod({ month: '2019-12', by: 'console' })).toMatchObject({
      code: 'period-closed',
    });
    expect(await books.closePeriod({ month: '2100-01', by: 'console' })).toMatchObject({
      code: 'period-runs',
    });
    expect(await books.closePeriod({ month: 'last', by: 'console' })).toMatchObject({
      code: 'month-unreadable',
    });
    await world.crash();
    await world.restart();
    expect(await world.gateway.books.post(late)).toMatchObject({ code: 'period-closed' });
    // What was posted before is still what it was, and is taken back in the month that is open.
    expect(await world.gateway.books.post(old)).toMatchObject({ repeated: true });
    const [first] = await world.gateway.books.ledger.postings({
      ...{ account: '', fromMs: 0, toMs: Number.MAX_SAFE_INTEGER, after: null, limit: 1 },
    });
    const posting = first?.posting ?? '';
    expect(await world.gateway.books.reversePosting({ posting, why: 'mistake' })).toMatchObject({ ok: true });
    expect(await balances(world)).toEqual([]);
  });
});
