// Records what was paid of an invoice: what is open is offered, and the day of today.

import { useSignal } from '@preact/signals';
import type { InvoiceRow } from '../../contract/books.ts';
import { client } from '../client.ts';
import { localDay } from '../format.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { nowMs, place, words } from '../store.ts';

/** Minor units of an amount as people type it, with a point or a comma; null where it is none. */
function minorOf(text: string, digits: number): string | null {
  const [, whole = '', fraction = ''] = /^\s*(\d{1,10})(?:[.,](\d{1,4}))?\s*$/.exec(text) ?? [];
  if (whole === '' || fraction.length > digits) return null;
  const minor = BigInt(whole + fraction.padEnd(digits, '0'));
  return minor === 0n ? null : minor.toString();
}

function typed({ openMinor, digits }: InvoiceRow): string {
  if (digits === 0) return openMinor;
  const padded = openMinor.padStart(digits + 1, '0');
  return `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

export function PaymentForm({ row, onDone }: { readonly row: InvoiceRow; onDone(): void }) {
  const { books: say } = words.value;
  const amount = useSignal(typed(row));
  const day = useSignal(localDay(nowMs.value, place.value));
  const how = useSignal<'bank' | 'cash'>('bank');
  const reference = useSignal('');
  const minor = minorOf(amount.value, row.digits);
  return (
    <AskTwice
      say={{ ...say.pay, offerOf: say.payOf({ number: row.number }) }}
      look="link"
      ready={minor !== null && day.value !== ''}
      act={() =>
        client.pay({
          ...{ invoice: row.invoice, payer: null, minor: minor ?? '', day: day.value, how: how.value },
          reference: reference.value.trim() === '' ? null : reference.value.trim(),
        })
      }
      onDone={onDone}
    >
      <div class="payment-fields">
        <label>
          {say.payAmount}
          <input
            inputmode="decimal"
            value={amount.value}
            onInput={(event) => (amount.value = event.currentTarget.value)}
          />
        </label>
        <label>
          {say.payDay}
          <input type="date" value={day.value} onInput={(event) => (day.value = event.currentTarget.value)} />
        </label>
        <label>
          {say.payHow}
          <select
            value={how.value}
            onChange={(event) => (how.value = event.currentTarget.value === 'cash' ? 'cash' : 'bank')}
          >
            <option value="bank">{say.bank}</option>
            <option value="cash">{say.cash}</option>
          </select>
        </label>
        <label>
          {say.payReference}
          <input
            maxlength={80}
            value={reference.value}
            onInput={(event) => (reference.value = event.currentTarget.value)}
          />
        </label>
      </div>
    </AskTwice>
  );
}
