// The treasurer's page: the drafts of a month with what to look at, finalising with its progress, and what was issued with its
// payments.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { BooksDrafts, InvoiceList } from '../../contract/books.ts';
import type { Problem } from '../../contract/people.ts';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { DisputesPanel } from '../disputes/disputes-panel.tsx';
import { formatMonth } from '../format.ts';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { pages } from '../paths.ts';
import { MonthPicker } from '../statement/month-picker.tsx';
import { addMonths, monthAt } from '../statement/months.ts';
import { atWork, nowMs, person, place, words } from '../store.ts';
import { BankPanel } from './bank-panel.tsx';
import { CollectPanel } from './collect-panel.tsx';
import { DraftList } from './draft-list.tsx';
import { ExportsPanel } from './exports-panel.tsx';
import { FinalisePanel } from './finalise-panel.tsx';
import { InvoiceTable } from './invoice-table.tsx';
import { MonthGates } from './month-gates.tsx';
import { RemindersPanel } from './reminders-panel.tsx';
import { SendPanel } from './send-panel.tsx';
import '../style/treasurer.css';

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
  // What goes out is what was issued last.
  const issueMonth = issued.value?.invoices[0]?.issuedOn.slice(0, 7) ?? addMonths(month.value, 1);
  return (
    <main class="page books">
      <header class="statement-head">
        <h1>
          {say.title} <span class="statement-month">{formatMonth(month.value, place.value.locale)}</span>
        </h1>
        <MonthPicker month={month.value} onChoose={(chosen) => (month.value = chosen)} />
      </header>
      <a href={pages.tariffs}>{words.value.tariffs.title}</a>
      <ProblemText problem={problem.value} />
      {known !== null && (
        <MonthGates
          key={known.month}
          drafts={known}
          changes={changes.value}
          mayWrite={mayWrite}
          onClosed={refresh}
        />
      )}
      {known !== null && (
        <Panel title={say.drafts}>
          <div class="place" id="drafts" tabIndex={-1} />
          {mayWrite && <FinalisePanel key={known.month} drafts={known} onDone={refresh} />}
          <DraftList drafts={known} mayWrite={mayWrite} onChanged={refresh} />
          {known.closed !== null && <p class="hint">{say.closed({ month: known.closed })}</p>}
        </Panel>
      )}
      <div class="place" id="disputes" tabIndex={-1} />
      <DisputesPanel changes={changes.value} onChanged={refresh} />
      {issued.value !== null && (
        <Panel title={say.issued}>
          <InvoiceTable list={issued.value} of="books" mayWrite={mayWrite} onChanged={refresh} />
        </Panel>
      )}
      {issued.value !== null && <SendPanel month={issueMonth} list={issued.value} mayWrite={mayWrite} />}
      {mayWrite && <RemindersPanel onDone={refresh} />}
      {known !== null && mayWrite && <BankPanel money={known} onDone={refresh} />}
      {known !== null && <CollectPanel month={issueMonth} money={known} mayWrite={mayWrite} />}
      <ExportsPanel month={month.value} />
    </main>
  );
}
