// What marks a line that was entered by hand: who did it, when and why, with the note; and for those who may, the way to
// take it back, which first says what will happen.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Problem, StatementLine } from '../../contract/people.ts';
import type { WithdrawalRequest } from '../../contract/usage.ts';
import { client } from '../client.ts';
import { formatDateTime } from '../format.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { place, words } from '../store.ts';

export type LineMarkProps = {
  readonly line: StatementLine;
  /** Null where it cannot be withdrawn, or not by this person. */
  readonly onWithdrawn: (() => void) | null;
};

export function LineMark({ line, onWithdrawn }: LineMarkProps) {
  const { entered, withdrawn } = line;
  if (entered === null) return null;
  const { usage: say } = words.value;
  const who = (by: string) => say.doers[by] ?? by;
  const time = (at: string) => formatDateTime(Date.parse(at), place.value);
  const told = withdrawn
    ? say.withdrawnBy(who(withdrawn.by), time(withdrawn.at), say.withdrawalReasons[withdrawn.why])
    : say.enteredBy(who(entered.by), time(entered.at), say.reasons[entered.why]);
  return (
    <tr class="line-mark">
      <td colSpan={5}>
        <p>
          {told}
          {entered.note !== null && withdrawn === null && <q>{entered.note}</q>}
        </p>
        {onWithdrawn !== null && <Withdraw session={line.session} onWithdrawn={onWithdrawn} />}
      </td>
    </tr>
  );
}

type WithdrawProps = { readonly session: string; readonly onWithdrawn: () => void };
type Why = WithdrawalRequest['why'];

function Withdraw({ session, onWithdrawn }: WithdrawProps) {
  const step = useSignal<'offer' | 'ask' | 'working'>('offer');
  const why = useSignal<Why>('mistake');
  const problem = useSignal<Problem | null>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const { usage: say } = words.value;
  const asking = step.value === 'ask';
  useEffect(() => {
    if (asking) keep.current?.focus();
  }, [asking]);

  async function confirm(): Promise<void> {
    step.value = 'working';
    const answer = await client.withdrawUsage(session, { why: why.value });
    problem.value = answer.ok ? null : answer.problem;
    step.value = 'offer';
    if (answer.ok) onWithdrawn();
  }

  if (step.value === 'offer') {
    return (
      <div class="withdraw">
        <ProblemText problem={problem.value} />
        <button type="button" class="link" onClick={() => (step.value = 'ask')}>
          {say.withdraw}
        </button>
      </div>
    );
  }
  const working = step.value === 'working';
  return (
    <div class="withdraw withdraw-ask">
      <p>{say.withdrawAsk}</p>
      <label class="field">
        <span>{say.withdrawWhy}</span>
        <select value={why.value} onChange={(event) => (why.value = event.currentTarget.value as Why)}>
          {Object.entries(say.withdrawalReasons).map(([reason, text]) => (
            <option key={reason} value={reason}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <div class="use-buttons">
        <button ref={keep} type="button" disabled={working} onClick={() => (step.value = 'offer')}>
          {say.keep}
        </button>
        <button type="button" class="primary" disabled={working} onClick={() => void confirm()}>
          {working ? say.withdrawing : say.withdrawConfirm}
        </button>
      </div>
    </div>
  );
}
