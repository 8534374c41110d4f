// Why a dispute is refused, in the words of a person: the same at the page and on the command line.

export const disputeRefusals = {
  'charge-unknown': ['You have no such charge, or it is too old.', 'Your statement lists your charges.'],
  'charge-nothing': ['Nothing is left of this charge to contest.', 'There is nothing to do.'],
  'dispute-open-already': ['This charge is contested already.', 'Wait for the answer, or withdraw it first.'],
  'dispute-too-late': [
    'This charge is too old to be contested here.',
    'Talk to whoever keeps the books of the space.',
  ],
  'disputes-full': ['Too many disputes are open already.', 'Wait until some of them are answered.'],
  'disputes-of-charge-full': [
    'This charge was decided three times already.',
    'Talk to whoever keeps the books of the space.',
  ],
  'dispute-unknown': ['No dispute has this id.', 'GET /api/disputes lists them.'],
  'dispute-over': ['This dispute is over, and nothing was changed.', 'The list says how it ended.'],
  'dispute-own': ['Nobody decides about their own charge.', 'Somebody else with the role of treasurer can.'],
  'credit-wrong': [
    'This is no part of the charge.',
    'With `partly` give an amount or minutes, above nothing and below the whole; with the others give neither.',
  ],
} as const satisfies Readonly<Record<string, readonly [title: string, detail: string]>>;
