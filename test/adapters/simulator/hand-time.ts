// The time of simulated devices, turned by hand: it stands still until it is turned.

import { setImmediate } from 'node:timers/promises';
import type { SimulatedTime } from '../../../src/adapters/simulator/native-link.ts';

const stepMs = 500;

export type HandTime = SimulatedTime & {
  turn(ms: number): void;
  /** Turns step by step, so that what waits for promises in between comes to its turn too. */
  pass(ms: number): Promise<void>;
  dueMs(): number[];
};

export function handTurned(): HandTime {
  let nowMs = 0;
  const waiting = new Set<{ atMs: number; call: () => void }>();
  const time: HandTime = {
    monoMs: () => nowMs,
    dueMs: () => [...waiting].map(({ atMs }) => atMs),
    after(delayMs, call) {
      const entry = { atMs: nowMs + delayMs, call };
      waiting.add(entry);
      return () => waiting.delete(entry);
    },
    turn(ms) {
      const endMs = nowMs + ms;
      for (;;) {
        const [next] = [...waiting].filter(({ atMs }) => atMs <= endMs).sort((a, b) => a.atMs - b.atMs);
        if (!next) break;
        waiting.delete(next);
        nowMs = next.atMs;
        next.call();
      }
      nowMs = endMs;
    },
    async pass(ms) {
      for (let leftMs = ms; leftMs > 0; leftMs -= stepMs) {
        await setImmediate();
        time.turn(Math.min(stepMs, leftMs));
      }
      await setImmediate();
    },
  };
  return time;
}
