// The rows of the table of problems that are about packs, wallets and who pays.

export const allowanceProblems = {
  'pack-unknown': [404, 'No pack has this id.', 'GET /api/packs lists those that are sold.'],
  'sale-repeated': [
    409,
    'Something else was sold under this id already.',
    'Choose a new id for a new sale; the same one sells once.',
  ],
  'account-short': [
    409,
    'There is not so much in the wallet, or it is held for a session that runs.',
    'Pay back at most what is free now.',
  ],
  'posting-key-used': [
    409,
    'Another amount was moved under this key already.',
    'Choose a new key for a new payment; the same one counts once.',
  ],
  'posting-refused': [422, 'The books do not take this payment.', 'Look at the amount and the date.'],
  'charge-unknown': [
    404,
    'No charge of the last two months has this session.',
    'GET /api/allowances lists them; a use is charged when it is over.',
  ],
  'payers-wrong': [
    422,
    'One of these payers is not known here, or named twice.',
    'Use member:KEY, team:ID or cost-code:CODE, each once, with whole parts.',
  ],
} as const;
