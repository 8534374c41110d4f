// What pays for what: ten thousand random lives against an oracle of its own, and the edges by hand.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consume, consumeOrder, type Source } from '../../../src/domain/allowance/consume.ts';
import { balanceOf } from '../../../src/domain/ledger/balances.ts';
import { type OraclePurse, whoPays } from '../../fakes/paying-oracle.ts';
import {
  anyLife,
  dayMs,
  firstMs,
  type Lived,
  lastMs,
  live,
  lotId,
  type RandomLife,
  settleAll,
  useId,
} from '../../fakes/random-payings.ts';

const source = (changed: Partial<Source> & { id: string }): Source => ({
  kind: 'pack',
  holds: 'ms',
  left: 1_000n,
  expiresMs: null,
  ...changed,
});
const invoice = source({ id: 'owed', kind: 'invoice', holds: 'minor', left: null });

describe('consume', () => {
  it('takes the soonest expiry first, and of two alike the smaller id', () => {
    const sources = [
      source({ id: 'c', expiresMs: 5 }),
      source({ id: 'b', expiresMs: 5 }),
      source({ id: 'a' }),
      invoice,
    ];
    expect(consume({ minor: 30n, ms: 3_000n }, sources, consumeOrder)).toEqual([
      { source: 'b', amount: 1_000n, minor: 10n },
      { source: 'c', amount: 1_000n, minor: 10n },
      { source: 'a', amount: 1_000n, minor: 10n },
    ]);
  });

  it('takes nothing of a kind that is not declared, but for the invoice', () => {
    expect(consume({ minor: 30n, ms: 3_000n }, [source({ id: 'a' }), invoice], ['wallet'])).toEqual([
      { source: 'owed', amount: 30n, minor: 30n },
    ]);
  });

  it('gives what was charged too much to the invoice alone', () => {
    expect(consume({ minor: -5n, ms: -10n }, [source({ id: 'a' }), invoice], consumeOrder)).toEqual([
      { source: 'owed', amount: -5n, minor: -5n },
    ]);
  });

  it('inv. 5: parts add up to the price, and none is more than there is', () => {
    const amount = fc.bigInt({ min: 0n, max: 10_000n });
    const any = fc.record({ minor: amount, ms: amount, lefts: fc.array(fc.tuple(fc.boolean(), amount)) });
    fc.assert(
      fc.property(any, ({ minor, ms, lefts }) => {
        const sources = lefts.map(([isTime, left], at) =>
          source({ id: `s${at}`, left, holds: isTime ? 'ms' : 'minor' }),
        );
        const parts = consume({ minor, ms }, [...sources, invoice], consumeOrder);
        expect(parts.reduce((sum, part) => sum + part.minor, 0n)).toBe(minor);
        for (const part of parts) {
          const left = sources.find(({ id }) => id === part.source)?.left ?? part.amount;
          expect(part.amount >= 0n && part.amount <= left && part.minor >= 0n).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Use → source → cents, as the state has it. */
function paidIn({ state }: Lived): Map<string, Map<string, number>> {
  return new Map(
    [...state.allowances.charges.values()].map(({ session, paid }) => [
      session,
      new Map(
        [...paid.values()].flatMap((sources) =>
          [...sources].map(([name, { minor }]) => [named(name), Number(minor)] as const),
        ),
      ),
    ]),
  );
}

const named = (name: string): string => (name === 'member:anna' ? 'owed' : name);

function pursesOf({ lots, wallet }: RandomLife): readonly OraclePurse[] {
  const ranks = { plan: 0, pack: 1 };
  const forever = { pool: null, from: 0, until: Number.POSITIVE_INFINITY };
  return [
    ...lots.map(({ kind, isTime, pool, amount, fromDay, days }, index) => {
      const from = firstMs + fromDay * dayMs;
      const until = from + days * dayMs;
      return { name: `allowance:${lotId(index)}`, rank: ranks[kind], pool, isTime, from, until, amount };
    }),
    { ...forever, name: 'wallet:anna', rank: 2, isTime: false, amount: wallet },
  ];
}

const withoutNothing = (paid: ReadonlyMap<string, ReadonlyMap<string, number>>) =>
  Object.fromEntries(
    [...paid].map(([use, parts]) => [use, Object.fromEntries([...parts].filter(([, cents]) => cents !== 0))]),
  );

describe('ten thousand random lives', () => {
  it('inv. 3, 5: pay as the oracle says, whatever became known first, and a second look writes nothing', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        const lived = live(life, life.order);
        const uses = life.uses.map(({ minute, pool, cents, ms }, index) => {
          const at = firstMs + minute * 60_000;
          return { id: useId(index), at, pool, cents, ms };
        });
        const wanted = withoutNothing(whoPays(uses, pursesOf(life)));
        expect(withoutNothing(paidIn(lived))).toEqual(wanted);
        expect(settleAll(lived)).toBe(0);
        checkBooks(life, lived);
      }),
      { numRuns: 10_000 },
    );
  });
});

/** Nothing is below zero, what has expired is gone, and income is what was charged. */
function checkBooks({ lots, uses, wallet }: RandomLife, { books }: Lived): void {
  for (const [index, lot] of lots.entries()) {
    const account = `allowance:${lotId(index)}`;
    const unit = lot.isTime ? 'hours:any' : 'EUR';
    const left = -balanceOf(books.balances, { account, unit });
    expect(left >= 0n && left <= BigInt(lot.amount)).toBe(true);
    if (firstMs + (lot.fromDay + lot.days) * dayMs <= lastMs) expect(left).toBe(0n);
  }
  const left = -balanceOf(books.balances, { account: 'wallet:anna', unit: 'EUR' });
  expect(left >= 0n && left <= BigInt(wallet)).toBe(true);
  const income = ['lasers', 'mills'].reduce(
    (sum, pool) => sum - balanceOf(books.balances, { account: `income:${pool}`, unit: 'EUR' }),
    0n,
  );
  expect(income).toBe(BigInt(uses.reduce((sum, { cents }) => sum + cents, 0)));
}
