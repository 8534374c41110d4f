// Holds and closed periods: the table of what may follow what, what is available meanwhile, and that a replay agrees.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../../src/domain/journal/apply.ts';
import type { Entry, EntryBody } from '../../../src/domain/journal/entry.ts';
import { emptyState, type State } from '../../../src/domain/journal/state.ts';
import { decidePosting } from '../../../src/domain/ledger/decide-posting.ts';
import {
  availableOf,
  decidePlacing,
  decideReleasing,
  decideSettling,
  type Hold,
  holdLimit,
} from '../../../src/domain/ledger/hold.ts';
import { decideClosing, monthEndMs } from '../../../src/domain/ledger/period.ts';
import { replayed } from '../../fakes/replay.ts';
import { sampleEntry } from '../../fakes/sample-entries.ts';
import { samplePosting } from '../../fakes/sample-postings.ts';

const place = { account: 'wallet:anna', unit: 'EUR' };
const wallet = (minor: string) => ({ ...place, minor });
const hold = (changed: Partial<Hold & { hold: string }> = {}) => ({
  ...{ hold: 'h1', ...place, minor: '400', expiresMs: 1000 },
  ...changed,
});

/** A wallet with ten euros in it. */
function filled(): State {
  const state = emptyState('gateway-1');
  const lines = [{ account: 'bank', unit: 'EUR', minor: '1000' }, wallet('-1000')];
  write(state, { type: 'posted', data: samplePosting({ kind: 'top-up', lines, dateMs: 0 }) });
  return state;
}

function write(state: State, body: EntryBody, atMs = 0): Entry {
  const entry = sampleEntry(state.seq + 1, { ...body, atMs } as Partial<Entry>);
  apply(state, entry);
  return entry;
}

const available = (state: State, nowMs: number): bigint => availableOf(state.ledger, place, { nowMs });

