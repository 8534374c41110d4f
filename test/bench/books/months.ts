// What the sixtieth month costs beside the first, drafted and finalised with fifty-nine finalised ones before it, in the order
// in which a space lives; and the first draft after a restart, which knows nothing but the journal.

import { type Benchmark, type Figure, figure } from '../benchmark.ts';
import { median } from '../percentile.ts';
import { counting } from './counting.ts';
import { firstMonth, monthsFrom, openSpace } from './space.ts';
import { bill } from './year.ts';

const months = 60;
const sessionsPerMonth = 1_000;
/** So many at either end: one alone may meet a busy disk. */
const counted = 5;
const target = 1.1;

export const booksMonths: Benchmark = { name: 'books-months', limitMs: 900_000, run };

async function run(): Promise<readonly Figure[]> {
  const space = await openSpace();
  const tell = counting('months');
  const took: number[] = [];
  // The first is of code that nothing has compiled yet; it is lived through and not counted.
  const all = monthsFrom(firstMonth, months + 1);
  for (const [index, month] of all.entries()) {
    await space.use(month, sessionsPerMonth);
    took.push((await bill(space, month)).ms);
    tell(index + 1, all.length);
  }
  await space.close();
  const [first, last] = [median(took.slice(1, 1 + counted)), median(took.slice(-counted))];
  const again = await openSpace(space.folder);
  const beganMs = performance.now();
  await again.invoicing.drafts(all.at(-1) ?? firstMonth);
  const restartMs = performance.now() - beganMs;
  await again.close();
  return [
    figure({
      ...{ name: 'books-month-60', value: last / first, unit: 'ratio', baseline: first, target },
      note: `${sessionsPerMonth} sessions a month in ${last.toFixed(0)} ms, medians of ${counted}; the first draft after a restart ${restartMs.toFixed(0)} ms`,
    }),
  ];
}
