// The rows of the table of problems that are about erasing oneself.

export const standingProblems = {
  'erase-stale': [
    403,
    'This cannot be taken back, and your sign-in is older than fifteen minutes.',
    'Sign out, sign in again, and repeat it.',
  ],
  'erase-handle-wrong': [422, 'This is not your handle.', 'Type it as you do to sign in.'],
  'erase-owing': [
    409,
    'An invoice is open, or something that you used is not invoiced yet.',
    'Pay it first, or ask a steward, who can erase you all the same.',
  ],
} as const;
