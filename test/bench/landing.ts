// Reports from a child process full of machines, timed until the last of their readings is where it is to go. What
// never gets there is lost: told, and not counted.

import { fileURLToPath } from 'node:url';
import { type Child, startChild } from './child.ts';
import { newFolder } from './leave-nothing.ts';
import { wait } from './pace.ts';
import type { Published, PublisherQuestion, PublisherSettings } from './publisher-program.ts';

/** As many as one gateway takes: its front door lets each send fifty reports a second, and that limit stays. */
export const reportingMachines = 500;

export type Landing = {
  /** Connected where the reports are to go. */
  readonly publisher: Child;
  readonly reports: number;
  /** Grows to the count of all readings; anything else before. */
  readonly progress: () => Promise<number>;
  readonly count: () => Promise<number>;
  /** When nothing has changed for so long, what is missing is lost. */
  readonly patienceMs?: number;
};

export type Rate = { readonly perSecond: number; readonly lost: number };

export function startPublisher(mqttPort: number): Promise<Child> {
  const program = fileURLToPath(new URL('./publisher-program.ts', import.meta.url));
  const settings: PublisherSettings = { mqttPort, machines: reportingMachines };
  const args = [program, JSON.stringify(settings)];
  return startChild({ args, folder: newFolder('publisher'), ready: /^ready$/ });
}

/** Readings per second, from the first report until the last of its readings is there. */
export async function landing(how: Landing): Promise<Rate> {
  const { publisher, reports, progress, count, patienceMs = 4000 } = how;
  const before = await count();
  const startedMs = performance.now();
  const question: PublisherQuestion = { reports };
  const { readings } = await publisher.ask<Published>(question);
  let seen = await progress();
  let landedMs = performance.now();
  while (seen < before + readings && performance.now() - landedMs < patienceMs) {
    await wait(10);
    const now = await progress();
    if (now !== seen) landedMs = performance.now();
    seen = now;
  }
  const landed = (await count()) - before;
  return { perSecond: (landed * 1000) / (landedMs - startedMs), lost: readings - landed };
}
