// My page: what is due first, then the month in three figures, the newest lines of the statement, and below them the parts of
// one's membership, each fetched when it is opened. About nobody but whoever looks.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { AllowancesView } from '../../contract/allowances.ts';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { DisputesPanel } from '../disputes/disputes-panel.tsx';
import { formatMonth } from '../format.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import type { Page } from '../paths.ts';
import { monthAt } from '../statement/months.ts';
import { atWork, nowMs, page, person, place, words } from '../store.ts';
import { DueList } from './due-list.tsx';
import { MeParts } from './me-parts.tsx';
import { MonthFigures } from './month-figures.tsx';
import { StatementLines } from './statement-lines.tsx';
import { useOwnFacts } from './use-own-facts.ts';

export function MePage() {
  const { own: say } = words.value.desk;
  const allowed = can('see-own', { self: person.value, live: true });
  const month = monthAt(nowMs.value, place.value);
  const { facts, problem, refresh } = useOwnFacts(allowed ? month : null);
  const allowances = useAllowances(allowed, facts.statement);
  const changes = useSignal(0);
  const self = person.value;
  const open = openAt(page.value);
  if (!allowed || self === null)
    return (
      <main class="page page-narrow">
        <p class="empty">{say.notYours}</p>
      </main>
    );
  const changed = (): void => {
    changes.value += 1;
    refresh();
  };
  return (
    <main class="page page-narrow me">
      <header class="me-head">
        <h1>{self.name}</h1>
        <p>{formatMonth(month, place.value.locale)}</p>
      </header>
      <ProblemText problem={problem} />
      <DueList facts={facts} />
      <MonthFigures facts={facts} allowances={allowances} />
      {facts.statement !== null && (
        <StatementLines statement={facts.statement} allowances={allowances} onChanged={changed} />
      )}
      <DisputesPanel own changes={changes.value} onChanged={changed} />
      <MeParts key={open.join()} facts={facts} self={self} open={open} />
    </main>
  );
}

/** The parts that the address opens; that from before My page had badges and ways to sign in. */
function openAt(at: Page): readonly string[] {
  if (at.page !== 'me') return ['badges', 'signing'];
  return at.part === null ? [] : [at.part];
}

/** Again with each statement: what paid for a use comes with its line. */
function useAllowances(allowed: boolean, statement: unknown): AllowancesView | null {
  const known = useSignal<AllowancesView | null>(null);
  const reachable = atWork.value;
  useEffect(() => {
    if (!allowed || !reachable || statement === null) return;
    void client.allowances(null).then((answer) => {
      if (answer.ok) known.value = answer.value;
    });
  }, [allowed, reachable, statement, known]);
  return known.value;
}
