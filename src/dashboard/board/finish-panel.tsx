// Ends one's own session: it first says what will happen, and a second press, at another place, confirms.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { MachineCard } from '../../contract/board.ts';
import type { Problem } from '../../contract/people.ts';
import { client } from '../client.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { words } from '../store.ts';

export function FinishPanel({ card }: { readonly card: MachineCard }) {
  const step = useSignal<'offer' | 'ask' | 'working'>('offer');
  const problem = useSignal<Problem | null>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const { finish: say } = words.value;
  const asking = step.value === 'ask';
  // The button that was pressed is gone; the keys go on at the harmless one.
  useEffect(() => {
    if (asking) keep.current?.focus();
  }, [asking]);

  /** The card itself shows the result, when the gateway has written it down. */
  async function confirm(): Promise<void> {
    step.value = 'working';
    const answer = await client.endSession(card.id);
    problem.value = answer.ok ? null : answer.problem;
    step.value = answer.ok ? 'working' : 'offer';
  }

  if (step.value === 'offer') {
    return (
      <div class="finish">
        <ProblemText problem={problem.value} />
        <button
          type="button"
          class="primary"
          onClick={() => {
            step.value = 'ask';
          }}
        >
          {say.finish}
        </button>
      </div>
    );
  }
  const working = step.value === 'working';
  return (
    <div class="finish finish-ask">
      <p>{card.job === null ? say.whenIdle : say.whenJob}</p>
      <div class="finish-buttons">
        <button
          ref={keep}
          type="button"
          disabled={working}
          onClick={() => {
            step.value = 'offer';
          }}
        >
          {say.keep}
        </button>
        <button type="button" class="primary" disabled={working} onClick={() => void confirm()}>
          {working ? say.working : say.confirm}
        </button>
      </div>
    </div>
  );
}
