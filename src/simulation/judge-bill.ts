// The judge of the bill (invariants 3 and 5): every part is metered as the model says, and what the statements add up to
// is the model's price of each session as a whole, to the cent.

import { statementOf } from '../domain/billing/statement.ts';
import { must } from './broken.ts';
import { createBill } from './model/bill.ts';
import { localDay } from './model/local-day.ts';
import type { Invariant } from './watch.ts';

export const billAsTheModelSays: Invariant['judge'] = (scene) => {
  let bill: ReturnType<typeof createBill> | null = null;
  const model = () => {
    bill ??= createBill(scene.world.shop.workshop);
    return bill;
  };
  const months = new Set<string>();
  return {
    entry(entry) {
      model().follow(entry);
      if (entry.type === 'segment-closed') months.add(localDay(entry.data.toMs).slice(0, 7));
    },
    all() {
      const entries = scene.world.disk.entries();
      const billed = new Map<string, bigint>();
      for (const month of months) {
        for (const { lines } of statementOf(entries, month))
          for (const { session, minor } of lines) billed.set(session, (billed.get(session) ?? 0n) + minor);
      }
      for (const [session, minor] of model().totals()) {
        const said = billed.get(session) ?? 0n;
        must(said === minor, '5 bill', () => `${session} is billed ${said} and costs ${minor} by the rules`);
      }
      for (const [session, most] of model().ceilings()) {
        const said = billed.get(session) ?? 0n;
        must(said <= most, '5 ceiling', () => `${session} is billed ${said} and was limited to ${most}`);
      }
    },
  };
};
