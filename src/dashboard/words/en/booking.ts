// English for bookings: choosing a start, one's own bookings, wishes for a draft, and what stands against one.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

type Refusal = { readonly title: string; readonly detail: string };

const refusals: Readonly<Record<string, Refusal>> = {
  'pool-not-booked': { title: 'These machines cannot be booked.', detail: 'Tap at one of them to begin.' },
  'booking-draft': { title: 'That week is not drawn yet.', detail: 'Make a wish for it.' },
  'booking-taken': { title: 'Somebody was quicker.', detail: 'Choose another time.' },
  'booking-own-overlap': {
    title: 'You have another booking then.',
    detail: 'Cancel or move that one first.',
  },
  'booking-future': {
    title: 'You have booked as much ahead as one member may.',
    detail: 'Use or cancel one first.',
  },
  'booking-peak-day': {
    title: 'You have booked the busy hours of that day already.',
    detail: 'Choose another day.',
  },
  'booking-peak-free': {
    title: 'In the busy hours enough machines stay free for those who just come.',
    detail: 'Choose another hour, or come then.',
  },
  'booking-promised': {
    title: 'Others were promised this machine until then.',
    detail: 'Choose a later time.',
  },
  'booking-rights': { title: 'You may not use this machine then.', detail: 'Ask a trainer or a steward.' },
  'booking-runs': { title: 'It is too near to be changed without cost.', detail: 'You can still cancel it.' },
  'member-unknown': { title: 'Nobody has this handle.', detail: 'Ask them how they sign in.' },
  'draft-over': { title: 'That week is drawn already.', detail: 'Book what is left.' },
  'wishes-full': { title: 'You have as many wishes as one member may.', detail: 'Take one back first.' },
};

export const booking = {
  refusals,
  title: icu<{ pool: string }>('Book: {pool}'),
  open: 'Book a time',
  length: 'For how long',
  machine: 'Machine',
  anyMachine: 'Any of them',
  earlier: 'Earlier week',
  later: 'Later week',
  week: 'Days',
  noStart: 'Nothing free',
  freeStarts: icu<{ day: string }>('Free starts on {day}'),
  startAt: icu<{ time: string; machine: string }>('{time}, {machine}'),
  taken: 'booked',
  mine: 'yours',
  loading: 'Looking for free times …',
  chosen: icu<{ machine: string; day: string; from: string; to: string }>(
    '{machine}, {day}, from {from} to {to}.',
  ),
  latestCancel: icu<{ time: string }>('Latest cancel without cost: {time}.'),
  noFreeCancel: 'So near it cannot be cancelled without cost any more.',
  hint: 'The machine is kept for you. Tap there from ten minutes before; who does not come in time loses it to others.',
  book: 'Book it',
  booking: 'Booking …',
  booked: 'Booked. It stands among your bookings.',
  other: 'Choose another time',
  nextFree: icu<{ time: string }>('The next free start is {time}.'),
  nextAt: icu<{ time: string }>('booked from {time}'),
  nextMine: icu<{ time: string }>('yours from {time}'),
  own: 'My bookings',
  none: 'You have no bookings.',
  runs: 'in use now',
  offeredToMe: icu<{ member: string }>('{member} offers you this booking.'),
  offeredByMe: 'Offered to another member.',
  drawn: icu<{ round: number; place: number; rank: number }>(
    'From the draft: round {round}, number {place}: wish {rank} of yours.',
  ),
  cancel: { offer: 'Cancel', keep: 'Keep it', confirm: 'Cancel it', working: 'Cancelling …' },
  cancelFree: 'It costs nothing now.',
  cancelLate: 'It is late: it counts as used, less what others then use of it.',
  give: { offer: 'Give away', keep: 'Keep it', confirm: 'Offer it', working: 'Offering …' },
  giveTo: 'Handle of the member',
  giveAsk: 'They must accept it on their own page; until then it stays yours.',
  accept: { offer: 'Accept', keep: 'Not now', confirm: 'Accept it', working: 'Accepting …' },
  acceptAsk: 'It then counts as yours, by the same rules.',
  wishes: 'My wishes',
  draft: icu<{ week: string; time: string }>(
    'The week from {week} is drawn {time}. Wishes are drawn in rounds, least used first; say the best one first.',
  ),
  wishDay: 'Day',
  wishTime: 'From',
  wish: 'Make this wish',
  wished: 'Your wish is noted.',
  wishRank: icu<{ rank: number }>('Wish {rank}'),
  withdraw: { offer: 'Take back', keep: 'Keep it', confirm: 'Take it back', working: 'Taking back …' },
  withdrawAsk: 'The wishes after it move up.',
  calendar: 'Calendar',
  calendarHint: 'An address for your calendar program. Whoever knows it sees your bookings.',
  calendarOn: 'An address is in use. A new one takes its place.',
  calendarMake: 'Make an address',
  calendarDrop: 'Drop the address',
};
