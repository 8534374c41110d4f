// English for the past under another policy: who would wait less or more, and what the reader must know of it.

import type { ReplayReport } from '../../../contract/replay.ts';

type Group = ReplayReport['groups'][number];
type Past = ReplayReport['past'];
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
  now: (value: string) => `now ${value}`,
  first: 'From',
  last: 'To',
  run: 'Try it',
  running: (percent: number) => `Running, ${percent} %`,
  refusals,
  past: ({ turns, sameOrderPercent, offMinutes }: Past) =>
    `Beside what really happened: ${turns} turns${sameOrderPercent === null ? '' : `, ${sameOrderPercent} % in the same order`}${offMinutes === null ? '' : `, half of the waits off by ${offMinutes} min or less`}.`,
  notThePast: 'This run does not come to what really happened. Do not trust what it says.',
  notes: {
    'nobody-came': () => 'Nobody came for these machines in this time. Choose another time.',
    'too-few': () =>
      'Fewer than five people came in this time: nothing is told of them. Choose a longer time.',
    'groups-merged': () =>
      'Groups of fewer than five people, and what would give one away, are told as others.',
    'pool-had-no-queue': (pool) =>
      `${pool} had no queue: who came, found it taken and left again is not known.`,
    'pool-left-out': (pool) => `${pool} would have no queue, so it is left out.`,
    'bookings-not-replayed': (pool) => `Bookings of ${pool} are not replayed.`,
    'care-not-replayed': () => 'Weights for care work are not replayed.',
  } as Readonly<Record<NoteCode, (pool: string) => string>>,
  groups: {
    everybody: 'Everybody',
    'light-half': 'The lighter half',
    middle: 'The middle',
    'heavy-tenth': 'The heaviest tenth',
    individuals: 'People without a team',
    others: 'Others',
  } as Readonly<Record<string, string>>,
  team: (team: string) => `Team ${team}`,
  people: (count: number) => `${count} people`,
  waits: {
    less: ({ before, after }: Group) =>
      `Less: nine of ten waits within ${after.waitP90} min instead of ${before.waitP90}.`,
    more: ({ before, after }: Group) =>
      `More: nine of ten waits within ${after.waitP90} min instead of ${before.waitP90}.`,
    same: ({ before }: Group) => `As before: nine of ten waits within ${before.waitP90} min.`,
  } as Readonly<Record<Group['waits'], (group: Group) => string>>,
  before: 'before',
  after: 'after',
  minutesShort: (minutes: number) => `${minutes} min`,
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
  used: (before: string, after: string) => `${before} → ${after} of the time`,
};
