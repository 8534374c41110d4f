// A year of a busy space rated, drafted and finalised month by month on a real store, and how long the thread that decides taps
// was held meanwhile; and a draft of a hundred thousand sessions that nobody billed, the most that is read at once.

import { billOf } from '../../../src/domain/billing/statement.ts';
import { type Benchmark, type Figure, figure } from '../benchmark.ts';
import { counting } from './counting.ts';
import { heldDuring } from './held.ts';
import { yearOfUses } from './rating.ts';
import { firstMonth, monthsFrom, openSpace, type Space, size } from './space.ts';

const targetMs = 10_000;
const heldTargetMs = 20;
const unbilled = 100_000;

export const booksYear: Benchmark = { name: 'books-year', limitMs: 900_000, run };

async function run(): Promise<readonly Figure[]> {
  return [...(await year()), ...(await draftOfAll())];
}

async function year(): Promise<readonly Figure[]> {
  const uses = yearOfUses();
  const beganMs = performance.now();
  billOf(uses);
  const ratedMs = performance.now() - beganMs;
  const space = await openSpace();
  const tell = counting('months');
  const months = monthsFrom(firstMonth, 12);
  const told = { ms: 0, draftMs: 0, threadMs: 0, heldMs: 0, invoices: 0 };
  for (const [index, month] of months.entries()) {
    await space.use(month, size.sessionsPerYear / 12);
    const one = await bill(space, month);
    told.ms += one.ms;
    told.draftMs += one.draftMs;
    told.threadMs += one.threadMs;
    told.heldMs = Math.max(told.heldMs, one.heldMs);
    told.invoices += one.invoices;
    tell(index + 1, months.length);
  }
  await space.close();
  const parts = `rated ${ratedMs.toFixed(0)} ms, drafted ${told.draftMs.toFixed(0)} ms, ${told.invoices} invoices finalised ${(told.ms - told.draftMs).toFixed(0)} ms`;
  return [
    figure({
      ...{ name: 'books-year', value: ratedMs + told.ms, unit: 'ms', target: targetMs },
      note: `${size.sessionsPerYear} sessions of ${size.members} members: ${parts}; ${told.threadMs.toFixed(0)} ms of it on the deciding thread`,
    }),
    figure({
      ...{ name: 'books-year-held', value: told.heldMs, unit: 'ms', target: heldTargetMs },
      note: 'the longest that the deciding thread was held while they were drafted and finalised',
    }),
  ];
}

async function draftOfAll(): Promise<readonly Figure[]> {
  const space = await openSpace();
  const months = monthsFrom(firstMonth, 20);
  const tell = counting('months written');
  for (const [index, month] of months.entries()) {
    await space.use(month, unbilled / months.length);
    tell(index + 1, months.length);
  }
  const { ms, heldMs } = await heldDuring(() => space.invoicing.drafts(months.at(-1) ?? firstMonth));
  await space.close();
  return [
    figure({
      ...{ name: 'books-unbilled-held', value: heldMs, unit: 'ms', target: heldTargetMs },
      note: `the longest hold while ${unbilled} sessions that nobody billed were drafted, in ${ms.toFixed(0)} ms`,
    }),
  ];
}

export async function bill(space: Space, month: string) {
  space.end(month);
  const drafted = await heldDuring(() => space.invoicing.drafts(month));
  if (!drafted.value.ok) throw new Error(`no drafts of ${month}: ${drafted.value.code}`);
  const wish = { month, payer: null, dryRun: false, by: 'console' };
  const finalised = await heldDuring(() => space.invoicing.finalise(wish));
  if (!finalised.value.ok) throw new Error(`${month} was not finalised: ${finalised.value.code}`);
  return {
    ms: drafted.ms + finalised.ms,
    draftMs: drafted.ms,
    threadMs: drafted.threadMs + finalised.threadMs,
    heldMs: Math.max(drafted.heldMs, finalised.heldMs),
    invoices: finalised.value.issued.length,
  };
}
