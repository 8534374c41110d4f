// English for the queue of a pool: who waits, one's own place, and why it is where it is.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

type Refusal = { readonly title: string; readonly detail: string };

const refusals: Readonly<Record<string, Refusal>> = {
  'queue-unknown': { title: 'This machine is not used in turn any more.', detail: 'Tap at it to begin.' },
  'ticket-none': { title: 'You have no ticket here.', detail: 'Tap at the machine to take one.' },
  'ticket-called': { title: 'It is your turn.', detail: 'Tap at the machine, or leave the queue.' },
  'ticket-absent': {
    title: 'By the entrance you are not inside.',
    detail: 'Tap at the entrance or at the machine: that brings you back.',
  },
  'ticket-elsewhere': {
    title: 'You hold a machine of another kind.',
    detail: 'Finish there first; one turn at a time is yours.',
  },
  'turn-longer': {
    title: 'A longer turn is a new ticket.',
    detail: 'Leave the queue and tap at the machine.',
  },
  'turn-length': { title: 'That turn is too short.', detail: 'Ask for five minutes or more.' },
  'turn-runs': { title: 'Your turn is running.', detail: 'Tap at the machine to finish.' },
};

type Uses = Readonly<Record<'teams' | 'members', (values: { theirs: string; mine: string }) => string>>;
const usedLess: Uses = {
  members: icu<{ theirs: string; mine: string }>(
    'used less lately: {theirs} counts for them, {mine} for you.',
  ),
  teams: icu<{ theirs: string; mine: string }>(
    'is of a team that used less lately: {theirs} counts for each of its members, {mine} for each of yours.',
  ),
};

/** Where a budget decides: whose, what is left of it, and what one's own turn would take. */
type Budget = Readonly<Record<string, (values: { of: string; left: string; takes: string }) => string>>;
const budget: Budget = {
  'earlier-and-budget-spent': icu<{ of: string; left: string; takes: string }>(
    'came earlier. {of} may be overtaken by {left} more, and your turn takes {takes}.',
  ),
  'fits-budget': icu<{ of: string; left: string; takes: string }>(
    'asks for less. {of} may be overtaken by {left} more: their turn fits, yours takes {takes}.',
  ),
};

/** What a shorter turn would bring. */
type Sooner = Readonly<Record<'starts-now' | 'is-next', (values: { minutes: number }) => string>>;
const sooner: Sooner = {
  'starts-now': icu<{ minutes: number }>('Ask for {minutes} minutes or less and start now.'),
  'is-next': icu<{ minutes: number }>('Ask for {minutes} minutes or less and you are the next.'),
};

export const queue = {
  title: 'Queue',
  nobody: 'Nobody waits. A tap at the machine begins a turn.',
  waiting: icu<{ count: number }>('{count, plural, one {# person waits.} other {# people wait.}}'),
  allBy: icu<{ time: string }>('Everybody who waits begins by {time} at the latest.'),
  line: 'Who stands in the queue',
  you: 'You',
  somebody: 'Somebody',
  waits: 'waiting',
  waitsUntil: icu<{ time: string }>('waiting, until {time} at the latest'),
  isCalled: icu<{ machine: string; time: string }>('called to {machine} until {time}'),
  isAway: icu<{ time: string }>('out; the place is kept until {time}'),
  isParked: icu<{ time: string }>('missed a call; the place is kept until {time}'),
  keptFor: icu<{ who: string; time: string }>('Kept for {who} until {time}.'),
  keptForYou: icu<{ time: string }>('Your turn: tap before {time}.'),
  youOf: icu<{ place: number; waiting: number }>('You are number {place} of {waiting}.'),
  place: icu<{ place: number }>('You are number {place}.'),
  asked: icu<{ minutes: number }>('You asked for {minutes} minutes.'),
  latest: icu<{ time: string }>('Your turn comes by {time} at the latest.'),
  noLatest: 'No latest start can be promised now.',
  likely: icu<{ time: string }>('Probably at about {time}.'),
  called: icu<{ machine: string; time: string }>('It is your turn at {machine}: tap there before {time}.'),
  running: icu<{ machine: string; time: string }>(
    'Your turn at {machine} lasts until {time}, longer if nobody waits.',
  ),
  parked: icu<{ time: string }>(
    'You were called and did not come. Your place is kept until {time}: say that you are back, or tap at the machine.',
  ),
  away: icu<{ time: string }>('You are out. Your place is kept until {time}.'),
  goOut: { offer: 'I go out for a while', working: 'One moment …' },
  amBack: { offer: 'I am back', working: 'One moment …' },
  askFor: icu<{ minutes: number }>('Ask for {minutes} minutes'),
  shorter: { keep: 'Stay as it is', working: 'Asking …' },
  shorterAsk: icu<{ minutes: number }>(
    'Your place stays, and your turn lasts {minutes} minutes. A longer one again is a new ticket, at the end of the queue.',
  ),
  why: icu<{ count: number }>(
    '{count, plural, one {Why # person is before you} other {Why # people are before you}}',
  ),
  cameEarlier: icu<{ theirs: string; mine: string }>(
    'used as much as you and came earlier: {theirs}, you {mine}.',
  ),
  turn: icu<{ length: string; day: string }>('{length} on {day}'),
  weighsTheirs: icu<{ turns: string }>('What weighs most there: {turns}.'),
  weighsMine: icu<{ turns: string }>('What weighs most on your side: {turns}.'),
  usedLess,
  usedLittleLess: 'used a little less lately than you.',
  budget,
  sooner,
  weight: icu<{ weight: string; hours: string }>('Your weight is {weight} because of {hours} h of care.'),
  refusals,
  leave: {
    offer: 'Leave the queue',
    keep: 'Stay in the queue',
    confirm: 'Leave it',
    working: 'Leaving …',
  },
  skip: {
    offer: 'Take out',
    keep: 'Leave it',
    confirm: 'Take out of the queue',
    working: 'Taking out …',
  },
  skipWhy: 'Why; they are told, and it stands in the journal',
  skipReasons: {
    absent: 'Not there',
    asked: 'Asked for it',
    rules: 'Against the rules of the space',
    mistake: 'A mistake',
  },
  leaveAsk: 'You give your ticket back. Whoever comes again stands in the queue as one who has just come.',
};
