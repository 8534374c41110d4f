// English for the page of tariffs: what is charged, a form for a new one, and what it would change.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

export const tariffs = {
  title: 'Tariffs',
  none: 'No tariff is described, so nothing costs anything.',
  states: { past: 'Past', now: 'In force', coming: 'Coming' },
  from: icu<{ day: string }>('from {day}'),
  like: 'Write a new one like this',
  fresh: 'A new tariff',
  freshSaid: icu<{ day: string }>(
    'It begins on {day} at the earliest. The form and the text below are the same.',
  ),
  fields: {
    pool: 'Machines (pool)',
    from: 'First day',
    perHour: 'Price of an hour',
    clock: 'Counted by',
    start: 'Once per session',
    minimum: 'Minimum of a session',
    freeMinutes: 'Free up to, minutes',
    stepMinutes: 'Charged in steps of, minutes',
    perKwh: 'Price of a kilowatt-hour',
    session: 'Most for a session',
    day: 'Most for a day',
    month: 'Most for a month',
  },
  clocks: {
    loaded: 'time held',
    powered: 'time powered',
    working: 'time at work',
    operating: 'time in operation',
    laserOn: 'laser beam on',
    spindleOn: 'spindle on',
  },
  text: 'As text (YAML)',
  textSaid: 'Peak hours, further clocks, materials, and for whom it is, are written here.',
  add: {
    offer: 'See what it changes',
    keep: 'Back',
    confirm: 'Add the tariff',
    working: 'One moment …',
  },
  added: icu<{ day: string }>('It is in officina.yaml and begins on {day} by itself.'),
  typical: 'Five usual uses, before and after',
  uses: {
    quick: '15 min held, 10 min running',
    hour: '1 h held, 45 min running',
    long: '4 h held, 3 h running',
    peak: '1 h held, at the peak if there is one',
    energy: '2 h held, 5 kWh',
  },
  replay: { offer: 'Run the past months under it', keep: 'Back', confirm: 'Again', working: 'Rating …' },
  replayMonths: 'Months back',
  replaySum: icu<{ uses: number; before: string; after: string }>(
    '{uses, plural, one {# use} other {# uses}}: {before} as it was, {after} with it.',
  ),
  more: icu<{ members: number }>('{members, plural, one {# member pays} other {# members pay}} more'),
  less: icu<{ members: number }>('{members, plural, one {# member pays} other {# members pay}} less'),
  same: icu<{ members: number }>('{members, plural, one {# member pays} other {# members pay}} the same'),
  few: 'Fewer than five members: nothing is told of them.',
  assumes: 'Assumes that people use the machines as before; they may not.',
};
