// The members of the demo shop who come and go by themselves, so that the board is never asleep. They tap like everyone
// else, and go by what the reader answers.

import type { AnswerMessage } from '../../contract/device-messages.ts';
import { realTime, type SimulatedTime } from './native-link.ts';

export type DemoVisit = {
  /** Handle of the member. */
  readonly member: string;
  readonly machine: string;
  /** From the opening of the shop to the first tap. */
  readonly firstMs: number;
  readonly staysMs: number;
  readonly awayMs: number;
};

/** Their lengths share no rhythm, so that the machines are seen together in ever new states. */
export const demoVisits: readonly DemoVisit[] = [
  { member: 'gita', machine: 'laser-2', firstMs: 1_000, staysMs: 95_000, awayMs: 45_000 },
  { member: 'fadi', machine: 'printer', firstMs: 2_000, staysMs: 35_000, awayMs: 65_000 },
  { member: 'ivo', machine: 'mill', firstMs: 3_000, staysMs: 112_000, awayMs: 38_000 },
];

/**
 * Until they are let in for the first time they try again soon, but not for ever: a session from before the gateway's
 * last start has to come to its end.
 */
const early = { tries: 8, everyMs: 6_000 };

/** @returns how to send everybody home */
export function comeAndGo(shop: {
  readonly visits: readonly DemoVisit[];
  readonly tap: (visit: DemoVisit) => Promise<Pick<AnswerMessage, 'outcome'>>;
  readonly time?: SimulatedTime;
}): () => void {
  const { visits, time = realTime } = shop;
  const pending = new Map<DemoVisit, () => void>();
  let open = true;
  const tapAfter = (visit: DemoVisit, next: { delayMs: number; triesLeft: number }): void => {
    const tap = async (): Promise<void> => {
      // No answer is as good as a no: they try again later.
      const granted = await shop.tap(visit).then(
        ({ outcome }) => outcome === 'granted',
        () => false,
      );
      if (!open) return;
      const elseMs = next.triesLeft > 0 ? early.everyMs : visit.awayMs;
      const triesLeft = granted ? 0 : Math.max(0, next.triesLeft - 1);
      tapAfter(visit, { delayMs: granted ? visit.staysMs : elseMs, triesLeft });
    };
    pending.set(
      visit,
      time.after(next.delayMs, () => void tap()),
    );
  };
  for (const visit of visits) tapAfter(visit, { delayMs: visit.firstMs, triesLeft: early.tries });
  return () => {
    open = false;
    for (const callOff of pending.values()) callOff();
  };
}
