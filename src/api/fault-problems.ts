// The rows of the table of refusals for what fails in the gateway itself, whatever was asked: code → status and words.

export const faultProblems = {
  fault: [
    500,
    'Something failed inside the gateway.',
    'Give a steward the id; the log has the cause beside it.',
  ],
  'journal-full': [
    503,
    'There is no room left for the journal, so nothing was changed.',
    'Free some disk space, then try again.',
  ],
  'journal-behind': [503, 'The journal is catching up, so nothing was changed.', 'Try again in a moment.'],
  'journal-broken': [
    503,
    'The journal cannot be written, so nothing was changed.',
    'Look at the disk of the gateway.',
  ],
  'secrets-busy': [503, 'Too many passwords are being checked at once.', 'Try again in a moment.'],
  'workshop-missing': [503, 'The workshop is not described yet.', 'Try again in a moment.'],
  'streams-full': [503, 'Too many screens listen already.', 'Close one that is not looked at.'],
  'dashboard-missing': [
    503,
    'The pages of the dashboard have not been built.',
    'Run `npm ci` once in the folder of the program.',
  ],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string, detail: string]>>;
