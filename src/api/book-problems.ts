// The rows of the table of problems that are about invoices and payments.

export const bookProblems = {
  'billing-none': [
    409,
    'Nothing is billed here.',
    'Write "billing:" into officina.yaml; manual/money.md shows how.',
  ],
  'month-unreadable': [400, 'This is no month.', 'Write it like 2026-11.'],
  'month-before-billing': [
    422,
    'Billing begins later than this month.',
    'See billing.from in officina.yaml.',
  ],
  'grace-runs': [409, 'What comes late may still get into this month.', 'Finalise from the named day on.'],
  'draft-unknown': [404, 'This payer has no draft in this month.', 'GET /api/books/drafts lists the drafts.'],
  'invoice-unknown': [404, 'No invoice has this id or number.', 'GET /api/books/invoices lists them.'],
  'lines-unknown': [
    422,
    'These lines cannot be credited so.',
    'Name lines of the invoice; bill again only a whole one.',
  ],
  'credited-already': [409, 'That was credited before.', 'GET /api/books/invoices lists the credit notes.'],
  'invoice-paid': [409, 'Nothing of this invoice is open.', 'Record it without an invoice, as paid ahead.'],
  'payer-unknown': [404, 'Nobody is billed under this key.', 'Use member:KEY, team:ID or a handle.'],
  'payment-repeated': [409, 'This entry of the bank was recorded before.', 'There is nothing more to do.'],
  'day-wrong': [422, 'There is no such day.', 'Write it like 2026-11-20.'],
  'buyer-unreadable': [
    422,
    'This address cannot be printed.',
    'Correct the named field: printable, not too long, the country as IT.',
  ],
  'format-none': [
    404,
    'Invoices are not made in this format here.',
    'GET /api/books/invoices lists the formats.',
  ],
  'posting-unreadable': [422, 'This cannot be posted.', 'Correct its reference.'],
  'account-unknown': [422, 'No account has this name.', 'GET /api/ledger lists the accounts.'],
  'unit-unknown': [422, 'This is not counted here.', 'Use the currency of the space.'],
  'amount-wrong': [
    422,
    'This amount cannot be posted.',
    'Give whole minor units above zero, ten billions at most.',
  ],
  'line-repeated': [422, 'An account stands in it twice.', 'Add the parts up.'],
  'posting-unbalanced': [422, 'Its lines do not sum to zero.', 'Correct the amounts.'],
  'posting-in-future': [422, 'Its day is to come.', 'Record it on that day.'],
  'period-closed': [409, 'This month is closed.', 'Give a day in a month that is open.'],
  'period-runs': [409, 'This month is not over.', 'Close it when it is.'],
  'account-short': [409, 'There is not so much on this account.', 'GET /api/ledger tells what is.'],
} as const;
