// My vote: three buttons, and for a secret one the receipt, shown once. It is kept nowhere on this screen but in the page that
// is open.

import { useSignal } from '@preact/signals';
import type { Problem } from '../../contract/people.ts';
import type { BallotRequest, ProposalView } from '../../contract/proposals.ts';
import { client } from '../client.ts';
import { CopyCommand } from '../frame/copy-command.tsx';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, words } from '../store.ts';

type Choice = BallotRequest['choice'];
const choices: readonly Choice[] = ['yes', 'no', 'blank'];

type Props = { readonly view: ProposalView; readonly onVoted: () => void };

export function VotePanel({ view, onVoted }: Props) {
  const { proposals: say } = words.value;
  const working = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const receipt = useSignal<string | null>(null);
  const typed = useSignal('');
  const changesSecretly = view.secret && view.iVoted;

  async function vote(choice: Choice): Promise<void> {
    working.value = true;
    const given = typed.value.trim();
    const answer = await client.vote(view.proposal, {
      choice,
      ...(changesSecretly && given !== '' ? { receipt: given } : {}),
    });
    working.value = false;
    problem.value = answer.ok ? null : answer.problem;
    if (!answer.ok) return;
    receipt.value = answer.value.receipt;
    // Whoever changes their mind on this page does not type what stands right here.
    typed.value = answer.value.receipt ?? '';
    onVoted();
  }

  return (
    <Panel title={say.vote}>
      {changesSecretly && <p>{say.votedSecretly}</p>}
      {view.myChoice !== null && <p role="status">{say.chosen({ choice: say.choices[view.myChoice] })}</p>}
      {changesSecretly && (
        <label class="field">
          <span>{say.receiptField}</span>
          <input
            type="text"
            maxLength={64}
            autoComplete="off"
            spellcheck={false}
            value={typed.value}
            onInput={(event) => (typed.value = event.currentTarget.value)}
          />
          <small>{say.receiptHint}</small>
        </label>
      )}
      <fieldset class="ballot" aria-label={say.vote}>
        {choices.map((choice) => (
          <button
            key={choice}
            type="button"
            aria-pressed={view.myChoice === choice}
            disabled={working.value || !atWork.value || (changesSecretly && typed.value.trim() === '')}
            onClick={() => void vote(choice)}
          >
            {say.choices[choice]}
          </button>
        ))}
      </fieldset>
      <ProblemText problem={problem.value} />
      {receipt.value !== null && (
        <div class="receipt" role="status">
          <h3>{say.receipt}</h3>
          <CopyCommand command={receipt.value} label={say.receipt} />
          <p class="hint">{say.receiptOnce}</p>
        </div>
      )}
    </Panel>
  );
}
