// English for the bank on the treasurer's page: statements that come in, direct debits that go out.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

export const bank = {
  title: 'Bank statement',
  file: 'File of the bank (camt.053)',
  tooBig: 'The file has more than 10 MiB. Export fewer months.',
  read: { offer: 'See what it pays', keep: 'Back', confirm: 'Record', working: 'Reading …' },
  sums: icu<{ sure: number; unsure: number; before: number }>(
    '{sure} to record, {unsure} for you to choose, {before} recorded before.',
  ),
  outgoing: icu<{ count: number }>(
    '{count, plural, one {# outgoing entry is left alone.} other {# outgoing entries are left alone.}}',
  ),
  outcomes: { sure: 'to record', unsure: 'choose', before: 'recorded before' },
  returned: 'came back',
  reasons: {
    chosen: 'as you chose',
    collection: 'a file of direct debits',
    'end-to-end-id': 'by its reference',
    remittance: 'by its text',
    'number-in-text': 'by the number in its text',
    'several-numbers-in-text': 'by the numbers in its text, which add up',
    'unclear-shares': 'several numbers, and another amount than they owe together',
    'amount-and-account': 'only amount and account fit',
    'already-paid': 'nothing of that invoice is open',
    'other-currency': 'another currency',
    returned: 'came back from the bank',
    'nothing-fits': 'nothing fits',
    'paid-less': 'more went back than had come for it; record first what came',
    'period-closed': 'its month is closed',
    'posting-in-future': 'its day is to come',
  } as Readonly<Record<string, string>>,
  stays: icu<{ amount: string }>('{amount} stays open'),
  ahead: icu<{ amount: string }>('{amount} paid ahead'),
  choose: icu<{ name: string; amount: string }>('Which invoice do {amount} of {name} pay?'),
  nobody: 'an unknown payer',
  none: 'none, leave it',
  recorded: icu<{ count: number }>(
    '{count, plural, one {# entry is recorded.} other {# entries are recorded.}}',
  ),
  collectTitle: 'Direct debits',
  collectDay: 'Collect on, at the earliest',
  collect: {
    offer: 'See what can be collected',
    keep: 'Back',
    confirm: 'Make the file',
    working: 'One moment …',
  },
  collectSum: icu<{ count: number; amount: string }>(
    '{count, plural, one {# direct debit} other {# direct debits}} over {amount} in all.',
  ),
  collectNone: 'Nothing of this month can be collected.',
  left: {
    'mandate-missing': 'has no mandate',
    'mandate-used': 'its mandate was for once',
    'collected-before': 'was collected before',
  },
  made: 'The file is made. Take it to the bank:',
  download: 'pain.008',
  files: 'Files that were made',
  states: {
    open: 'with the bank',
    paid: 'paid',
    returned: 'came back',
    released: 'released',
  },
  release: { offer: 'Rejected', keep: 'Back', confirm: 'Release it', working: 'One moment …' },
  releaseAsk: 'The bank rejected it before it took anything: it may be collected again.',
};
