// The keys `packs` and `paying`, and what plans and cost codes say of money: hours that a plan includes, budgets, shared
// payers. Null where the file says nothing of all this: then uses are charged, and nothing is posted for them.

import { Type } from 'typebox';
import type { Plan } from '../domain/access/plan.ts';
import { consumeOrder } from '../domain/allowance/consume.ts';
import type { DeclaredPayer, Included, Pack, Paying } from '../domain/allowance/paying.ts';
import type { CostCode } from '../domain/machine/workshop.ts';
import { currencyDigits, parsePrice } from '../domain/money.ts';
import { hourMs } from '../domain/time.ts';
import { isEmpty, placeOf, readGroup, readShape, type Scope } from './read-shape.ts';
import type { Field, Tree } from './read-yaml.ts';
import { nameSchema } from './space.ts';

const Price = Type.Union([Type.String(), Type.Number()], { description: 'a price, for instance "12.00"' });
const pools = Type.Array(Type.String({ pattern: '^[a-z0-9-]{1,64}$', description: 'the id of a pool' }), {
  minItems: 1,
  maxItems: 100,
  description: 'a list of 1 to 100 pools, for instance [lasers]',
});
const Hours = Type.Number({
  exclusiveMinimum: 0,
  maximum: 10_000,
  description: 'hours above 0, at most 10000',
});

const packSchema = Type.Object({
  name: nameSchema,
  hours: Type.Optional(Hours),
  amount: Type.Optional(Price),
  pools: Type.Optional(pools),
  price: Price,
  validDays: Type.Integer({ minimum: 1, maximum: 3660, description: 'whole days from 1 to 3660' }),
});
const payingSchema = Type.Object({
  consume: Type.Optional(
    Type.Array(Type.Enum([...consumeOrder]), {
      minItems: 1,
      maxItems: 5,
      uniqueItems: true,
      description: 'a list of plan, pack, grant, wallet and invoice, each once',
    }),
  ),
  hold: Type.Optional(Price),
  belowZero: Type.Optional(Price),
  lessons: Type.Optional(Type.Enum(['learner', 'trainer', 'free'])),
});
const includedSchema = Type.Object({
  hours: Hours,
  pools: Type.Optional(pools),
  carryMonths: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 12, description: 'whole months from 0 to 12' }),
  ),
});
const payerSchema = Type.Object({
  payer: Type.String({ pattern: '^[a-z0-9-]{1,64}$', description: 'member, team, or a cost code' }),
  parts: Type.Integer({ minimum: 1, maximum: 1000, description: 'whole parts from 1 to 1000' }),
});

export type PayingFields = {
  readonly packs: Field | undefined;
  readonly paying: Field | undefined;
  /** Whether plans or cost codes say something that needs paying. */
  readonly isNeeded: boolean;
  readonly currency: string;
};

/** Whether something is described that only counts when uses are paid. */
export const needsPaying = (
  plans: ReadonlyMap<string, Plan>,
  codes: Readonly<Record<string, CostCode>> | null,
): boolean =>
  [...plans.values()].some(({ included, prepaid, payer }) => included || prepaid || payer) ||
  Object.values(codes ?? {}).some(({ budgetMinor, payers }) => budgetMinor !== undefined || payers);

type ScopeOf = (name: string) => Scope;

export function readPaying(
  { packs, paying, isNeeded, currency }: PayingFields,
  scope: ScopeOf,
): Paying | null {
  const sold = readGroup(packs, scope('packs'), (tree, at) => readPack(tree, { ...at, currency }));
  const isSaid = paying !== undefined && !isEmpty(paying.tree);
  if (sold.size === 0 && !isSaid && !isNeeded) return null;
  const said = isSaid ? readShape(payingSchema, paying.tree, scope('paying')) : {};
  const money = (key: 'hold' | 'belowZero'): string =>
    said[key] === undefined || !paying
      ? '0'
      : priceOf({ key, written: said[key], tree: paying.tree }, { ...scope('paying'), currency });
  return {
    consume: said.consume ?? consumeOrder,
    ...(sold.size > 0 && { packs: Object.fromEntries(sold) }),
    holdMinor: money('hold'),
    belowZeroMinor: money('belowZero'),
    lessons: said.lessons ?? 'learner',
  };
}

type MoneyScope = Scope & { readonly currency: string };

function readPack(tree: Tree, scope: MoneyScope): Pack {
  const { name = '', hours, amount, pools: where, price, validDays = 1 } = readShape(packSchema, tree, scope);
  if ((hours === undefined) === (amount === undefined))
    scope.findings.mistake(tree.place, `${scope.name} must hold "hours" or "amount", one of the two`);
  return {
    name,
    ...(hours === undefined ? {} : { ms: Math.round(hours * hourMs) }),
    ...(amount === undefined || hours !== undefined
      ? {}
      : { minor: priceOf({ key: 'amount', written: amount, tree }, scope) }),
    ...(where && { pools: [...new Set(where)] }),
    priceMinor: price === undefined ? '0' : priceOf({ key: 'price', written: price, tree }, scope),
    validDays,
  };
}

type Written = { readonly key: string; readonly written: string | number; readonly tree: Tree };

export function priceOf({ key, written, tree }: Written, scope: MoneyScope): string {
  const price = parsePrice(String(written), currencyDigits(scope.currency));
  if (price !== undefined) return price.toString();
  const text = `"${key}" of ${scope.name} must be a price in ${scope.currency}, for instance "12.00", with no sign`;
  scope.findings.mistake(placeOf(tree, key), text);
  return '0';
}

export function readIncluded(tree: Tree, scope: Scope): Included {
  const { hours = 0, pools: where, carryMonths = 0 } = readShape(includedSchema, tree, scope);
  return { ms: Math.round(hours * hourMs), ...(where && { pools: [...new Set(where)] }), carryMonths };
}

const mostPayers = 20;

export function readPayers(tree: Tree, scope: Scope): readonly DeclaredPayer[] {
  if (tree.kind !== 'list' || tree.items.length === 0 || tree.items.length > mostPayers) {
    const text = `${scope.name} must be a list of 1 to ${mostPayers} payers, for instance [{ payer: member, parts: 1 }]`;
    scope.findings.mistake(tree.place, text);
    return [];
  }
  const found = tree.items.map((item, at) => {
    const { payer = '', parts = 1 } = readShape(payerSchema, item, {
      ...scope,
      name: `${scope.name}[${at + 1}]`,
      place: item.place,
    });
    return { payer, parts };
  });
  if (new Set(found.map(({ payer }) => payer)).size < found.length)
    scope.findings.mistake(tree.place, `${scope.name} names a payer twice; add their parts up.`);
  return found;
}
