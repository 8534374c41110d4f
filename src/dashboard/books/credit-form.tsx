// A credit note over an invoice or some of its lines, with its reason: a dry run says over how much, and then it is issued. The
// invoice itself is never changed.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CreditRequest, InvoiceRow } from '../../contract/books.ts';
import type { Problem } from '../../contract/people.ts';
import { ask } from '../ask.ts';
import { DryRun } from '../frame/dry-run.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { api } from '../paths.ts';
import { amountOf } from '../statement/amount-of.ts';
import { words } from '../store.ts';
import { booksClient } from './books-client.ts';

const creditReasons = ['mistake', 'disputed', 'agreed', 'returned', 'other'] as const;

type Line = { readonly id: string; readonly text: string; readonly netMinor: string };
type Document = { readonly invoice: { readonly lines: readonly Line[] } };

export function CreditForm({
  row,
  onDone,
}: {
  readonly row: InvoiceRow;
  onDone(number: string | null): void;
}) {
  const { monthClose: say } = words.value;
  const lines = useSignal<readonly Line[] | null>(null);
  const chosen = useSignal<ReadonlySet<string>>(new Set());
  const why = useSignal<NonNullable<CreditRequest['why']>>('mistake');
  const again = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const { invoice } = row;
  useEffect(() => {
    void ask<Document>('GET', api.invoiceFile({ of: 'books', invoice, format: 'json' })).then((answer) => {
      problem.value = answer.ok ? null : answer.problem;
      if (!answer.ok) return;
      lines.value = answer.value.invoice.lines;
      chosen.value = new Set(answer.value.invoice.lines.map(({ id }) => id));
    });
  }, [invoice, lines, chosen, problem]);

  const known = lines.value;
  if (known === null) return <ProblemText problem={problem.value} />;
  const isWhole = chosen.value.size === known.length;
  const wish = (dryRun: boolean): CreditRequest => ({
    lines: isWhole ? null : known.flatMap(({ id }) => (chosen.value.has(id) ? [id] : [])),
    ...{ again: isWhole && again.value, why: why.value, dryRun },
  });
  return (
    <div class="credit-form">
      <fieldset>
        <legend>{say.creditLines}</legend>
        {known.map(({ id, text, netMinor }) => (
          <label key={id} class="credit-line">
            <input
              type="checkbox"
              checked={chosen.value.has(id)}
              onChange={() => (chosen.value = toggled(chosen.value, id))}
            />
            <span>{text}</span>
            <span class="draft-amount">{amountOf(netMinor, row)}</span>
          </label>
        ))}
      </fieldset>
      <label class="field">
        <span>{say.creditWhy}</span>
        <select
          value={why.value}
          onChange={({ currentTarget }) =>
            (why.value = creditReasons.find((one) => one === currentTarget.value) ?? 'other')
          }
        >
          {creditReasons.map((one) => (
            <option key={one} value={one}>
              {say.creditWhys[one]}
            </option>
          ))}
        </select>
      </label>
      {isWhole && (
        <label class="credit-line">
          <input type="checkbox" checked={again.value} onChange={() => (again.value = !again.value)} />
          <span>{say.creditAgain}</span>
        </label>
      )}
      <DryRun
        // Another choice is another question.
        key={JSON.stringify(wish(true))}
        say={say.credit}
        ready={chosen.value.size > 0}
        look={() => booksClient.credit(invoice, wish(true))}
        show={({ grossMinor }) => <p>{say.creditSum({ amount: amountOf(grossMinor, row) })}</p>}
        worth={() => true}
        act={() => booksClient.credit(invoice, wish(false))}
        onDone={({ number }) => onDone(number)}
      />
    </div>
  );
}

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}
