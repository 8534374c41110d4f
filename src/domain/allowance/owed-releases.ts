// What was set aside for sessions that are over is given free: after they were paid, and after a false start, which costs nothing.

import type { EntryBody } from '../journal/entry.ts';
import type { State } from '../journal/state.ts';
import { sessionOfHold } from './session-holds.ts';
import { payersOfCharge, shareOf } from './settle.ts';

/** @param isCharged whether all uses that are over have been charged, so that one without a charge cost nothing */
export function owedReleases(
  state: State,
  { nowMs, isCharged }: { readonly nowMs: number; readonly isCharged: boolean },
): readonly EntryBody[] {
  const { ledger, sessions, allowances } = state;
  if (ledger.holds.size === 0) return [];
  const open = new Set([...sessions.values()].map(({ session }) => session));
  return [...ledger.holds].flatMap(([hold, { expiresMs }]): EntryBody[] => {
    const session = sessionOfHold(hold);
    if (session === null || open.has(session) || expiresMs <= nowMs) return [];
    const isOver = allowances.charges.has(session) ? isPaid(state, session) : isCharged;
    return isOver ? [{ type: 'hold-released', data: { hold } }] : [];
  });
}

function isPaid({ allowances }: State, session: string): boolean {
  const charge = allowances.charges.get(session);
  if (!charge) return false;
  return [...payersOfCharge(charge)].every((payer) => {
    const paid = [...(charge.paid.get(payer)?.values() ?? [])].reduce((sum, { minor }) => sum + minor, 0n);
    return paid === (shareOf(charge, payer)?.minor ?? 0n);
  });
}
