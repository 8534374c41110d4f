// One simulated life from beginning to end, told in figures; one that broke a promise is shortened to what matters.

import { type LifeOptions, live } from './live.ts';
import { reportOf, type SimulationReport } from './report.ts';
import { asTest, shrink } from './shrink.ts';

export type Simulated = {
  readonly report: SimulationReport;
  /** Null when every promise was kept. */
  readonly broken: { readonly what: string; readonly deeds: number; readonly test: string } | null;
};

/** How long a life that broke is shortened at most. */
const shrinkLimitMs = 60_000;

export async function simulate(options: LifeOptions): Promise<Simulated> {
  const life = await live(options);
  const report = reportOf(life, options);
  if (!life.broken) return { report, broken: null };
  const { deeds } = await shrink(life, { options, limitMs: shrinkLimitMs });
  return {
    report,
    broken: { what: life.broken.message, deeds: deeds.length, test: asTest(options, deeds) },
  };
}
