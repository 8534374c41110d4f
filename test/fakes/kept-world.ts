// A talk under the real keeper, whose timers are turned by hand: only the wire takes time.

import { expect, vi } from 'vitest';
import { keepTalk } from '../../src/edge/keep-talk.ts';
import type { Talk } from '../../src/edge/talk.ts';
import type { MachineReport } from '../../src/gateway/gateway.ts';
import { handTimers } from './hand-timers.ts';

/** The machine that runs the tests is shared, so the bound is generous. */
export const patience = { timeout: 15_000, interval: 5 };

export function keptWorld(talk: Talk) {
  const hand = handTimers();
  const reports: MachineReport[] = [];
  const lines: string[] = [];
  const log = (_facts: unknown, text: string) => void lines.push(text);
  const kept = keepTalk({
    ...{ machine: 'printer', where: 'http://printer.test', talk, clock: hand, timers: hand.timers },
    log: { info: log, warn: log, error: log },
    meters: { count: () => undefined },
    onReport: (report) => void reports.push(report),
    random: () => 0.5,
  });
  const last = () => reports.at(-1);
  return {
    ...{ hand, reports, lines, kept, last },
    jobs: () => reports.flatMap(({ job }) => (job === null ? [] : [job])),
    /** Until the last report is like this; turns the hands on by a second at each look where it must try again. */
    until: (wanted: object, options: { readonly turning?: boolean } = {}) =>
      vi.waitFor(
        async () => {
          if (options.turning) await hand.advance(1000);
          expect(last()).toMatchObject(wanted);
          // Turned slowly enough for the wire: what is silent for ten seconds has had half a second to answer.
        },
        { ...patience, interval: options.turning ? 60 : patience.interval },
      ),
  };
}
