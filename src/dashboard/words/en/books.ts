// English for invoices: the treasurer's page, and one's own.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

type Refusal = { readonly title: string; readonly detail: string };

const warnings: Readonly<Record<string, string>> = {
  'dark-machine': 'Time was billed while the machine had no power',
  gap: 'A part was not seen; it is not billed',
  'meter-drift': 'A meter counted more than passed, or was not read all the time',
  'rate-missing': 'No tariff held, so it costs nothing',
  'not-positive': 'Nothing is to be paid; it goes on to the next month',
  late: 'It became known late, or was corrected',
  'address-missing': 'No address, so no invoice can go out',
  'open-session': 'Somebody holds a machine; that use comes with the next month',
};

export const books = {
  title: 'Books',
  refused: 'The books are for the treasurer.',
  drafts: 'Drafts',
  noDrafts: 'Nothing is to be billed in this month.',
  uses: icu<{ count: number }>('{count, plural, one {# use} other {# uses}}'),
  lines: 'Lines',
  net: 'Net',
  vat: 'VAT',
  warnings,
  stays: 'Not issued',
  grace: icu<{ day: string }>('What comes late may still get in: finalise from {day} on.'),
  closed: icu<{ month: string }>('Closed up to {month}.'),
  finalise: {
    offer: 'Finalise the month',
    keep: 'Leave it open',
    confirm: 'Issue the invoices',
    working: 'Issuing …',
  },
  finaliseAsk: icu<{ count: number; amount: string }>(
    '{count, plural, one {# invoice over {amount} in all. What is issued is never changed, only credited.} other {# invoices over {amount} in all. What is issued is never changed, only credited.}}',
  ),
  progress: icu<{ done: number; total: number }>('{done} of {total} issued'),
  done: icu<{ count: number }>(
    '{count, plural, one {# invoice was issued.} other {# invoices were issued.}}',
  ),
  issued: 'Issued',
  noneIssued: 'No invoice was issued yet.',
  due: 'Due',
  open: 'Open',
  paid: 'paid',
  creditOf: icu<{ number: string }>('credit note for {number}'),
  reminded: icu<{ level: number }>('{level, plural, one {reminded once} other {reminded # times}}'),
  file: 'Download',
  pay: { offer: 'Payment', keep: 'Back', confirm: 'Record it', working: 'Recording …' },
  payOf: icu<{ number: string }>('Record a payment of {number}'),
  payAmount: 'Amount',
  payDay: 'Paid on',
  payHow: 'By',
  bank: 'bank',
  cash: 'cash',
  payReference: 'Id at the bank, if there is one',
  own: 'Your invoices',
  ownNone: 'No invoice was issued to you yet.',
  refusals: {} as Readonly<Record<string, Refusal>>,
};
