// Controllers at the far end: they answer as a test tells them to, and remember what they were asked.

import type { Controllers } from '../../src/gateway/ports.ts';
import type { HandClock } from './hand-clock.ts';

type EndOutcome = Awaited<ReturnType<Controllers['endAccess']>>;

export type FakeControllers = Controllers & {
  readonly asked: readonly { readonly machine: string; readonly trueMs: number }[];
  /** What comes back from now on; `wait` keeps the gateway waiting until `answerAll`. */
  setOutcome(outcome: EndOutcome | 'wait'): void;
  answerAll(outcome: EndOutcome): void;
};

export function createFakeControllers(clock: HandClock): FakeControllers {
  const asked: { machine: string; trueMs: number }[] = [];
  let outcome: EndOutcome | 'wait' = 'confirmed';
  let waiting: ((outcome: EndOutcome) => void)[] = [];
  return {
    asked,
    endAccess(machine) {
      asked.push({ machine, trueMs: clock.trueMs() });
      if (outcome !== 'wait') return Promise.resolve(outcome);
      return new Promise((resolve) => waiting.push(resolve));
    },
    setOutcome(next) {
      outcome = next;
    },
    answerAll(answer) {
      for (const resolve of waiting) resolve(answer);
      waiting = [];
    },
  };
}