describe('holds', () => {
  it('take away from what is available, and move nothing', () => {
    const state = filled();
    write(state, { type: 'hold-placed', data: hold() });
    expect(available(state, 0)).toBe(600n);
    expect(state.ledger.balances.get('wallet:anna')?.get('EUR')).toBe(-1000n);
    expect(available(state, 999)).toBe(600n);
    expect(available(state, 1000)).toBe(1000n);
    expect(availableOf(state.ledger, place, { nowMs: 0, without: 'h1' })).toBe(1000n);
    expect(availableOf(state.ledger, { ...place, unit: 'JPY' }, { nowMs: 0 })).toBe(0n);
  });

  it.each([
    [{}, null],
    [{ minor: '1000' }, null],
    [{ minor: '1001' }, 'account-short'],
    [{ unit: 'JPY' }, 'account-short'],
    [{ account: 'member:anna', minor: '99999' }, null],
    [{ minor: '0' }, 'amount-wrong'],
    [{ minor: '-5' }, 'amount-wrong'],
    [{ minor: '5.5' }, 'amount-wrong'],
    [{ account: 'nowhere' }, 'account-unknown'],
    [{ unit: 'eur' }, 'unit-unknown'],
    [{ hold: 'H 1' }, 'posting-unreadable'],
    [{ expiresMs: 0 }, 'hold-expired'],
    [{ expiresMs: Number.NaN }, 'posting-unreadable'],
  ])('placing %j: %s', (changed, code) => {
    expect(decidePlacing(filled().ledger, hold(changed), 0)).toEqual(
      code === null ? { ok: true } : { ok: false, code },
    );
  });

  /** What stands there × what is asked × when → what is said. */
  const open = filled();
  write(open, { type: 'hold-placed', data: hold() });
  const { holds } = open.ledger;
  it.each([
    ['settling all', () => decideSettling(holds, { hold: 'h1', minor: '400' }, 0), null],
    ['settling a part', () => decideSettling(holds, { hold: 'h1', minor: '1' }, 999), null],
    ['settling more', () => decideSettling(holds, { hold: 'h1', minor: '401' }, 0), 'hold-exceeded'],
    ['settling nothing', () => decideSettling(holds, { hold: 'h1', minor: '0' }, 0), 'amount-wrong'],
    ['settling too late', () => decideSettling(holds, { hold: 'h1', minor: '1' }, 1000), 'hold-expired'],
    ['settling none', () => decideSettling(holds, { hold: 'h2', minor: '1' }, 0), 'hold-unknown'],
    ['releasing', () => decideReleasing(holds, 'h1', 999), null],
    ['releasing too late', () => decideReleasing(holds, 'h1', 1000), 'hold-expired'],
    ['releasing none', () => decideReleasing(holds, '__proto__', 0), 'hold-unknown'],
    ['placing it again', () => decidePlacing(open.ledger, hold(), 0), 'hold-repeated'],
    [
      'placing it again after its time',
      () => decidePlacing(open.ledger, hold({ expiresMs: 3000 }), 1000),
      null,
    ],
    ['placing what is left', () => decidePlacing(open.ledger, hold({ hold: 'h2', minor: '600' }), 0), null],
    [
      'placing more',
      () => decidePlacing(open.ledger, hold({ hold: 'h2', minor: '601' }), 0),
      'account-short',
    ],
  ] as const)('%s', (_, decide, code) => {
    expect(decide()).toEqual(code === null ? { ok: true } : { ok: false, code });
  });

  it('a hold that was settled or released is over, and its rest is free', () => {
    for (const type of ['hold-settled', 'hold-released'] as const) {
      const state = filled();
      write(state, { type: 'hold-placed', data: hold() });
      write(state, { type, data: { hold: 'h1', minor: '100', posting: 'p' } } as EntryBody);
      expect(available(state, 0)).toBe(1000n);
      expect(decideSettling(state.ledger.holds, { hold: 'h1', minor: '1' }, 0)).toMatchObject({
        code: 'hold-unknown',
      });
    }
  });

  it('inv. 10: has a bound, which those that timed out do not fill', () => {
    const { ledger } = filled();
    for (let at = 0; at < holdLimit; at++)
      ledger.holds.set(`h${at}`, { ...hold({ minor: '1' }), account: 'bank' });
    expect(decidePlacing(ledger, hold({ hold: 'more' }), 0)).toMatchObject({ code: 'holds-full' });
    expect(decidePlacing(ledger, hold({ hold: 'more', expiresMs: 5000 }), 2000)).toEqual({ ok: true });
  });

  it('inv. 3: any history leaves the same state after a replay, and nobody spends what is held', () => {
    const step = fc.oneof(
      fc.record({
        what: fc.constant('place' as const),
        id: fc.nat(3),
        minor: fc.integer({ min: 1, max: 900 }),
        forMs: fc.nat(50),
      }),
      fc.record({
        what: fc.constantFrom('settle' as const, 'release' as const),
        id: fc.nat(3),
        minor: fc.integer({ min: 1, max: 500 }),
        forMs: fc.nat(9),
      }),
      fc.record({
        what: fc.constant('spend' as const),
        id: fc.nat(99),
        minor: fc.integer({ min: 1, max: 500 }),
        forMs: fc.nat(9),
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const state = filled();
        const entries: Entry[] = [sampleEntry(1, firstOf(filled()))];
        let nowMs = 0;
        for (const [at, { what, id, minor, forMs }] of steps.entries()) {
          nowMs += forMs;
          const asked = { hold: `h${id}`, minor: String(minor) };
          const body = bodyOf(state, { what, asked, at, nowMs });
          if (body) entries.push(write(state, body, nowMs));
          expect(available(state, nowMs) >= 0n).toBe(true);
        }
        expect(replayed(entries).ledger).toEqual(state.ledger);
      }),
    );
  });
});

/** The entry that fills the wallet. */
const firstOf = (_: State): Partial<Entry> =>
  ({
    type: 'posted',
    atMs: 0,
    data: samplePosting({
      kind: 'top-up',
      dateMs: 0,
      lines: [{ account: 'bank', unit: 'EUR', minor: '1000' }, wallet('-1000')],
    }),
  }) as Partial<Entry>;

type Asked = {
  what: 'place' | 'settle' | 'release' | 'spend';
  asked: { hold: string; minor: string };
  at: number;
  nowMs: number;
};

/** What a caller that asks first may write; null where the answer was no. */
function bodyOf(state: State, { what, asked, at, nowMs }: Asked): EntryBody | null {
  const { ledger } = state;
  if (what === 'place') {
    const data = { ...asked, ...place, expiresMs: nowMs + 20 };
    return decidePlacing(ledger, data, nowMs).ok ? { type: 'hold-placed', data } : null;
  }
  if (what === 'settle') {
    const isOk = decideSettling(ledger.holds, asked, nowMs).ok;
    return isOk ? { type: 'hold-settled', data: { ...asked, posting: 'p' } } : null;
  }
  if (what === 'release')
    return decideReleasing(ledger.holds, asked.hold, nowMs).ok
      ? { type: 'hold-released', data: { hold: asked.hold } }
      : null;
  const lines = [wallet(asked.minor), { account: 'income:lasers', unit: 'EUR', minor: `-${asked.minor}` }];
  const data = samplePosting({ posting: `p-${at}`, key: `k-${at}`, dateMs: nowMs, lines });
  return decidePosting(state, data, { nowMs }).ok ? { type: 'posted', data } : null;
}

