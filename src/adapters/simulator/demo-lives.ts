// What happens at the machines of the demo shop while they have power: how long between two jobs, and what people do to
// each job. A table, so that the shop tells the same story at each start.

import type { DemoHappening, DemoLife } from './demo-controller.ts';

const calm: readonly DemoHappening[] = [];

const paused: readonly DemoHappening[] = [
  { afterMs: 14_000, act: 'pause' },
  { afterMs: 20_000, act: 'start' },
];

/** Somebody looks into the machine, shuts it again, and lets it go on. */
const lookedInto: readonly DemoHappening[] = [
  { afterMs: 16_000, act: 'open door' },
  { afterMs: 24_000, act: 'close door' },
  { afterMs: 28_000, act: 'start' },
];

/** Out of service until somebody has cleared it at its panel, and started it again. */
const brokenDown: readonly DemoHappening[] = [
  { afterMs: 14_000, act: 'break down' },
  { afterMs: 28_000, act: 'clear' },
  { afterMs: 31_000, act: 'start' },
];

const laser: DemoLife = { firstMs: 4_000, restMs: 4_000, jobs: [paused] };

const lives: ReadonlyMap<string, DemoLife> = new Map([
  ['laser-2', { firstMs: 3_000, restMs: 5_000, jobs: [lookedInto, paused, calm] }],
  // Between two prints long enough for a session that is ending to end in it.
  ['printer', { firstMs: 3_000, restMs: 45_000, jobs: [calm] }],
  ['printer-2', { firstMs: 3_000, restMs: 30_000, jobs: [paused, calm] }],
  ['router', { firstMs: 3_000, restMs: 6_000, jobs: [calm, lookedInto] }],
  ['mill', { firstMs: 3_000, restMs: 6_000, jobs: [calm, brokenDown, calm] }],
]);

/** The machines that are left to the visitor live like a laser with a person beside it. */
export const lifeOf = (machine: string): DemoLife => lives.get(machine) ?? laser;
