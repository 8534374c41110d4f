// What people corrected by hand, on top of what the rule says: it holds for ever, however a use is rated again. Only with
// a use that is withdrawn it goes too: nothing is then left that it could correct.

import type { ChargeCorrected } from '../journal/charge-entries.ts';
import type { Entry } from '../journal/entry.ts';
import type { Line } from './statement.ts';
import type { Component } from './tally.ts';

/** As it stands on a line of the statement. */
export type CorrectedByHand = {
  readonly by: string;
  readonly atMs: number;
  readonly why: ChargeCorrected['why'];
  /** The id beside which its note stands; null without. */
  readonly correction: string | null;
};

type Corrected = Extract<Entry, { type: 'charge-corrected' }>;

/** Who pays changes no price. */
export const isByHand = (entry: Entry): entry is Corrected =>
  entry.type === 'charge-corrected' && entry.data.by !== 'rule' && entry.data.why !== 'payers';

/** A line for each of those of a month, behind the lines of the uses that they correct. */
export function withHandLines(
  lines: readonly Line[],
  { corrected, month }: { readonly corrected: readonly Corrected[]; readonly month: string },
): readonly Line[] {
  if (corrected.length === 0) return lines;
  const gone = new Set(lines.filter(({ byHand }) => byHand?.withdrawn).map(({ session }) => session));
  const found = [...lines];
  for (const { atMs, data } of corrected) {
    if (gone.has(data.session)) continue;
    const use = lines.findLast(({ session }) => session === data.session);
    const { by, why, correction = null } = data;
    for (const line of use ? data.lines : []) {
      if (use && line.month === month)
        found.push({ ...handLine(use, line), corrected: { by, atMs, why, correction } });
    }
  }
  return found;
}

function handLine(use: Line, { costCode, tariff, minor }: Corrected['data']['lines'][number]): Line {
  const { session, machine, pool, member, team, fromMs, toMs, clock } = use;
  const amount = BigInt(minor);
  const nothing = { clock: null, quantity: null, unit: null, rate: null, percent: 100 };
  const components: readonly Component[] = [{ what: 'correction', ...nothing, minor: amount }];
  return {
    ...{ session, machine, pool, member, team, fromMs, toMs, clock, costCode, tariff, components },
    ...{
      billedMs: 0,
      gapMs: 0,
      energy: null,
      perHourMinor: null,
      minor: amount,
      byHand: null,
      material: null,
    },
  };
}
