// English for the past under another policy: who would wait less or more, and what the reader must know of it.

import type { ReplayReport } from '../../../contract/replay.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('en');

type Group = ReplayReport['groups'][number];
type NoteCode = ReplayReport['notes'][number]['code'];
type Refusal = { readonly title: string; readonly detail: string };

const refusals: Readonly<Record<string, Refusal>> = {
  'replay-busy': { title: 'Somebody else is trying a policy.', detail: 'Try again when that is done.' },
  'replay-span': {
    title: 'This time cannot be run.',
    detail: 'Choose days in the past, at most two years, the first before the last.',
  },
  'replay-document': {
    title: 'These numbers do not go together.',
    detail: 'Choose others; a turn is not longer than a day.',
  },
};

export const replay = {
  title: 'Try a policy on the past',
  intro:
    'The same people come at the same times and need the machine for as long. Only who is called when is decided anew.',
  notYours: 'Policies are tried by stewards. Sign in as one.',
  pool: 'Pool',
  noPools: 'There is no machine yet. Describe one in officina.yaml.',
  noQueue: 'This pool has no queue now. Every session counts as somebody who came then.',
  minutes: 'Length of a turn, minutes',
  overtake: 'How much others may overtake, per cent',
  halfLife: 'Use counts half after, days',
  now: icu<{ value: string }>('now {value}'),
  first: 'From',
  last: 'To',
  run: 'Try it',
  running: icu<{ percent: number }>('Running, {percent} %'),
  refusals,
  past: icu<{ turns: number }>(
    'Beside what really happened: {turns, plural, one {# turn.} other {# turns.}}',
  ),
  pastOrder: icu<{ percent: number }>('{percent} % of them came in the same order.'),
  pastOff: icu<{ minutes: number }>('Half of the waits are off by {minutes} min or less.'),
  notThePast: 'This run does not come to what really happened. Do not trust what it says.',
  notes: {
    'nobody-came': icu('Nobody came for these machines in this time. Choose another time.'),
    'too-few': icu(
      'Fewer than five people came in this time: nothing is told of them. Choose a longer time.',
    ),
    'groups-merged': icu(
      'Groups of fewer than five people, and what would give one away, are told as others.',
    ),
    'pool-had-no-queue': icu<{ pool: string }>(
      '{pool} had no queue: who came, found it taken and left again is not known.',
    ),
    'pool-left-out': icu<{ pool: string }>('{pool} would have no queue, so it is left out.'),
    'bookings-not-replayed': icu<{ pool: string }>('Bookings of {pool} are not replayed.'),
    'care-not-replayed': icu('Weights for care work are not replayed.'),
  } as Readonly<Record<NoteCode, (values: { pool: string }) => string>>,
  groups: {
    everybody: 'Everybody',
    'light-half': 'The lighter half',
    middle: 'The middle',
    'heavy-tenth': 'The heaviest tenth',
    individuals: 'People without a team',
    others: 'Others',
  } as Readonly<Record<string, string>>,
  team: icu<{ team: string }>('Team {team}'),
  people: icu<{ count: number }>('{count} people'),
  waits: {
    less: icu<{ before: number; after: number }>(
      'Less: nine of ten waits within {after} min instead of {before}.',
    ),
    more: icu<{ before: number; after: number }>(
      'More: nine of ten waits within {after} min instead of {before}.',
    ),
    same: icu<{ before: number; after: number }>('As before: nine of ten waits within {before} min.'),
  } satisfies Readonly<Record<Group['waits'], unknown>>,
  before: 'before',
  after: 'after',
  minutesShort: icu<{ minutes: number }>('{minutes} min'),
  table: 'All figures',
  caption: 'Minutes, but for how often people asked and were served: before → after.',
  columns: {
    asked: 'Asked',
    served: 'Served',
    waitP50: 'Half of the waits',
    waitP90: 'Nine of ten',
    waitLongest: 'Longest',
    promisedP50: 'Latest start promised',
    overtakenMost: 'Overtaken at most',
    turnedAway: 'Turned away',
  },
  group: 'Group',
  pools: 'Machines in use',
  used: icu<{ before: string; after: string }>('{before} → {after} of the time'),
};
