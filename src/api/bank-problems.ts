// The rows of the table of problems that are about statements of the bank, mandates and collections.

export const bankProblems = {
  'statement-unfit': [
    422,
    'This is no bank statement that can be read.',
    'Ask the bank for camt.053, one file of at most 10 MiB, and send it whole.',
  ],
  'address-missing': [
    409,
    'No address of this payer is written down.',
    'PUT /api/books/buyers/PAYER first: a mandate stands beside the address.',
  ],
  'mandate-unreadable': [
    422,
    'This mandate cannot be used by a bank.',
    'Correct the named field: the id in at most 35 letters and digits, a day that is past, an IBAN without blanks.',
  ],
  'mandate-none': [404, 'This payer signed no mandate.', 'PUT /api/books/mandates/PAYER writes one down.'],
  'collection-unfit': [
    422,
    'These invoices cannot be collected so; nothing was written down.',
    'Correct what is named, then try again.',
  ],
  'posting-key-used': [
    409,
    'Something else was posted under this key.',
    'Take another key, or look at GET /api/ledger/postings.',
  ],
  'posting-unknown': [404, 'There is no such posting.', 'GET /api/ledger/postings lists them.'],
  'mail-none': [
    409,
    'No mail server is described here.',
    'Write "mail:" into officina.yaml and start again; manual/money.md shows how.',
  ],
  'mail-full': [429, 'Too many mails wait for the server.', 'Look at GET /api/mail, and wait.'],
  'mail-unfit': [
    422,
    'This cannot be mailed.',
    'Correct what is named: one plain address, a short text, ten megabytes at most.',
  ],
  'mail-failed': [
    502,
    'The mail server did not take it.',
    'Compare host, port, secure, user and password of "mail:" in officina.yaml with what your provider says.',
  ],
  'collection-none': [
    404,
    'Nothing of this kind is being collected.',
    'GET /api/books/collections lists what is.',
  ],
} as const;
