// What a page of the desk asks when it opens, when the gateway is back, and every so often while it stands open. What was told
// stays while the gateway is away.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from '../../contract/people.ts';
import type { Answer } from '../ask.ts';
import { atWork } from '../store.ts';

export type Asked<Value> = {
  readonly value: Value | null;
  readonly problem: Problem | null;
  readonly again: () => void;
};

/** @param key what it is about: another key asks anew; null asks nothing */
export function useAsked<Value>(
  key: string | null,
  ask: () => Promise<Answer<Value>>,
  everyMs: number | null = null,
): Asked<Value> {
  const told = useSignal<{ readonly key: string; readonly value: Value } | null>(null);
  const problem = useSignal<Problem | null>(null);
  const turn = useSignal(0);
  const wanted = useRef(key);
  wanted.current = key;
  const reachable = atWork.value;
  const go = turn.value;
  useEffect(() => {
    if (key === null || !reachable) return undefined;
    const run = (): void =>
      void ask().then((answer) => {
        // An answer that comes late is of another page.
        if (wanted.current !== key) return;
        if (answer.ok) told.value = { key, value: answer.value };
        problem.value = answer.ok ? null : answer.problem;
      });
    run();
    if (everyMs === null) return undefined;
    const timer = window.setInterval(run, everyMs);
    return () => window.clearInterval(timer);
  }, [key, reachable, go]);
  return {
    value: told.value !== null && told.value.key === key ? told.value.value : null,
    problem: problem.value,
    again: () => (turn.value += 1),
  };
}
