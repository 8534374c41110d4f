// Who pays for what, reckoned a second time and otherwise: minute by minute of no cleverness, with one big list of purses that
// are emptied. It shares no code with what it judges.

export type OraclePurse = {
  readonly name: string;
  readonly rank: number;
  readonly pool: string | null;
  readonly isTime: boolean;
  readonly from: number;
  readonly until: number;
  amount: number;
};

export type OracleUse = {
  readonly id: string;
  readonly at: number;
  readonly pool: string;
  readonly cents: number;
  readonly ms: number;
};

/** Use → purse → cents. What nobody pays is of the purse `owed`. */
export function whoPays(
  uses: readonly OracleUse[],
  purses: readonly OraclePurse[],
): Map<string, Map<string, number>> {
  const left = purses.map((purse) => ({ ...purse }));
  const result = new Map<string, Map<string, number>>();
  const ordered = [...uses];
  ordered.sort((a, b) => (a.at === b.at ? a.id.localeCompare(b.id, 'en') : a.at - b.at));
  for (const use of ordered) {
    const paid = new Map<string, number>();
    let cents = use.cents;
    let ms = use.ms;
    while (cents > 0) {
      const next = choose(left, use, ms);
      if (next === null) break;
      if (next.isTime) {
        const time = Math.min(next.amount, ms);
        // Half a cent goes up.
        const worth = time === ms ? cents : Math.floor((2 * cents * time + ms) / (2 * ms));
        next.amount -= time;
        ms -= time;
        cents -= worth;
        paid.set(next.name, (paid.get(next.name) ?? 0) + worth);
      } else {
        const money = Math.min(next.amount, cents);
        ms = money === cents ? 0 : ms - Math.floor((ms * money) / cents);
        next.amount -= money;
        cents -= money;
        paid.set(next.name, (paid.get(next.name) ?? 0) + money);
      }
    }
    if (cents > 0) paid.set('owed', cents);
    result.set(use.id, paid);
  }
  return result;
}

function choose(left: readonly OraclePurse[], use: OracleUse, ms: number): OraclePurse | null {
  let best: OraclePurse | null = null;
  for (const purse of left) {
    if (purse.amount <= 0 || (purse.isTime && ms <= 0)) continue;
    if (purse.pool !== null && purse.pool !== use.pool) continue;
    if (use.at < purse.from || use.at >= purse.until) continue;
    if (best === null || isBefore(purse, best)) best = purse;
  }
  return best;
}

function isBefore(one: OraclePurse, other: OraclePurse): boolean {
  if (one.rank !== other.rank) return one.rank < other.rank;
  if (one.until !== other.until) return one.until < other.until;
  return one.name < other.name;
}
