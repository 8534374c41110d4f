// What a use was charged so far, read from the journal: the charge and what corrected it, line by line; and how long it was billed.

import { keyOf } from '../domain/billing/billed-lines.ts';
import type { Charged } from '../domain/billing/dispute.ts';
import { billOf, usesOf } from '../domain/billing/statement.ts';
import type { ChargeLine } from '../domain/journal/charge-entries.ts';
import { useTypes } from '../domain/usage/metered-of.ts';
import type { Journal } from './ports.ts';

const dayMs = 86_400_000;
const foreverMs = Number.MAX_SAFE_INTEGER;

/**
 * @param asked `sinceMs`: older charges need not be looked at
 * @returns null where nothing was charged for it since then
 */
export async function readCharge(
  journal: Pick<Journal, 'query'>,
  { session, sinceMs }: { readonly session: string; readonly sinceMs: number },
): Promise<Charged | null> {
  const types = ['charge-made', 'charge-corrected'] as const;
  const entries = await journal.query({ types, fromMs: Math.max(0, sinceMs), toMs: foreverMs });
  let charged: Charged | null = null;
  const lines = new Map<string, ChargeLine>();
  for (const { type, atMs, data } of entries) {
    if ((type !== 'charge-made' && type !== 'charge-corrected') || data.session !== session) continue;
    // What corrects an older charge is no charge to contest.
    if (type === 'charge-corrected' && charged === null) return null;
    for (const line of data.lines) {
      const known = BigInt(lines.get(keyOf(line))?.minor ?? 0);
      lines.set(keyOf(line), { ...line, minor: (known + BigInt(line.minor)).toString() });
    }
    const minor: bigint = (charged?.minor ?? 0n) + BigInt(data.minor);
    const { member, currency } = data;
    const chargedAtMs: number = charged?.chargedAtMs ?? atMs;
    charged = { session, member, currency, chargedAtMs, minor, lines: [] };
  }
  return charged && { ...charged, lines: [...lines.values()] };
}

/** How long a charged use was billed. */
export async function readBilledMs(
  journal: Pick<Journal, 'query'>,
  { session, chargedAtMs }: Pick<Charged, 'session' | 'chargedAtMs'>,
): Promise<number> {
  const described = await journal.query({ types: ['workshop-described'], fromMs: 0, toMs: foreverMs });
  // The longest session that a statement looks back for is of two months.
  const fromMs = Math.max(0, chargedAtMs - 62 * dayMs);
  const found = await journal.query({ types: useTypes, fromMs, toMs: foreverMs });
  const own = found.filter(({ data }) => 'session' in data && data.session === session);
  const entries = [...described, ...own].sort((one, other) => one.seq - other.seq);
  return billOf(usesOf(entries))
    .flat()
    .reduce((sum, { billedMs }) => sum + billedMs, 0);
}
