// The reasons for a use that was entered by hand, the limits of its note, and the words of every refusal: one table for
// the API, the command and its help.

export const usageReasons = [
  'gateway-away',
  'reader-broken',
  'network-away',
  'badge-forgotten',
  'other',
] as const;

export const withdrawalReasons = ['mistake', 'twice', 'waived', 'other'] as const;

/** As they stand after "entered by Eva on …:" and "withdrawn by Eva on …:". */
export const usageReasonWords: Readonly<Record<(typeof usageReasons)[number] | 'material', string>> = {
  'gateway-away': 'the gateway was away',
  'reader-broken': 'the reader was broken',
  'network-away': 'the network was away',
  'badge-forgotten': 'the badge was forgotten',
  other: 'another reason',
  material: 'handed out at the desk',
};
export const withdrawalReasonWords: Readonly<Record<(typeof withdrawalReasons)[number], string>> = {
  mistake: 'it was a mistake',
  twice: 'it was entered twice',
  waived: 'it was waived',
  other: 'another reason',
};

/** Characters of a note. */
export const noteLimit = 280;

/** Code → what is so, what to do. */
export const usageRefusals = {
  'time-unreadable': [
    'This is no time that can be read.',
    'Write 2026-11-20 18:00, or RFC 3339 with an offset.',
  ],
  'time-ambiguous': [
    'The clocks were put back that night, so this time came twice.',
    'Send the one that is meant, with its offset.',
  ],
  'time-skipped': [
    'The clocks were put forward that night, so this time never was.',
    'Send the one that is meant, with its offset.',
  ],
  'note-unreadable': [
    'The note is too long, or holds characters that cannot be printed.',
    `Write at most ${noteLimit} characters on one line.`,
  ],
  'clock-unset': [
    'The clock of the gateway is not set, so it cannot tell when this was.',
    'Connect it to a time server, then try again.',
  ],
  'usage-backwards': ['The use ends before it begins.', 'Give a beginning that is before the end.'],
  'usage-in-future': ['The use ends in the future.', 'Enter it when it is over.'],
  'usage-too-long': ['The use is longer than 24 hours.', 'Enter it as several uses, one for each day.'],
  'usage-too-old': [
    'The use began more than 92 days ago.',
    'It can no longer be entered; settle it with the member outside of the statement.',
  ],
  'usage-overlap': [
    'The machine was in use in this time already.',
    'Give a time that lies outside, or withdraw the entered use that is wrong.',
  ],
  'usage-entered-already': [
    'This very use was entered before, and nothing was changed.',
    'There is nothing more to do.',
  ],
  'usage-not-entered': [
    'No use was entered by hand under this session.',
    'Only such a use can be withdrawn; the statement marks each and gives its session.',
  ],
  'usage-withdrawn-already': [
    'This use was withdrawn before, and nothing was changed.',
    'There is nothing more to do.',
  ],
} as const satisfies Readonly<Record<string, readonly [title: string, detail: string]>>;
