// Statements: everything metered stands in exactly one month, and sums are sums.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Account, statementOf } from '../../../src/domain/billing/statement.ts';
import type { Entry, SegmentClosed } from '../../../src/domain/journal/entry.ts';
import { hourMs } from '../../../src/domain/time.ts';
import { createHistory } from '../../fakes/history.ts';
import { sampleWorkshop } from '../../fakes/sample-workshop.ts';

type Part = { readonly session: string; readonly member: string; readonly pool: string; readonly ms: number };

/** A journal of segments, one after the other, from a moment on. */
function journalOf(parts: readonly Part[], fromMs: number): readonly Entry[] {
  const history = createHistory();
  history.clock.jump(fromMs - history.clock.wallMs());
  const indices = new Map<string, number>();
  for (const { session, member, pool, ms } of parts) {
    const index = indices.get(session) ?? 0;
    indices.set(session, index + 1);
    const startMs = history.clock.wallMs();
    history.clock.advance(ms);
    const clocks = { loadedMs: ms, poweredMs: ms, workingMs: ms, operatingMs: ms };
    const who = { session, index, machine: 'laser', pool, member, team: null, costCode: null };
    const when = { sessionFromMs: startMs, fromMs: startMs, toMs: startMs + ms };
    const data: SegmentClosed = { ...who, ...when, clocks, gapMs: 0, why: 'length' };
    history.add({ type: 'segment-closed', data });
  }
  return history.entries;
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, one) => total + one, 0n);
const sumOf = (accounts: readonly Account[]): bigint => sum(accounts.map(({ minor }) => minor));

const part = fc.record({
  session: fc.constantFrom('s1', 's2', 's3'),
  ms: fc.integer({ min: 0, max: 15 * 60_000 }),
});
const owners = {
  s1: { member: 'anna', pool: 'lasers' },
  s2: { member: 'bruno', pool: 'saws' },
  s3: { member: 'anna', pool: 'looms' },
};
const parts = fc
  .array(part, { maxLength: 40 })
  .map((list) =>
    list.map(({ session, ms }): Part => ({ session, ms, ...owners[session as keyof typeof owners] })),
  );

describe('inv. 5: a statement', () => {
  it('has lines that add up to accounts, and months that add up to the whole', () => {
    const lastEvening = Date.parse('2026-10-31T20:00:00Z');
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 4 * hourMs }), (list, offsetMs) => {
        const entries = journalOf(list, lastEvening + offsetMs);
        const months = ['2026-10', '2026-11'].map((month) => statementOf(entries, month));
        for (const account of months.flat()) {
          expect(sum(account.lines.map(({ minor }) => minor))).toBe(account.minor);
        }
        const ms = (pool: string) =>
          list.filter((one) => one.pool === pool).reduce((total, one) => total + one.ms, 0);
        const whole = Math.round((ms('lasers') * 1000) / hourMs) + Math.round((ms('saws') * 600) / hourMs);
        expect(sum(months.map(sumOf))).toBe(BigInt(whole));
        const billed = months.flat().flatMap(({ lines }) => lines.map(({ billedMs }) => billedMs));
        expect(billed.reduce((total, one) => total + one, 0)).toBe(
          list.reduce((total, one) => total + one.ms, 0),
        );
      }),
    );
  });

  it('inv. 3: is the same for the same journal, also after it was written down', () => {
    fc.assert(
      fc.property(parts, (list) => {
        const entries = journalOf(list, Date.parse('2026-11-10T08:00:00Z'));
        const again = JSON.parse(JSON.stringify(entries)) as Entry[];
        expect(statementOf(again, '2026-11')).toEqual(statementOf(entries, '2026-11'));
      }),
    );
  });
});

