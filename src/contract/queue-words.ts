// The words of queues: why a ticket is taken out, and why nothing comes of what somebody asks (code → HTTP status, what
// happened, what to do).

/** Why a steward takes a ticket out: not there, asked for it, against the rules of the space, or by mistake. */
export const skipReasons = ['absent', 'asked', 'rules', 'mistake'] as const;

export const queueRefusals = {
  'queue-unknown': [404, 'This pool is not used in turn.', 'GET /api/queues lists those that are.'],
  'ticket-none': [409, 'You have no ticket in this queue.', 'Tap at one of its machines to take one.'],
  'ticket-called': [409, 'You are called.', 'Tap at the machine, or give the ticket back.'],
  'ticket-absent': [
    409,
    'By the entrance you are not inside.',
    'Tap at the entrance or at the machine: that brings you back into the queue.',
  ],
  'ticket-elsewhere': [
    409,
    'You hold a machine of another kind.',
    'Finish there first; one turn at a time is yours.',
  ],
  'turn-longer': [
    409,
    'A longer turn is a new ticket.',
    'Give this one back and tap at the machine; you then stand as one who has just come.',
  ],
  'turn-length': [422, 'Nobody can ask for so short a turn.', 'Give five minutes or more.'],
  'turn-runs': [409, 'Your turn is running.', 'Tap at the machine to finish.'],
} as const;
