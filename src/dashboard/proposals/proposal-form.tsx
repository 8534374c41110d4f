// Proposes a change: the numbers of the policy in force as fields, a title and a reason. What is not a number stays as it is
// here; a whole document is proposed on the command line.

import { useSignal } from '@preact/signals';
import type { Problem } from '../../contract/people.ts';
import type { PolicyRead } from '../../contract/policy.ts';
import { client } from '../client.ts';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { pages } from '../paths.ts';
import { atWork, words } from '../store.ts';
import { numbersIn, withNumbers } from './document-numbers.ts';
import { nameOf } from './proposal-texts.ts';

type Props = {
  readonly document: PolicyRead;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

export function ProposalForm({ document, onDone, onCancel }: Props) {
  const { proposals: say } = words.value;
  const title = useSignal('');
  const reason = useSignal('');
  const typed = useSignal<ReadonlyMap<string, string>>(new Map());
  const working = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const changed = withNumbers(document, typed.value);

  async function send(): Promise<void> {
    if (changed === null) return;
    working.value = true;
    const body = { title: title.value, reason: reason.value, document: changed };
    const answer = await client.openProposal(body);
    working.value = false;
    problem.value = answer.ok ? null : answer.problem;
    if (!answer.ok) return;
    onDone();
    window.location.hash = pages.proposal(answer.value.proposal);
  }

  return (
    <Panel title={say.proposeTitle}>
      <form
        class="propose"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <label class="field">
          <span>{say.titleField}</span>
          <input
            type="text"
            maxLength={120}
            required
            value={title.value}
            onInput={(event) => (title.value = event.currentTarget.value)}
          />
        </label>
        <label class="field">
          <span>{say.reasonField}</span>
          <textarea
            rows={4}
            maxLength={2000}
            value={reason.value}
            onInput={(event) => (reason.value = event.currentTarget.value)}
          />
          <small>{say.reasonHint}</small>
        </label>
        <p class="hint">{say.proposeHint}</p>
        <div class="numbers">
          {numbersIn(document).map(({ path, value }) => (
            <label key={path.join('/')} class="field">
              <span>{nameOf(path, say)}</span>
              <input
                type="number"
                inputMode="numeric"
                step={1}
                min={0}
                value={typed.value.get(path.join('/')) ?? String(value)}
                onInput={(event) => {
                  typed.value = new Map(typed.value).set(path.join('/'), event.currentTarget.value);
                }}
              />
            </label>
          ))}
        </div>
        <ProblemText problem={problem.value} />
        {changed === null && <p class="hint">{say.nothingChanged}</p>}
        <div class="ask-buttons">
          <button type="button" onClick={onCancel}>
            {say.cancel}
          </button>
          <button
            type="submit"
            class="primary"
            disabled={working.value || !atWork.value || changed === null || title.value.trim() === ''}
          >
            {working.value ? say.submitting : say.submit}
          </button>
        </div>
      </form>
    </Panel>
  );
}