describe('a posting on what is there', () => {
  const spend = (minor: string, changed = {}) =>
    samplePosting({
      dateMs: 0,
      lines: [wallet(minor), { account: 'income:lasers', unit: 'EUR', minor: `-${minor}` }],
      ...changed,
    });

  it('is refused beyond what is available, unless it says that it happened', () => {
    const state = filled();
    write(state, { type: 'hold-placed', data: hold() });
    expect(decidePosting(state, spend('600'), { nowMs: 0 })).toEqual({ ok: true });
    expect(decidePosting(state, spend('601'), { nowMs: 0 })).toMatchObject({ code: 'account-short' });
    expect(decidePosting(state, spend('601'), { nowMs: 0, settles: 'h1' })).toEqual({ ok: true });
    expect(decidePosting(state, spend('5000', { overdraws: true }), { nowMs: 0 })).toEqual({ ok: true });
  });

  it('may always add to an account that is below zero', () => {
    const state = filled();
    write(state, { type: 'posted', data: spend('5000', { overdraws: true }) });
    expect(decidePosting(state, spend('1'), { nowMs: 0 })).toMatchObject({ code: 'account-short' });
    const lines = [wallet('-10'), { account: 'bank', unit: 'EUR', minor: '10' }];
    expect(decidePosting(state, samplePosting({ dateMs: 0, lines }), { nowMs: 0 })).toEqual({ ok: true });
  });
});

describe('closing a month', () => {
  const timezone = 'Europe/Rome';
  const endOf = (month: string): number => monthEndMs(month, timezone);

  it.each([
    ['2026-10', 'Europe/Rome', '2026-10-31T23:00:00.000Z'],
    ['2026-03', 'Europe/Rome', '2026-03-31T22:00:00.000Z'],
    ['2026-12', 'UTC', '2027-01-01T00:00:00.000Z'],
    ['2026-02', 'Asia/Kathmandu', '2026-02-28T18:15:00.000Z'],
    // The clock was put forward at that midnight: the month ended when it would have come.
    ['2017-09', 'America/Asuncion', '2017-10-01T04:00:00.000Z'],
  ])('%s in %s ends at %s', (month, zone, at) => {
    expect(new Date(monthEndMs(month, zone)).toISOString()).toBe(at);
  });

  it('is done when it is over, once, and takes all before it', () => {
    const nowMs = endOf('2026-10');
    const never = { month: null, beforeMs: 0 };
    const ask = (month: string, closed = never as { month: string | null; beforeMs: number }, at = nowMs) =>
      decideClosing(closed, { month, timezone, nowMs: at });
    expect(ask('2026-10')).toEqual({ ok: true, month: '2026-10', beforeMs: nowMs });
    expect(ask('2026-10', never, nowMs - 1)).toMatchObject({ code: 'period-runs' });
    expect(ask('2026-11')).toMatchObject({ code: 'period-runs' });
    expect(ask('2026-13')).toMatchObject({ code: 'month-unreadable' });
    expect(ask('2026-1')).toMatchObject({ code: 'month-unreadable' });
    const closed = { month: '2026-09', beforeMs: endOf('2026-09') };
    expect(ask('2026-09', closed)).toMatchObject({ code: 'period-closed' });
    expect(ask('2025-12', closed)).toMatchObject({ code: 'period-closed' });
    expect(ask('2026-10', closed)).toMatchObject({ ok: true });
  });

  it('inv. 5: closed stays closed, whatever is closed after it', () => {
    const months = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(months, fc.integer({ min: 0, max: endOf('2026-12') }), (asked, dateMs) => {
        const state = emptyState('gateway-1');
        const nowMs = endOf('2026-12');
        let wasClosed = false;
        for (const month of asked) {
          const wish = { month: `2026-${String(month).padStart(2, '0')}`, timezone, nowMs };
          const closing = decideClosing(state.ledger.closed, wish);
          if (closing.ok) {
            const { month: closed, beforeMs } = closing;
            write(state, { type: 'period-closed', data: { month: closed, beforeMs, by: 'console' } });
          }
          const decision = decidePosting(state, samplePosting({ dateMs }), { nowMs });
          if (wasClosed) expect(decision).toMatchObject({ code: 'period-closed' });
          wasClosed = !decision.ok;
        }
      }),
    );
  });
});
