// What packs, plans and cost codes name must be there: a pool that no machine is in would never be paid for, and a payer that
// is none could pay nothing.

import type { Plan } from '../domain/access/plan.ts';
import type { Paying } from '../domain/allowance/paying.ts';
import type { CostCode } from '../domain/machine/workshop.ts';
import type { Findings, Place } from './findings.ts';
import { suggestion } from './nearest-word.ts';

export type PayingParts = {
  readonly paying: Paying | null;
  readonly plans: ReadonlyMap<string, Plan>;
  readonly costCodes: Readonly<Record<string, CostCode>> | null;
  readonly pools: readonly string[];
  /** Of a key at the top of the file. */
  readonly placeOf: (key: string) => Place;
};

export function checkPaying(parts: PayingParts, findings: Findings): void {
  const { paying, plans, costCodes, pools, placeOf } = parts;
  const named = [
    ...Object.entries(paying?.packs ?? {}).map(([id, pack]) => ['packs', id, pack.pools] as const),
    ...[...plans].map(([id, { included }]) => ['plans', id, included?.pools] as const),
  ];
  for (const [key, id, wanted = []] of named)
    for (const pool of wanted.filter((one) => !pools.includes(one)))
      findings.mistake(
        placeOf(key),
        `${key}.${id} names the pool "${pool}", in which no machine is${suggestion(pool, pools)}`,
      );
  const payers = ['member', 'team', ...Object.keys(costCodes ?? {})];
  for (const [code, { payers: shares = [] }] of Object.entries(costCodes ?? {}))
    for (const { payer } of shares) {
      if (payers.includes(payer) && payer !== code) continue;
      const text = `costCodes.${code} is paid by "${payer}", which is neither member, team nor another cost code`;
      findings.mistake(placeOf('costCodes'), `${text}${suggestion(payer, payers)}`);
    }
}
