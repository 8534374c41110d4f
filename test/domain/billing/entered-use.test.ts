// Uses that were entered by hand, on the bill and in the diary: priced like any other, and taken back to the cent.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Account, linesOf, statementOf, usesOf } from '../../../src/domain/billing/statement.ts';
import { emptyDiaryContext } from '../../../src/domain/diary/diary-context.ts';
import { type DiaryPoint, pointsOf } from '../../../src/domain/diary/points-of.ts';
import type { Entry } from '../../../src/domain/journal/entry.ts';
import { anyDeeds, enteredBody, liveDeeds, withdrawnBody } from '../../fakes/entered-uses.ts';
import { createHistory } from '../../fakes/history.ts';
import { replayed } from '../../fakes/replay.ts';
import { sampleWorkshop } from '../../fakes/sample-workshop.ts';

const lastEvening = Date.parse('2026-10-31T12:00:00Z');
const months = ['2026-10', '2026-11', '2026-12'];
const accountsOf = (entries: readonly Entry[]): readonly Account[] =>
  months.flatMap((month) => statementOf(entries, month));
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, one) => total + one, 0n);

function allPoints(entries: readonly Entry[]): readonly DiaryPoint[] {
  const context = emptyDiaryContext();
  return entries.flatMap((entry) => pointsOf(entry, context));
}
const fieldSum = (points: readonly DiaryPoint[], measurement: string, field: string): bigint =>
  sum(
    points
      .filter((point) => point.measurement === measurement)
      .map(({ fields }) => BigInt(fields[field] ?? 0)),
  );

describe('inv. 5: with entered and withdrawn uses among the metered ones', () => {
  it('the lines add up to the accounts, and those to the sums of the diary', () => {
    fc.assert(
      fc.property(anyDeeds, (deeds) => {
        const { entries } = liveDeeds(deeds, lastEvening);
        const accounts = accountsOf(entries);
        for (const account of accounts)
          expect(sum(account.lines.map(({ minor }) => minor))).toBe(account.minor);
        const points = allPoints(entries);
        expect(fieldSum(points, 'charge', 'minor')).toBe(sum(accounts.map(({ minor }) => minor)));
        const operating = accounts.flatMap(({ lines }) =>
          lines.filter(({ clock }) => clock === 'operating').map(({ billedMs }) => BigInt(billedMs)),
        );
        const told = points.filter(({ tags }) => tags.pool !== 'saws');
        expect(fieldSum(told, 'usage', 'operating_ms')).toBe(sum(operating));
      }),
    );
  });

  it('what was withdrawn costs nothing, whatever was rounded and whatever the price is now', () => {
    fc.assert(
      fc.property(anyDeeds, (deeds) => {
        const { entries } = liveDeeds(deeds, lastEvening);
        for (const [session, metered] of usesOf(entries)) {
          if (metered.length < 2) continue;
          const [line, back, ...more] = linesOf(metered);
          expect(more).toEqual([]);
          expect((line?.minor ?? 0n) + (back?.minor ?? 0n)).toBe(0n);
          expect((line?.billedMs ?? 0) + (back?.billedMs ?? 0)).toBe(0);
          expect(back?.perHourMinor).toBe(line?.perHourMinor);
          const points = allPoints(entries).filter(({ fields }) => fields.session === session);
          expect(fieldSum(points, 'charge', 'minor')).toBe(0n);
          for (const clock of ['loaded_ms', 'working_ms', 'operating_ms'])
            expect(fieldSum(points, 'usage', clock)).toBe(0n);
        }
      }),
    );
  });

  it('inv. 3: a replay gives the same bill, the same points and the same state', () => {
    fc.assert(
      fc.property(anyDeeds, fc.nat(), (deeds, cut) => {
        const { entries, state } = liveDeeds(deeds, lastEvening);
        const again = JSON.parse(JSON.stringify(entries)) as Entry[];
        expect(accountsOf(again)).toEqual(accountsOf(entries));
        expect(replayed(again)).toEqual(state);
        const context = emptyDiaryContext();
        const middle = cut % entries.length;
        const head = entries.slice(0, middle).flatMap((entry) => pointsOf(entry, context));
        const kept = structuredClone(context);
        const tail = entries.slice(middle).flatMap((entry) => pointsOf(entry, kept));
        expect([...head, ...tail]).toEqual(allPoints(entries));
      }),
    );
  });
});

