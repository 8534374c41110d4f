// What was said to a proposal, oldest first, and saying something more while it is open.

import { useSignal } from '@preact/signals';
import type { Problem } from '../../contract/people.ts';
import type { ProposalView } from '../../contract/proposals.ts';
import { client } from '../client.ts';
import { formatSince } from '../format.ts';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, nowMs, place, words } from '../store.ts';

type Props = { readonly view: ProposalView; readonly mayComment: boolean; readonly onSaid: () => void };

export function CommentsPanel({ view, mayComment, onSaid }: Props) {
  const { proposals: say } = words.value;
  const now = { nowMs: nowMs.value, place: place.value };
  return (
    <Panel title={say.said}>
      {view.comments.length === 0 && <p class="empty">{say.nothingSaid}</p>}
      <ul class="comments">
        {view.comments.map(({ by, at, text }) => (
          <li key={`${at} ${by}`}>
            <p class="hint">
              <b>{by ?? say.gone}</b>, {formatSince(Date.parse(at), now)}
            </p>
            <p class={text === null ? 'hint' : ''}>{text ?? say.erased}</p>
          </li>
        ))}
      </ul>
      {mayComment && <Say proposal={view.proposal} onSaid={onSaid} />}
    </Panel>
  );
}

function Say({ proposal, onSaid }: { readonly proposal: string; readonly onSaid: () => void }) {
  const { proposals: say } = words.value;
  const text = useSignal('');
  const working = useSignal(false);
  const problem = useSignal<Problem | null>(null);

  async function send(): Promise<void> {
    working.value = true;
    const answer = await client.commentProposal(proposal, text.value);
    working.value = false;
    problem.value = answer.ok ? null : answer.problem;
    if (!answer.ok) return;
    text.value = '';
    onSaid();
  }

  return (
    <form
      class="say"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label class="field">
        <span>{say.comment}</span>
        <textarea
          rows={2}
          maxLength={500}
          value={text.value}
          onInput={(event) => (text.value = event.currentTarget.value)}
        />
        <small>{say.commentHint}</small>
      </label>
      <ProblemText problem={problem.value} />
      <button type="submit" disabled={working.value || !atWork.value || text.value.trim() === ''}>
        {say.send}
      </button>
    </form>
  );
}
