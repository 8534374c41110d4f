// The statement of a month: every line with its time, price and amount, sums by member, made to be printed on A4.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Problem } from '../../contract/people.ts';
import type { Statement } from '../../contract/statement.ts';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { DisputesPanel } from '../disputes/disputes-panel.tsx';
import { formatMonth } from '../format.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { Icon } from '../look/icon.tsx';
import { atWork, nowMs, person, place, words } from '../store.ts';
import { AccountTable } from './account-table.tsx';
import { amountOf } from './amount-of.ts';
import { MonthPicker } from './month-picker.tsx';
import { monthAt } from './months.ts';

export function StatementPage() {
  const { statement: say } = words.value;
  const month = useSignal(monthAt(nowMs.value, place.value));
  const statement = useSignal<Statement | null>(null);
  const problem = useSignal<Problem | null>(null);
  /** Grows when a line was changed from here, so that the statement is asked for again. */
  const changes = useSignal(0);
  const allowed = can('see-statement', { self: person.value, live: true });
  const reachable = atWork.value;

  useEffect(() => {
    if (!allowed || !reachable) return;
    let stale = false;
    void client.statement(month.value).then((answer) => {
      if (stale) return;
      statement.value = answer.ok ? answer.value : null;
      problem.value = answer.ok ? null : answer.problem;
    });
    return () => {
      stale = true;
    };
  }, [allowed, reachable, month.value, changes.value, statement, problem]);

  if (!allowed) return <main class="statement">{say.refused}</main>;
  return (
    <main class="statement">
      <header class="statement-head">
        <h1>
          {say.title} <span class="statement-month">{formatMonth(month.value, place.value.locale)}</span>
        </h1>
        <MonthPicker month={month.value} onChoose={(chosen) => (month.value = chosen)} />
        <button type="button" class="primary" onClick={() => window.print()}>
          <Icon name="printer" />
          {say.print}
        </button>
      </header>
      <ProblemText problem={problem.value} />
      {statement.value !== null && (
        <StatementBody statement={statement.value} onChanged={() => (changes.value += 1)} />
      )}
      {allowed && <DisputesPanel changes={changes.value} onChanged={() => (changes.value += 1)} />}
    </main>
  );
}

type BodyProps = { readonly statement: Statement; readonly onChanged: () => void };

function StatementBody({ statement, onChanged }: BodyProps) {
  const { statement: say } = words.value;
  return (
    <>
      {statement.accounts.length === 0 && <p class="empty">{say.none}</p>}
      {statement.accounts.map((account) => (
        <AccountTable key={account.member} account={account} statement={statement} onChanged={onChanged} />
      ))}
      {statement.accounts.length > 1 && (
        <p class="grand-total">
          {say.total} <b>{amountOf(statement.minor, statement)}</b>
        </p>
      )}
      {statement.openSessions > 0 && <p class="hint">{say.open({ count: statement.openSessions })}</p>}
    </>
  );
}