describe('an entered use', () => {
  it('is one line with its time on every clock, at the tariff of that day, and says who entered it', () => {
    const history = createHistory();
    const tariffs = [...sampleWorkshop.tariffs, { ...sampleWorkshop.tariffs[0], from: '2026-11-21' }].map(
      (tariff) => ({
        pool: 'lasers',
        clock: 'working' as const,
        perHourMinor: '9999',
        ...tariff,
        from: tariff.from ?? '',
      }),
    );
    history.add({ type: 'workshop-described', data: { workshop: { ...sampleWorkshop, tariffs } } });
    history.add(enteredBody());
    const [account] = statementOf(history.entries, '2026-11');
    expect(account).toMatchObject({ member: 'anna', minor: 1500n });
    expect(account?.lines).toEqual([
      expect.objectContaining({
        session: 'use-1',
        billedMs: 5_400_000,
        gapMs: 0,
        perHourMinor: '1000',
        minor: 1500n,
        byHand: {
          entered: { by: 'bruno', atMs: history.state.lastAtMs, why: 'gateway-away' },
          withdrawn: null,
        },
      }),
    ]);
  });

  it('that is withdrawn keeps its line, and a second one in the same month takes it off', () => {
    const history = createHistory();
    history.clock.jump(Date.parse('2026-11-30T12:00:00Z') - history.clock.wallMs());
    history.add(enteredBody());
    history.clock.advance(20 * 86_400_000);
    history.add(withdrawnBody());
    const [account] = statementOf(history.entries, '2026-11');
    expect(account?.minor).toBe(0n);
    expect(account?.lines.map(({ minor, byHand }) => [minor, byHand?.withdrawn?.by ?? null])).toEqual([
      [1500n, null],
      [-1500n, 'bruno'],
    ]);
    expect(statementOf(history.entries, '2026-12')).toEqual([]);
  });

  it('is told to the diary at its end, and what takes it back at the same place', () => {
    const history = createHistory();
    history.add(enteredBody({ team: 'volta' }));
    history.add(withdrawnBody());
    const tags = { machine: 'laser', pool: 'lasers', member: 'anna', team: 'volta' };
    const usage = allPoints(history.entries).filter(({ measurement }) => measurement === 'usage');
    expect(usage.map((point) => [point.atMs, point.tags, point.fields.loaded_ms])).toEqual([
      [Date.parse('2026-11-20T18:30:00Z'), tags, 5_400_000],
      [Date.parse('2026-11-20T18:30:00Z'), tags, -5_400_000],
    ]);
  });

  it('is taken back in the currency of then', () => {
    const history = createHistory();
    history.add(enteredBody());
    const space = { ...sampleWorkshop.space, currency: 'CHF' };
    history.add({ type: 'workshop-described', data: { workshop: { ...sampleWorkshop, space } } });
    history.add(withdrawnBody());
    const charged = allPoints(history.entries).filter(({ measurement }) => measurement === 'charge');
    expect(charged.map(({ tags, fields }) => [tags.currency, fields.minor])).toEqual([
      ['EUR', 1500],
      ['EUR', -1500],
    ]);
  });

  it('changes neither who holds a machine nor its power', () => {
    const history = createHistory();
    history.start('laser', 'bruno');
    const before = structuredClone(history.state);
    history.add(enteredBody());
    history.add(withdrawnBody());
    expect({ ...history.state, seq: 0 }).toEqual({ ...before, seq: 0 });
  });

  it('of which no entry tells takes nothing back', () => {
    const history = createHistory();
    history.add(withdrawnBody('never'));
    expect(accountsOf(history.entries)).toEqual([]);
    expect(allPoints(history.entries).filter(({ measurement }) => measurement === 'charge')).toEqual([]);
  });
});
