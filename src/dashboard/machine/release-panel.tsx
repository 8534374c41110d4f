// Releases a machine that a fatal monitor latched, for those who may. It starts nothing.

import { useSignal } from '@preact/signals';
import type { Problem } from '../../contract/people.ts';
import { client } from '../client.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { words } from '../store.ts';

export function ReleasePanel({ machine }: { readonly machine: string }) {
  const problem = useSignal<Problem | null>(null);
  const isBusy = useSignal(false);
  const { interlock: say } = words.value;
  async function release(): Promise<void> {
    isBusy.value = true;
    const answer = await client.release(machine);
    problem.value = answer.ok ? null : answer.problem;
    isBusy.value = false;
  }
  return (
    <div class="release">
      <button type="button" disabled={isBusy.value} onClick={() => void release()}>
        {say.release}
      </button>
      <small>{say.releaseHint}</small>
      {problem.value !== null && <ProblemText problem={problem.value} />}
    </div>
  );
}
