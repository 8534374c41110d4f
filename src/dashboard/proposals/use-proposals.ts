// What the page of votes shows, asked for whenever the gateway says that something changed.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Problem } from '../../contract/people.ts';
import type { Answer } from '../client.ts';
import { atWork, proposalsTurn } from '../store.ts';

/**
 * @param key what is asked for: another one begins anew; null asks nothing
 * @param load is called again with every change
 */
export function useProposals<Value>(key: string | null, load: (key: string) => Promise<Answer<Value>>) {
  const known = useSignal<{ readonly key: string; readonly value: Value } | null>(null);
  const problem = useSignal<Problem | null>(null);
  const again = useSignal(0);
  const turn = proposalsTurn.value;
  const asks = key !== null && atWork.value;
  const asked = again.value;
  // The turns say that there is something new to ask for.
  useEffect(() => {
    if (!asks || key === null) return;
    let isLate = false;
    void load(key).then((answer) => {
      if (isLate) return;
      if (answer.ok) known.value = { key, value: answer.value };
      problem.value = answer.ok ? null : answer.problem;
    });
    return () => {
      isLate = true;
    };
  }, [asks, key, turn, asked, load, known, problem]);
  return {
    value: known.value?.key === key ? known.value.value : null,
    problem: problem.value,
    refresh: () => {
      again.value += 1;
    },
  };
}
