// English for what waits at the desk today, and for the list of machines by what they need.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

export const today = {
  title: 'Today',
  notYours:
    'Today is for those who look after the workshop: stewards, trainers and treasurers. Ask a steward.',
  nothing: icu<{ count: number }>(
    '{count, plural, one {Nothing needs you. # machine is heard from.} other {Nothing needs you. # machines are heard from.}}',
  ),
  alarms: 'Alarms to answer',
  kinds: {
    'problem-open': 'Problems reported',
    'device-silent': 'Devices silent',
    'dispute-open': 'Disputes open',
    'newcomer-waits': 'Newcomers that wait',
    'service-due': 'Service due',
    'certificate-ends': 'Certificates that end',
    'membership-ends': 'Accounts to review',
    'month-open': 'Month to close',
    'invoice-due': 'Invoices due',
  } as Readonly<Record<string, string>>,
  acts: {
    'problem-open': 'See it',
    'device-silent': 'Look at it',
    'dispute-open': 'Answer',
    'newcomer-waits': 'Say what it is',
    'service-due': 'Serviced',
    'certificate-ends': 'Renew',
    'membership-ends': 'Open',
    'month-open': 'To the books',
    'invoice-due': 'To the books',
  } as Readonly<Record<string, string>>,
  actOn: icu<{ act: string; name: string }>('{act}: {name}'),
  since: icu<{ time: string }>('since {time}'),
  until: icu<{ day: string }>('until {day}'),
  ended: icu<{ day: string }>('ended on {day}'),
  never: 'not heard since the start',
  more: icu<{ count: number }>('{count, plural, one {# more is not listed.} other {# more are not listed.}}'),
  problems: icu<{ count: number }>('{count, plural, one {# problem} other {# problems}}'),
  care: {
    title: 'Care',
    notYours: 'Care is for stewards. Any member can write down on the page of a machine what they cleaned.',
    machine: 'Machine',
    due: 'Service',
    left: 'Left',
    problems: 'Problems',
    cared: 'Last care',
    nobody: 'nobody yet',
    by: icu<{ who: string; time: string }>('{who}, {time}'),
    all: 'All',
    pressing: 'What needs a hand',
    none: 'No machine needs a hand.',
    noPlan: 'no plan',
  },
};