describe('the month of a part', () => {
  // Time belongs to the month in which it was used, by the clock on the wall of the space; months begin while DST is
  // on (+2) and off (+1).
  const rows = [
    { endsAt: '2026-10-31T22:59:59.999Z', month: '2026-10' },
    { endsAt: '2026-10-31T23:00:00.000Z', month: '2026-10' },
    { endsAt: '2026-11-01T00:00:00.000Z', month: '2026-11' },
    { endsAt: '2026-09-30T22:00:00.000Z', month: '2026-09' },
    { endsAt: '2026-09-30T23:00:00.000Z', month: '2026-10' },
    { endsAt: '2026-03-31T22:00:00.000Z', month: '2026-03' },
    { endsAt: '2026-03-31T23:00:00.000Z', month: '2026-04' },
    { endsAt: '2027-01-01T00:00:00.000Z', month: '2027-01' },
  ];
  it.each(rows)('that ended at $endsAt is $month', ({ endsAt, month }) => {
    const one: Part = { session: 's1', member: 'anna', pool: 'lasers', ms: hourMs };
    const entries = journalOf([one], Date.parse(endsAt) - hourMs);
    const found = ['2026-03', '2026-04', '2026-09', '2026-10', '2026-11', '2026-12', '2027-01'].filter(
      (name) => sumOf(statementOf(entries, name)) === 1000n,
    );
    expect(found).toEqual([month]);
  });

  it('of a part that lies in two is both, by the clock on the wall', () => {
    const one: Part = { session: 's1', member: 'anna', pool: 'lasers', ms: hourMs };
    const entries = journalOf([one], Date.parse('2026-10-31T22:45:00Z'));
    expect(['2026-10', '2026-11'].map((month) => sumOf(statementOf(entries, month)))).toEqual([250n, 750n]);
  });
});

describe('a line', () => {
  it('stands for a session under one tariff', () => {
    const one: Part = { session: 's1', member: 'anna', pool: 'lasers', ms: 20 * 60_000 };
    const start = Date.parse('2026-11-10T08:00:00Z');
    const [account] = statementOf(journalOf([one, one, one], start), '2026-11');
    expect(account).toMatchObject({ member: 'anna', minor: 1000n });
    expect(account?.lines).toEqual([
      {
        session: 's1',
        member: 'anna',
        team: null,
        material: null,
        machine: 'laser',
        pool: 'lasers',
        fromMs: start,
        toMs: start + hourMs,
        clock: 'operating',
        billedMs: hourMs,
        gapMs: 0,
        energy: null,
        perHourMinor: '1000',
        costCode: null,
        tariff: expect.stringMatching(/^[0-9a-f]{64}$/),
        components: [
          {
            what: 'time',
            clock: 'operating',
            quantity: hourMs,
            unit: 'ms',
            rate: '1000',
            percent: 100,
            minor: 1000n,
          },
        ],
        minor: 1000n,
        byHand: null,
      },
    ]);
  });

  it('is two where a new price came between, each at the tariff known when it was metered', () => {
    const history = createHistory();
    const close = (index: number): void => {
      const at = history.clock.wallMs();
      const clocks = { loadedMs: hourMs, poweredMs: hourMs, workingMs: hourMs, operatingMs: hourMs };
      const who = { session: 's1', index, machine: 'laser', pool: 'lasers', member: 'anna', team: 'fablab' };
      const when = { sessionFromMs: at, fromMs: at, toMs: at + hourMs };
      history.clock.advance(hourMs);
      history.add({
        type: 'segment-closed',
        data: { ...who, ...when, costCode: null, clocks, gapMs: 0, why: 'length' },
      });
    };
    close(0);
    const tariffs = sampleWorkshop.tariffs.map((tariff) => ({ ...tariff, perHourMinor: '4000' }));
    history.add({ type: 'workshop-described', data: { workshop: { ...sampleWorkshop, tariffs } } });
    close(1);
    const [account] = statementOf(history.entries, '2026-11');
    expect(account).toMatchObject({ team: 'fablab', minor: 5000n });
    expect(account?.lines.map(({ minor }) => minor)).toEqual([1000n, 4000n]);
  });
});
