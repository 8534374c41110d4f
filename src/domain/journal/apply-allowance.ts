// What the entries about allowances, charges and wallets change in the state: rows of `apply.ts`. Frozen per version.

import { planById } from '../access/plan.ts';
import { payersOf } from '../allowance/paying.ts';
import type { Workshop } from '../machine/workshop.ts';
import {
  type AllowanceBody,
  type AllowanceState,
  type KnownCharge,
  type Lot,
  type Move,
  windowMs,
} from './allowance-entries.ts';
import type { Entry } from './entry.ts';
import type { State } from './state.ts';

type ChargeType = 'charge-made' | 'charge-corrected';
type Type = AllowanceBody['type'] | ChargeType;
type Of<T extends Entry['type']> = Extract<Entry, { type: T }>;

export const allowanceEffects: { readonly [T in Type]: (state: State, entry: Of<T>) => void } = {
  'charge-made': charged,
  'charge-corrected': charged,
  'allowance-granted': ({ allowances }, { data }) => addLot(allowances, data),
  'pack-sold': ({ allowances }, { data: { priceMinor: _, currency: __, by: ___, paidBy: ____, ...lot } }) =>
    addLot(allowances, lot),
  'lot-expired': ({ allowances }, { atMs, data }) => {
    const lot = allowances.lots.get(data.lot);
    if (!lot) return;
    lot.expired += BigInt(data.amount);
    lot.times += 1;
    forgetOld(allowances, atMs);
  },
  'use-paid': ({ allowances }, { atMs, data: { session, payer, parts } }) => {
    const charge = allowances.charges.get(session);
    if (!charge) return;
    const paid = charge.paid.get(payer) ?? new Map();
    charge.paid.set(payer, paid);
    for (const { source, kind, unit, amount, minor } of parts) {
      const given = paid.get(source) ?? { kind, unit, amount: 0n, minor: 0n };
      given.amount += BigInt(amount);
      given.minor += BigInt(minor);
      if (given.amount === 0n && given.minor === 0n) paid.delete(source);
      else paid.set(source, given);
      const lot = allowances.lots.get(lotOf(source));
      if (lot) lot.used += BigInt(amount);
      charge.postings += 1;
    }
    if (paid.size === 0) charge.paid.delete(payer);
    forgetOld(allowances, atMs);
  },
};

const lotOf = (source: string): string => source.slice('allowance:'.length);

const addLot = ({ lots }: AllowanceState['allowances'], lot: Lot): void => {
  lots.set(lot.lot, { ...lot, used: 0n, expired: 0n, times: 0 });
};

function charged(state: State, entry: Of<ChargeType>): void {
  const { workshop, allowances } = state;
  const { data } = entry;
  const known = allowances.charges.get(data.session);
  if (!known && !workshop?.paying) return;
  const charge = known ?? newCharge(state, entry);
  allowances.charges.set(data.session, charge);
  if (entry.type === 'charge-corrected') charge.changes += 1;
  if ('payers' in data && data.payers) charge.payers = data.payers;
  const { member, team } = data;
  for (const { costCode, minor, ms = 0 } of data.lines) {
    const key = costCode ?? '';
    const plan = data.plan === undefined ? {} : { plan: data.plan };
    const use = { member, team, trainer: data.trainer ?? null, costCode, ...plan };
    const line = charge.lines.get(key) ?? { minor: 0n, ms: 0n, payers: payersOf(workshop, use) };
    line.minor += BigInt(minor);
    line.ms += BigInt(ms);
    charge.lines.set(key, line);
  }
}

function newCharge({ workshop }: State, { atMs, data }: Of<ChargeType>): KnownCharge {
  const { session, member, pool, machine, currency, fromMs = atMs, plan } = data;
  const isPrepaid = plan !== undefined && planById(workshop, plan)?.prepaid === true;
  return {
    ...{ session, member, pool, machine, currency, fromMs },
    order: workshop?.paying?.consume ?? [],
    belowZero: isPrepaid ? BigInt(workshop?.paying?.belowZeroMinor ?? '0') : null,
    lines: new Map(),
    payers: null,
    paid: new Map(),
    postings: 0,
    changes: 0,
  };
}

/** What is posted to a wallet, but for uses: they are known as charges. */
export function noteWallets({ allowances }: State, { atMs, data }: Of<'posted'>): void {
  if (data.kind === 'use') return;
  for (const { account, minor } of data.lines) {
    if (!account.startsWith('wallet:')) continue;
    addMove(allowances.wallets, account.slice('wallet:'.length), { atMs, minor: -BigInt(minor) });
  }
}

function addMove(wallets: Map<string, Move[]>, member: string, move: Move): void {
  const moves = wallets.get(member) ?? [];
  moves.push(move);
  wallets.set(member, moves);
}

/** A budget counts from the beginning; what is added or taken later, from then on. */
export function describeBudgets({ allowances }: State, workshop: Workshop, atMs: number): void {
  for (const [code, { budgetMinor = '0' }] of Object.entries(workshop.costCodes ?? {})) {
    const known = allowances.budgets.get(code) ?? { budgetMinor: 0n, moves: [] };
    const minor = BigInt(budgetMinor) - known.budgetMinor;
    if (minor === 0n) continue;
    known.moves.push({ atMs: known.moves.length === 0 ? 0 : atMs, minor });
    known.budgetMinor += minor;
    allowances.budgets.set(code, known);
  }
}

/** Charges of more than two months ago stay paid as they are: what they took is one sum with what was there. */
function forgetOld(allowances: AllowanceState['allowances'], atMs: number): void {
  const { lots, charges, wallets, budgets } = allowances;
  const beforeMs = atMs - windowMs;
  for (const [session, charge] of charges) {
    if (charge.fromMs >= beforeMs) continue;
    charges.delete(session);
    for (const paid of charge.paid.values())
      for (const [source, { minor }] of paid) {
        const [kind = '', id = ''] = source.split(':');
        const move = { atMs: charge.fromMs, minor: -minor };
        if (kind === 'wallet' || kind === 'below') addMove(wallets, id, move);
        if (kind === 'grant') budgets.get(id)?.moves.push(move);
      }
  }
  for (const [id, { expiresMs }] of lots) if (expiresMs < beforeMs) lots.delete(id);
  for (const moves of wallets.values()) addUp(moves, beforeMs);
  for (const { moves } of budgets.values()) addUp(moves, beforeMs);
}

function addUp(moves: Move[], beforeMs: number): void {
  const old = moves.filter((move) => move.atMs < beforeMs);
  if (old.length < 2) return;
  const fresh = moves.filter((move) => move.atMs >= beforeMs);
  const minor = old.reduce((sum, move) => sum + move.minor, 0n);
  moves.splice(0, moves.length, { atMs: 0, minor }, ...fresh);
}
