// What is said when a way of signing in refuses.

export const signInProblems = {
  'passkey-unknown': [
    401,
    'This passkey does not open this page.',
    'Sign in with your password, or add the passkey on your own page again.',
  ],
  'passkey-copied': [
    401,
    'This passkey counts backwards, as a copy of it would.',
    'Sign in with your password, remove it on your own page, and add it again.',
  ],
  'passkey-unproven': [
    400,
    'What the browser sent does not prove that it holds this passkey.',
    'Try again; if it stays so, look at the address: a passkey works at one address only.',
  ],
  'attempt-over': [
    409,
    'This attempt is over: it was used already, or took longer than five minutes.',
    'Begin again.',
  ],
  'passkeys-away': [
    409,
    'The gateway knows no address at which passkeys could work.',
    'Ask an administrator to set `address` under `http` in officina.yaml; the page Setup says how.',
  ],
  'passkey-known': [409, 'This passkey is there already.', 'Use it, or remove it first.'],
  'passkey-limit': [409, 'You have ten passkeys, which is the most.', 'Remove one that you no longer use.'],
  'passkey-none': [404, 'You have no passkey with this id.', 'GET /api/session/passkeys lists yours.'],
  'sign-in-stale': [
    403,
    'This changes how you sign in, and your sign-in is older than fifteen minutes.',
    'Sign out, sign in again, and repeat it.',
  ],
  'place-none': [404, 'You are not signed in there.', 'GET /api/session/places lists where you are.'],
  'provider-none': [404, 'No sign-in service is described.', 'Use your password or a passkey.'],
  'provider-away': [
    503,
    'The sign-in service does not answer.',
    'Use your password or a passkey, or try again in a moment.',
  ],
  'provider-refused': [
    403,
    'The sign-in service did not let you in.',
    'Try again, or ask whoever keeps that service.',
  ],
  'provider-answer': [
    403,
    'What the sign-in service sent back proves nothing.',
    'Try again; if it stays so, the log of the gateway has the reason.',
  ],
  'vouched-unknown': [
    403,
    'The sign-in service knows you, and this workshop does not.',
    'Ask a steward to add you, with the handle that you have there.',
  ],
} as const;
