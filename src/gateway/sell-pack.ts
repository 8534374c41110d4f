// Sells a pack at the desk: hours or money for a time, with its postings in the same commit. One sale is one lot, so that
// asking again sells nothing.

import { addDays, startOfDay } from '../domain/access/week.ts';
import { hoursUnit } from '../domain/allowance/owed-lots.ts';
import { moved } from '../domain/allowance/owed-payments.ts';
import type { Pack } from '../domain/allowance/paying.ts';
import type { PackSold } from '../domain/journal/allowance-entries.ts';
import type { State } from '../domain/journal/state.ts';
import type { Posting } from '../domain/ledger/posting.ts';
import { localDate } from '../domain/time.ts';
import type { PackSale, PaidBy, SaleOutcome } from './allowance-asked.ts';
import type { Committer } from './commit.ts';
import type { PeopleIndex } from './people-index.ts';

export type Desk = {
  readonly committer: Committer;
  readonly people: Pick<PeopleIndex, 'byMember' | 'byHandle'>;
};

export async function sellPack({ committer, people }: Desk, sale: PackSale): Promise<SaleOutcome> {
  const state = committer.tentative();
  const person = people.byMember(sale.member) ?? people.byHandle(sale.member);
  if (!person || !state.members.has(person.member)) return no('member-unknown', sale.member);
  const packs = state.workshop?.paying?.packs ?? {};
  const pack = Object.hasOwn(packs, sale.pack) ? packs[sale.pack] : undefined;
  if (!pack) return no('pack-unknown', sale.pack);
  const lot = `p-${sale.sale}`;
  const known = state.allowances.lots.get(lot);
  const isSame = known?.of === sale.pack && known.member === person.member;
  if (known)
    return isSame
      ? { ok: true, lot, expiresMs: known.expiresMs, repeated: true }
      : no('sale-repeated', sale.sale);
  if (!state.synchronised) return no('clock-unset', null);
  const nowMs = committer.stamp().atMs;
  const data = soldAs(state, { pack, sale, lot, member: person.member }, nowMs);
  const posting = salePosting(data, sale.paidBy, nowMs);
  await committer.commit([
    { type: 'pack-sold', data },
    { type: 'posted', data: posting },
  ]);
  return { ok: true, lot, expiresMs: data.expiresMs, repeated: false };
}

type Sold = {
  readonly pack: Pack;
  readonly sale: PackSale;
  readonly lot: string;
  readonly member: string;
};

function soldAs({ workshop }: State, { pack, sale, lot, member }: Sold, nowMs: number): PackSold {
  const { timezone = 'UTC', currency = 'EUR' } = workshop?.space ?? {};
  const end = addDays(localDate(nowMs, timezone), pack.validDays + 1);
  return {
    ...{ lot, kind: 'pack', of: sale.pack, member },
    ...(pack.pools ? { pools: pack.pools } : {}),
    unit: pack.ms === undefined ? currency : hoursUnit(sale.pack, pack.pools),
    amount: pack.ms === undefined ? (pack.minor ?? '0') : String(pack.ms),
    fromMs: nowMs,
    expiresMs: startOfDay(end, timezone),
    priceMinor: pack.priceMinor,
    currency,
    paidBy: sale.paidBy,
    by: sale.by,
  };
}

/** Time is sold for what it costs; money for less is a gift of the space, and for more is income. */
function salePosting(sold: PackSold, by: PaidBy, nowMs: number): Posting {
  const { lot, of, unit, currency, member } = sold;
  const [amount, price] = [BigInt(sold.amount), BigInt(sold.priceMinor)];
  const payer = by === 'account' ? `member:${member}` : by;
  const account = `allowance:${lot}`;
  const gift = amount - price;
  const ofTime = [
    ...moved({ from: `granted:${of}`, to: account, unit, amount }),
    ...moved({ from: payer, to: 'income:packs', unit: currency, amount: price }),
  ];
  const ofMoney = [
    ...(price === 0n ? [] : [{ account: payer, unit: currency, minor: price.toString() }]),
    ...(gift > 0n ? [{ account: `expense:${of}`, unit: currency, minor: gift.toString() }] : []),
    ...(gift < 0n ? [{ account: 'income:packs', unit: currency, minor: gift.toString() }] : []),
    { account, unit: currency, minor: (-amount).toString() },
  ];
  return {
    posting: `sale-${lot}`,
    kind: 'pack',
    reference: lot,
    key: `pack:${lot}`,
    dateMs: nowMs,
    lines: unit === currency ? ofMoney : ofTime,
  };
}

const no = <Code>(code: Code, about: string | null) =>
  ({ ok: false, code, about: about?.slice(0, 64) ?? null }) as const;
