// Whether one's name stands on the board: changed at once, with a way back for ten seconds. Going back is a further entry.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Problem, Self } from '../../contract/people.ts';
import { can } from '../can.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, become, words } from '../store.ts';
import { meClient } from './me-client.ts';

const undoMs = 10_000;

export function ShownPart({ self }: { readonly self: Self }) {
  const { me, header } = words.value;
  const problem = useSignal<Problem | null>(null);
  /** What it was before, while that can be had back. */
  const before = useSignal<boolean | null>(null);
  const working = useSignal(false);
  const may = can('choose-shown', { self, live: atWork.value });
  const kept = before.value;
  useEffect(() => {
    if (kept === null) return;
    const timer = window.setTimeout(() => (before.value = null), undoMs);
    return () => window.clearTimeout(timer);
  }, [kept, before]);

  /** The switch moves when the gateway has written it down. */
  async function choose(shown: boolean, isUndo: boolean): Promise<void> {
    working.value = true;
    const answer = await meClient.setShown(shown);
    working.value = false;
    problem.value = answer.ok ? null : answer.problem;
    if (!answer.ok) return;
    before.value = isUndo ? null : !shown;
    become(answer.value);
  }

  return (
    <>
      <p class="hint">{me.shown.said}</p>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          aria-checked={self.shown}
          checked={self.shown}
          disabled={!may || working.value}
          onChange={(event) => {
            const shown = event.currentTarget.checked;
            event.currentTarget.checked = self.shown;
            void choose(shown, false);
          }}
        />
        <span>{header.showName}</span>
      </label>
      <ProblemText problem={problem.value} />
      <div class="me-undo" role="status">
        {kept !== null && (
          <>
            <p>{self.shown ? me.shown.done : me.shown.gone}</p>
            <button type="button" disabled={working.value} onClick={() => void choose(kept, true)}>
              {me.shown.undo}
            </button>
          </>
        )}
      </div>
    </>
  );
}
