// The treasurer's page: the drafts of a month with what to look at, finalising with its progress, and what was issued with its
// payments.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { BooksDrafts, InvoiceList } from '../../contract/books.ts';
import type { Problem } from '../../contract/people.ts';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { formatMonth } from '../format.ts';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { MonthPicker } from '../statement/month-picker.tsx';
import { addMonths, monthAt } from '../statement/months.ts';
import { atWork, nowMs, person, place, words } from '../store.ts';
import { DraftList } from './draft-list.tsx';
import { FinalisePanel } from './finalise-panel.tsx';
import { InvoiceTable } from './invoice-table.tsx';

export function BooksPage() {
  const { books: say } = words.value;
  // The month that is over is the one to be billed.
  const month = useSignal(addMonths(monthAt(nowMs.value, place.value), -1));
  const drafts = useSignal<BooksDrafts | null>(null);
  const issued = useSignal<InvoiceList | null>(null);
  const problem = useSignal<Problem | null>(null);
  const changes = useSignal(0);
  const allowed = can('see-books', { self: person.value, live: true });
  const mayWrite = can('write-books', { self: person.value, live: atWork.value });
  const reachable = atWork.value;

  useEffect(() => {
    if (!allowed || !reachable) return;
    let isLate = false;
    void Promise.all([client.drafts(month.value), client.invoices()]).then(([draft, list]) => {
      if (isLate) return;
      drafts.value = draft.ok ? draft.value : null;
      issued.value = list.ok ? list.value : null;
      problem.value = draft.ok ? (list.ok ? null : list.problem) : draft.problem;
    });
    return () => {
      isLate = true;
    };
  }, [allowed, reachable, month.value, changes.value, drafts, issued, problem]);

  if (!allowed) return <main class="page">{say.refused}</main>;
  const refresh = () => {
    changes.value += 1;
  };
  const known = drafts.value;
  return (
    <main class="page books">
      <header class="statement-head">
        <h1>
          {say.title} <span class="statement-month">{formatMonth(month.value, place.value.locale)}</span>
        </h1>
        <MonthPicker month={month.value} onChoose={(chosen) => (month.value = chosen)} />
      </header>
      <ProblemText problem={problem.value} />
      {known !== null && (
        <Panel title={say.drafts}>
          <DraftList drafts={known} />
          {mayWrite && <FinalisePanel key={known.month} drafts={known} onDone={refresh} />}
          {known.closed !== null && <p class="hint">{say.closed({ month: known.closed })}</p>}
        </Panel>
      )}
      {issued.value !== null && (
        <Panel title={say.issued}>
          <InvoiceTable list={issued.value} of="books" mayWrite={mayWrite} onChanged={refresh} />
        </Panel>
      )}
    </main>
  );
}
