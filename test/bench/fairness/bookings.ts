// Bookings alone, as most calendars do it: each member books the free slot nearest to the time they would have come, at
// most four hours off. Who does not come leaves it empty; with a release it goes, after a quarter of an hour, to whoever
// found none. What is told as a wait is how far the slot is from the wish.

import { createSeededChance } from '../../fakes/seeded-chance.ts';
import { type Outcome, type Run, turnoverMs } from './run-trace.ts';
import { dayMs, type Job, minute, type Trace } from './workload.ts';

const farthestMs = 240 * minute;
const releaseMs = 15 * minute;
const stepMs = 15 * minute;

type Slot = { readonly fromMs: number; readonly toMs: number };

export function runBookings(trace: Trace, release: boolean): Run {
  const chance = createSeededChance(trace.seed + 17);
  const booked: Slot[][] = Array.from({ length: trace.kind.machines }, () => []);
  for (const { machine, fromMs, toMs } of trace.outages) booked[machine]?.push({ fromMs, toMs });
  // Booked up to a week ahead; whoever books first has the choice.
  const inOrder = trace.jobs.map((job) => ({ job, bookedAtMs: job.atMs - chance.next() * 7 * dayMs }));
  inOrder.sort((one, other) => one.bookedAtMs - other.bookedAtMs);
  const waits = new Map<string, number>();
  const released: Slot[] = [];
  let [usedMs, grants] = [0, 0];
  const serve = (job: Job, fromMs: number): void => {
    waits.set(job.id, Math.abs(fromMs - job.atMs));
    usedMs += Math.min(job.neededMs, job.askedMs);
  };
  for (const { job } of inOrder) {
    const slot = nearestSlot(booked, job);
    if (slot === null) continue;
    grants += 1;
    if (job.comes) serve(job, slot);
    else released.push({ fromMs: slot + releaseMs, toMs: slot + job.askedMs });
  }
  if (release)
    for (const slot of released.sort((one, other) => one.fromMs - other.fromMs)) {
      const next = trace.jobs.find((job) => job.comes && !waits.has(job.id) && fits(job, slot));
      if (next) serve(next, slot.fromMs);
    }
  const outcomes = trace.jobs.map((job): Outcome => {
    const waitMs = waits.get(job.id) ?? null;
    return { job, waitMs, servedMs: waitMs === null ? 0 : job.neededMs, overtakenMs: 0 };
  });
  return { outcomes, usedMs, grants, complaints: 0, contended: new Map() };
}

const fits = ({ atMs, patienceMs, askedMs }: Job, { fromMs, toMs }: Slot): boolean =>
  atMs <= fromMs && fromMs <= atMs + patienceMs && fromMs + askedMs <= toMs;

/** Slots begin on the quarter of an hour. */
function nearestSlot(booked: readonly Slot[][], { atMs, askedMs }: Job): number | null {
  const wishMs = Math.ceil(atMs / stepMs) * stepMs;
  for (let awayMs = 0; awayMs <= farthestMs; awayMs += stepMs)
    for (const fromMs of awayMs === 0 ? [wishMs] : [wishMs + awayMs, wishMs - awayMs]) {
      const slot = { fromMs, toMs: fromMs + askedMs + turnoverMs };
      const free = booked.find((slots) =>
        slots.every((one) => one.toMs <= slot.fromMs || slot.toMs <= one.fromMs),
      );
      if (!free) continue;
      free.push(slot);
      return fromMs;
    }
  return null;
}
