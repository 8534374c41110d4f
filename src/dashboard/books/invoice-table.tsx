// What was issued, newest first: number, whom to, what is open, and the file. For the treasurer with payments, for members
// without.

import { useSignal } from '@preact/signals';
import type { InvoiceList, InvoiceRow } from '../../contract/books.ts';
import { api } from '../paths.ts';
import { amountOf } from '../statement/amount-of.ts';
import { words } from '../store.ts';
import { CreditForm } from './credit-form.tsx';
import { formatNames } from './format-names.ts';
import { PaymentForm } from './payment-form.tsx';

type Props = {
  readonly list: InvoiceList;
  /** Whose routes give the files. */
  readonly of: 'books' | 'session';
  readonly mayWrite: boolean;
  onChanged(): void;
};

export function InvoiceTable({ list, of, mayWrite, onChanged }: Props) {
  const { books: say } = words.value;
  if (list.invoices.length === 0) return <p class="empty">{of === 'books' ? say.noneIssued : say.ownNone}</p>;
  return (
    <ul class="invoice-list">
      {list.invoices.map((row) => (
        <li key={row.invoice}>
          <div class="invoice-row">
            <span>
              <b>{row.number}</b> {of === 'books' && row.name}
              <small>{aboutOf(row)}</small>
            </span>
            <b class="draft-amount">{amountOf(row.grossMinor, row)}</b>
          </div>
          <p class="invoice-files">
            {list.formats.map((format) => (
              <a
                key={format}
                href={api.invoiceFile({ of, invoice: row.invoice, format })}
                aria-label={`${say.file} ${formatNames.get(format) ?? format}: ${row.number}`}
                download
              >
                {formatNames.get(format) ?? format}
              </a>
            ))}
          </p>
          {mayWrite && (
            <div class="invoice-deeds">
              {row.openMinor !== '0' && <PaymentForm key={row.openMinor} row={row} onDone={onChanged} />}
              {row.kind === 'invoice' && <Credit row={row} onChanged={onChanged} />}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Its lines are fetched when somebody wants to credit some of them. */
function Credit({ row, onChanged }: { readonly row: InvoiceRow; onChanged(): void }) {
  const { monthClose: say } = words.value;
  const step = useSignal<'offer' | 'open'>('offer');
  const number = useSignal<string | null>(null);
  if (number.value !== null) return <p role="status">{say.credited({ number: number.value })}</p>;
  if (step.value === 'offer')
    return (
      <button
        type="button"
        class="link"
        aria-label={`${say.credit.offer}: ${row.number}`}
        onClick={() => (step.value = 'open')}
      >
        {say.credit.offer}
      </button>
    );
  return (
    <CreditForm
      row={row}
      onDone={(made) => {
        number.value = made;
        onChanged();
      }}
    />
  );
}

function aboutOf(row: InvoiceRow): string {
  const { books: say } = words.value;
  if (row.kind === 'credit-note') return `${row.issuedOn} · ${say.creditOf({ number: row.credits ?? '' })}`;
  const open = row.openMinor === '0' ? say.paid : `${say.open} ${amountOf(row.openMinor, row)}`;
  const reminded = row.level > 0 && row.openMinor !== '0' ? ` · ${say.reminded({ level: row.level })}` : '';
  return `${row.issuedOn} · ${say.due} ${row.dueOn} · ${open}${reminded}`;
}
