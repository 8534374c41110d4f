// The use cases of paying, together: packs, wallets, who pays, and what a member has left.

import { planById } from '../domain/access/plan.ts';
import type { KnownLot } from '../domain/journal/allowance-entries.ts';
import type { State } from '../domain/journal/state.ts';
import { ruleOf } from '../domain/ledger/account.ts';
import { availableOf } from '../domain/ledger/hold.ts';
import { currencyDigits } from '../domain/money.ts';
import type {
  AllowancesTold,
  LotTold,
  PackSale,
  PayersOutcome,
  PayersWish,
  SaleOutcome,
  UseTold,
  WalletMove,
  WalletOutcome,
} from './allowance-asked.ts';
import type { Books } from './create-books.ts';
import { type Desk, sellPack } from './sell-pack.ts';

export type Allowances = {
  sellPack(sale: PackSale): Promise<SaleOutcome>;
  /** Idempotent by its key. A refund is at most what is there and not held. */
  moveWallet(move: WalletMove): Promise<WalletOutcome>;
  /** From then on these pay for the whole use, as if they always had. */
  setPayers(wish: PayersWish): Promise<PayersOutcome>;
  /** Key or handle; null where there is none. */
  allowances(member: string): AllowancesTold | null;
};

export const createAllowances = (desk: Desk, books: Pick<Books, 'post'>): Allowances => ({
  sellPack: (sale) => sellPack(desk, sale),
  moveWallet: (move) => moveWallet(desk, books, move),
  setPayers: (wish) => setPayers(desk, wish),
  allowances(asked) {
    const person = desk.people.byMember(asked) ?? desk.people.byHandle(asked);
    return person ? toldOf(desk.committer.durable(), person.member, desk.committer.stamp().atMs) : null;
  },
});

async function moveWallet(
  { committer, people }: Desk,
  books: Pick<Books, 'post'>,
  { key, member, minor, kind, paidBy }: WalletMove,
): Promise<WalletOutcome> {
  const person = people.byMember(member) ?? people.byHandle(member);
  if (!person) return { ok: false, code: 'member-unknown', about: member.slice(0, 64) };
  if (!/^[1-9]\d{0,9}$/.test(minor)) return { ok: false, code: 'amount-wrong', about: minor.slice(0, 20) };
  const unit = committer.tentative().workshop?.space.currency ?? 'EUR';
  const amount = kind === 'top-up' ? BigInt(minor) : -BigInt(minor);
  const lines = [
    { account: paidBy, unit, minor: amount.toString() },
    { account: `wallet:${person.member}`, unit, minor: (-amount).toString() },
  ];
  return books.post({ key: `${kind}:${key}`, kind, reference: null, lines });
}

const mostPayers = 20;

async function setPayers({ committer }: Desk, { session, payers, by }: PayersWish): Promise<PayersOutcome> {
  const state = committer.tentative();
  if (!state.synchronised) return { ok: false, code: 'clock-unset', about: null };
  const charge = state.allowances.charges.get(session);
  if (!charge) return { ok: false, code: 'charge-unknown', about: session.slice(0, 64) };
  const wrong = payers.find(({ payer, parts }) => !isPayer(state, payer) || !isParts(parts));
  const isTwice = new Set(payers.map(({ payer }) => payer)).size < payers.length;
  if (wrong || isTwice || payers.length === 0 || payers.length > mostPayers)
    return { ok: false, code: 'payers-wrong', about: wrong?.payer.slice(0, 80) ?? null };
  const { machine, pool, member, currency, fromMs } = charge;
  const team = state.members.get(member)?.team ?? null;
  const data = {
    ...{ session, machine, pool, member, team, currency, fromMs, lines: [], minor: '0' },
    ...{ nth: charge.changes + 1, by, payers },
    why: 'payers' as const,
  };
  await committer.commit([{ type: 'charge-corrected', data }]);
  return { ok: true };
}

const isParts = (parts: number): boolean => Number.isInteger(parts) && parts >= 1 && parts <= 1000;

function isPayer({ members, workshop }: State, payer: string): boolean {
  if (ruleOf(payer) === null) return false;
  const [kind, id = ''] = payer.split(':');
  if (kind === 'member') return members.has(id);
  if (kind === 'cost-code') return Object.hasOwn(workshop?.costCodes ?? {}, id);
  return kind === 'team' && [...members.values()].some(({ team }) => team === id);
}

function toldOf(state: State, member: string, nowMs: number): AllowancesTold {
  const currency = state.workshop?.space.currency ?? 'EUR';
  const account = `wallet:${member}`;
  const free = availableOf(state.ledger, { account, unit: currency }, { nowMs });
  const whole = availableOf({ ...state.ledger, holds: new Map() }, { account, unit: currency }, { nowMs });
  const lots = [...state.allowances.lots.values()].filter((lot) => lot.member === member);
  return {
    member,
    currency,
    digits: currencyDigits(currency),
    lots: lots.map((lot) => lotTold(state, lot)).sort((one, other) => one.expiresMs - other.expiresMs),
    wallet: { minor: whole, heldMinor: whole - free },
    uses: usesOf(state, member),
  };
}

function lotTold({ workshop }: State, known: KnownLot): LotTold {
  const { lot, kind, of, pools = null, unit, amount, used, expired, fromMs, expiresMs } = known;
  const packs = workshop?.paying?.packs ?? {};
  const named = kind === 'plan' ? planById(workshop, of) : Object.hasOwn(packs, of) ? packs[of] : undefined;
  const left = BigInt(amount) - used - expired;
  return {
    ...{ lot, kind, name: named?.name ?? of, pools, unit, fromMs, expiresMs },
    amount: BigInt(amount),
    left: left < 0n ? 0n : left,
  };
}

/** Those that the member began or pays for, the newest first. */
function usesOf({ allowances }: State, member: string): readonly UseTold[] {
  return [...allowances.charges.values()]
    .filter((charge) => charge.member === member || charge.paid.has(`member:${member}`))
    .sort((one, other) => other.fromMs - one.fromMs)
    .map(({ session, machine, pool, fromMs, lines, paid }) => ({
      ...{ session, machine, pool, fromMs },
      minor: [...lines.values()].reduce((sum, line) => sum + line.minor, 0n),
      parts: [...paid].flatMap(([payer, sources]) =>
        [...sources].map(([source, given]) => ({ payer, source, ...given })),
      ),
    }));
}
