// What was issued, newest first: number, whom to, what is open, and the file. For the treasurer with payments, for members
// without.

import type { InvoiceList, InvoiceRow } from '../../contract/books.ts';
import { api } from '../paths.ts';
import { amountOf } from '../statement/amount-of.ts';
import { words } from '../store.ts';
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
  const [format = 'json'] = list.formats;
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
            <a href={api.invoiceFile({ of, invoice: row.invoice, format })} download>
              {say.file}
            </a>
          </div>
          {mayWrite && row.openMinor !== '0' && (
            <PaymentForm key={row.openMinor} row={row} onDone={onChanged} />
          )}
        </li>
      ))}
    </ul>
  );
}

function aboutOf(row: InvoiceRow): string {
  const { books: say } = words.value;
  if (row.kind === 'credit-note') return `${row.issuedOn} · ${say.creditOf({ number: row.credits ?? '' })}`;
  const open = row.openMinor === '0' ? say.paid : `${say.open} ${amountOf(row.openMinor, row)}`;
  const reminded = row.level > 0 && row.openMinor !== '0' ? ` · ${say.reminded({ level: row.level })}` : '';
  return `${row.issuedOn} · ${say.due} ${row.dueOn} · ${open}${reminded}`;
}
