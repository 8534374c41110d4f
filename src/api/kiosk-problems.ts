// The rows of the table of refusals that kiosks need: code → status and words.

export const kioskProblems = {
  'kiosk-pin-wrong': [
    422,
    'Handle and PIN do not belong together.',
    'Try again. Who has no PIN yet sets one on the page of the gateway, under My badge and PIN.',
  ],
  'kiosk-badge-unknown': [422, 'We do not know this badge.', 'If it is yours, ask a steward to add it.'],
  'kiosk-locked': [401, 'The kiosk has locked itself.', 'Type your PIN or hold your badge once more.'],
  'kiosk-elsewhere': [403, 'This kiosk stands at another machine.', 'Go to the kiosk of that machine.'],
  'kiosk-none': [404, 'No kiosk has this id.', 'GET /api/kiosks lists the kiosks.'],
  'session-held': [409, 'You hold this machine already.', 'Go on working, or finish it.'],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string, detail: string]>>;
