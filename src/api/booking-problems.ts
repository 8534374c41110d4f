// The part of the table of refusals that is about bookings: code → status, what happened, what to do.

export const bookingProblems = {
  'pool-not-booked': [
    404,
    'This pool cannot be booked.',
    'Tap at one of its machines; the policy of the space may allow bookings.',
  ],
  'machine-not-booked': [
    404,
    'This machine is not in that pool, or cannot be opened by a badge.',
    'GET /api/bookings lists the machines of the pool.',
  ],
  'booking-times': [
    422,
    'These times cannot be booked.',
    'Give a beginning that is still to come and an end after it, both on whole five minutes.',
  ],
  'booking-length': [
    422,
    'A booking of this pool may not be as short or as long as that.',
    'Choose a length between `leastMinutes` and `mostMinutes`.',
  ],
  'booking-horizon': [
    422,
    'This is further ahead than may be booked.',
    'Come back later; `horizonDays` says how far.',
  ],
  'booking-draft': [
    409,
    'The wishes for that week are not drawn yet.',
    'Make a wish; after the draft what is left can be booked.',
  ],
  'booking-closed': [409, 'The machine is not open for all of that time.', 'Choose a time within its hours.'],
  'booking-rights': [
    403,
    'You may not use this machine at that time.',
    'See `about` for the rule; a trainer or a steward can help.',
  ],
  'booking-taken': [409, 'Somebody has booked this machine then.', 'Choose another time or another machine.'],
  'booking-own-overlap': [
    409,
    'You have another booking at that time.',
    'Cancel or move the other one first.',
  ],
  'booking-future': [
    409,
    'You have booked as much ahead as one member may.',
    'Use or cancel one of your bookings first, or book a shorter one.',
  ],
  'booking-peak-day': [
    409,
    'You have booked as often in the busy hours of that day as one member may.',
    'Choose another day, or an hour that is not busy.',
  ],
  'booking-peak-free': [
    409,
    'In the busy hours enough machines stay free for those who come without a booking.',
    'Choose an hour that is not busy; or come then and tap.',
  ],
  'booking-promised': [
    409,
    'Somebody holds this machine or was promised it, and may not be done by then.',
    'Book later, or another machine.',
  ],
  'bookings-full': [
    503,
    'There are as many bookings as this gateway keeps.',
    'Ask a steward to look at them.',
  ],
  'booking-unknown': [
    404,
    'There is no booking with this id that is still to come.',
    'GET /api/bookings/own lists yours.',
  ],
  'booking-not-yours': [403, 'This booking is of another member.', 'Ask them to give it to you.'],
  'booking-runs': [
    409,
    'This booking runs, or is too near to be changed without cost.',
    'End its session at the machine, or cancel it.',
  ],
  'booking-not-offered': [409, 'This booking is not offered to you.', 'Ask its member to offer it.'],
  'gift-to-self': [422, 'This booking is yours already.', 'Name another member.'],
  'draft-none': [409, 'This pool has no draft: who books first has it.', 'Book it.'],
  'draft-over': [409, 'The wishes for that week are drawn already.', 'Book what is left.'],
  'wishes-full': [409, 'You have as many wishes as one member may.', 'Take one back first.'],
  'wish-twice': [409, 'You have made this wish already.', 'Nothing needs to be done.'],
  'wish-unknown': [404, 'You have no wish with this id.', 'GET /api/bookings/own lists yours.'],
  'calendar-unknown': [
    404,
    'There is no calendar at this address.',
    'Make a new address on your own page; old ones stop working.',
  ],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string, detail: string]>>;

/** With which a booking or a wish may be refused. */
export const bookingRuleCodes = [
  ...(['pool-not-booked', 'machine-not-booked', 'clock-unset', 'booking-times', 'booking-length'] as const),
  ...(['booking-horizon', 'booking-draft', 'booking-closed', 'booking-rights', 'booking-taken'] as const),
  ...(['booking-own-overlap', 'booking-future', 'booking-peak-day', 'booking-peak-free'] as const),
  ...(['booking-promised', 'bookings-full'] as const),
] as const;
