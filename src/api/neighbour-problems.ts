// Refusals about programs beside the gateway.

export const neighbourProblems = {
  'push-none': [
    409,
    'Nobody is told anything on their phone here.',
    'An administrator sets push.ntfy.server in officina.yaml.',
  ],
  'webhook-unknown': [
    404,
    'There is no webhook with this id.',
    'GET /api/webhooks lists them; they stand in officina.yaml.',
  ],
  'position-unknown': [
    422,
    'The journal has no such entry.',
    'Give a position from 1 to one beyond the last entry; GET /api/webhooks tells how far each webhook is.',
  ],
} as const;
