// One random bill, rated by the program and by the oracle; throws where they differ, and says where.

import { billOf } from '../../src/domain/billing/statement.ts';
import { randomBill } from './random-bills.ts';
import { oracleBill } from './rating-oracle.ts';

export function provenBill(seed: number): { readonly sessions: number; readonly minor: number } {
  const { zone, tariffs, uses, metered } = randomBill(seed);
  const meant = oracleBill(uses, tariffs, zone);
  const said = new Map<string, bigint>();
  let minor = 0n;
  for (const rated of billOf(metered)) {
    for (const one of rated) {
      const key = `${one.segment.session} ${one.day}`;
      said.set(key, (said.get(key) ?? 0n) + one.minor);
      minor += one.minor;
    }
    const [total, made] = [
      rated.map((one) => one.minor),
      rated.flatMap((one) => one.components.map((c) => c.minor)),
    ];
    if (sum(total) !== sum(made))
      throw new Error(`seed ${seed}: components add up to ${sum(made)}, not to ${sum(total)}`);
  }
  for (const key of new Set([...meant.keys(), ...said.keys()])) {
    const [ours, theirs] = [said.get(key) ?? 0n, meant.get(key) ?? 0n];
    if (ours !== theirs)
      throw new Error(`seed ${seed}: ${key} costs ${theirs} by the tariff and is billed ${ours}`);
  }
  return { sessions: uses.length, minor: Number(minor) };
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, one) => all + one, 0n);
