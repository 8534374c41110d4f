// Does something of consequence after a dry run: the first press asks what would happen and shows it, the second one, which
// repeats the verb, does it. Whatever was chosen meanwhile is asked anew before.

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Problem } from '../../contract/people.ts';
import type { Answer } from '../client.ts';
import { atWork } from '../store.ts';
import { ProblemText } from './problem-text.tsx';

export type DryRunProps<Seen, Done> = {
  readonly say: {
    readonly offer: string;
    readonly keep: string;
    readonly confirm: string;
    readonly working: string;
  };
  /** Whether all that is asked for above is there. */
  readonly ready?: boolean;
  /** What would happen; it writes nothing. */
  look(): Promise<Answer<Seen>>;
  show(seen: Seen): ComponentChildren;
  /** Whether there is anything to do. */
  worth(seen: Seen): boolean;
  act(seen: Seen): Promise<Answer<Done>>;
  onDone(done: Done): void;
};

export function DryRun<Seen, Done>(props: DryRunProps<Seen, Done>) {
  const { say, ready = true, look, show, worth, act, onDone } = props;
  const seen = useSignal<{ readonly it: Seen } | null>(null);
  const working = useSignal(false);
  const problem = useSignal<Problem | null>(null);

  async function wait<Value>(asked: Promise<Answer<Value>>, then: (value: Value) => void): Promise<void> {
    working.value = true;
    const answer = await asked;
    working.value = false;
    problem.value = answer.ok ? null : answer.problem;
    if (answer.ok) then(answer.value);
  }

  const found = seen.value;
  const isLocked = working.value || !atWork.value;
  if (found === null)
    return (
      <div class="ask">
        <button
          type="button"
          disabled={isLocked || !ready}
          onClick={() => void wait(look(), (it) => (seen.value = { it }))}
        >
          {working.value ? say.working : say.offer}
        </button>
        <ProblemText problem={problem.value} />
      </div>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would look and be read as a form; this is one question.
    <div class="ask ask-open" role="group" aria-label={say.offer}>
      {show(found.it)}
      <ProblemText problem={problem.value} />
      <div class="ask-buttons">
        <button type="button" disabled={working.value} onClick={() => (seen.value = null)}>
          {say.keep}
        </button>
        {worth(found.it) && (
          <button
            type="button"
            class="primary"
            disabled={isLocked || !ready}
            onClick={() =>
              void wait(act(found.it), (done) => {
                seen.value = null;
                onDone(done);
              })
            }
          >
            {working.value ? say.working : say.confirm}
          </button>
        )}
      </div>
    </div>
  );
}
