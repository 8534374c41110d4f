// The words of the desk about money: units of materials, the reasons for a correction by hand, and the words of every
// refusal. One table for the API, the commands and their help.

export const materialUnits = ['g', 'ml', 'piece'] as const;

export const correctionReasons = ['waived', 'price', 'cost-code', 'agreed'] as const;

/** As they stand after "corrected by Eva on …:". */
export const correctionReasonWords: Readonly<Record<(typeof correctionReasons)[number], string>> = {
  waived: 'it was waived',
  price: 'the price was wrong',
  'cost-code': 'it belongs to another cost code',
  agreed: 'so it was agreed',
};

/** Code → what is so, what to do. */
export const deskRefusals = {
  'material-unknown': [
    'The price list of that day has no such material for this member and machine.',
    'Choose one of those that are named, or add it under "materials" of the tariff in officina.yaml.',
  ],
  'material-amount-wrong': [
    'This is no amount of a material.',
    'Write a number above 0 with at most three decimals, for instance 12.5, in the unit of the material.',
  ],
  'material-in-future': ['The material is used in the future.', 'Enter it when it was handed out.'],
  'material-too-old': [
    'The material was used more than 92 days ago.',
    'It can no longer be entered; settle it with the member outside of the statement.',
  ],
  'material-session-unknown': [
    'This member had no such session at this machine.',
    'Leave the session out, or take it from the statement.',
  ],
  'material-entered-already': [
    'This very material was entered before, and nothing was changed.',
    'There is nothing more to do; if as much was handed out twice in that minute, give the other one another minute.',
  ],
  'material-not-entered': ['No material was entered under this id.', 'The statement shows the id of each.'],
  'material-withdrawn-already': [
    'This material was withdrawn before, and nothing was changed.',
    'There is nothing more to do.',
  ],
  'charge-unknown': [
    'Nothing was charged under this id.',
    'A use is charged when it is over; the statement gives its session.',
  ],
  'charge-withdrawn': ['This was withdrawn, so that it costs nothing.', 'There is nothing to correct.'],
  'charge-unchanged': ['It is charged so already, and nothing was changed.', 'There is nothing more to do.'],
  'correction-empty': [
    'The correction says neither another amount nor another cost code.',
    'Give at least one of them.',
  ],
} as const satisfies Readonly<Record<string, readonly [title: string, detail: string]>>;
