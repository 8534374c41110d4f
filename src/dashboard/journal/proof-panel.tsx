// Proves the journal from the page: how far it has come, and what it found. One proof runs at a time; who opens the page meanwhile
// sees the same one.

import { useSignal } from '@preact/signals';
import type { ProofView } from '../../contract/journal.ts';
import type { Problem } from '../../contract/people.ts';
import { deskClient } from '../desk/desk-client.ts';
import { useAsked } from '../desk/use-asked.ts';
import { formatSince } from '../format.ts';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, nowMs, place, words } from '../store.ts';

const refreshMs = 1_000;

export function ProofPanel() {
  const { journal: say } = words.value;
  const isRunning = useSignal(true);
  const refused = useSignal<Problem | null>(null);
  const { value, problem, again } = useAsked('proof', deskClient.proof, isRunning.value ? refreshMs : null);
  if (value !== null && isRunning.peek() !== (value.step === 'running'))
    queueMicrotask(() => (isRunning.value = value.step === 'running'));

  async function prove(): Promise<void> {
    const answer = await deskClient.prove();
    refused.value = answer.ok ? null : answer.problem;
    isRunning.value = true;
    again();
  }

  return (
    <Panel title={say.proof}>
      <p class="hint">{say.proofWhat}</p>
      <p role="status">{value !== null && foundOf(value)}</p>
      {value?.step === 'running' && (
        <progress max={Math.max(1, value.total)} value={value.done} aria-label={say.proof} />
      )}
      {value?.step === 'broken' && <p class="problem">{value.reason}</p>}
      {value?.step === 'holds' && (
        <p>
          <code class="hash">{value.head}</code>
          <small class="hint">{say.head}</small>
        </p>
      )}
      <ProblemText problem={refused.value ?? problem} />
      <p>
        <button
          type="button"
          disabled={!atWork.value || value?.step === 'running'}
          onClick={() => void prove()}
        >
          {say.prove}
        </button>
      </p>
    </Panel>
  );
}

function foundOf({ step, done, total, at, seq }: ProofView): string {
  const { journal: say } = words.value;
  const count = (one: number): string => new Intl.NumberFormat(place.value.locale).format(one);
  const time = at === null ? '' : formatSince(Date.parse(at), { nowMs: nowMs.value, place: place.value });
  switch (step) {
    case 'none':
      return '';
    case 'running':
      return say.proving({ done: count(done), total: count(total) });
    case 'holds':
      return say.holds({ count: count(done), time });
    case 'broken':
      return say.broken({ seq: count(seq ?? 0) });
    case 'failed':
      return say.failed;
  }
}
