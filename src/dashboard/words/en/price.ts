// What a machine costs, before it is used and on the statement, in English.

import { icuIn } from '../icu.ts';

const icu = icuIn('en');

export const price = {
  title: 'Price',
  free: 'It costs nothing.',
  hour: icu<{ amount: string; when: string }>('{amount} an hour {when}.'),
  hourAtLeast: icu<{ amount: string; when: string; least: string }>(
    '{amount} an hour {when}, at least {least}.',
  ),
  minimum: icu<{ amount: string }>('At least {amount}.'),
  start: icu<{ amount: string }>('{amount} once per session.'),
  freeMinutes: icu<{ minutes: number }>('A session of less than {minutes} min costs nothing.'),
  step: icu<{ minutes: number }>('Charged by started steps of {minutes} min.'),
  peakNow: icu<{ percent: number }>('It is a peak hour: an hour costs {percent} % of that now.'),
  peak: icu<{ percent: number; hours: string }>('In peak hours ({hours}) an hour costs {percent} % of that.'),
  mostPerSession: icu<{ amount: string }>('Never more than {amount} per session.'),
  mostPerDay: icu<{ amount: string }>('Never more than {amount} per day on these machines.'),
  mostPerMonth: icu<{ amount: string }>('Never more than {amount} per month on these machines.'),
  units: { g: 'g', ml: 'ml', piece: 'piece' } as Readonly<Record<string, string>>,
  perUnit: icu<{ name: string; amount: string; unit: string }>('{name}: {amount} per {unit}.'),
  perKwh: icu<{ amount: string }>('{amount} per kilowatt-hour, where it is measured.'),
  whens: {
    loaded: 'while you hold it',
    powered: 'while it is on',
    working: 'while it moves',
    operating: 'while it runs',
    laserOn: 'of the laser beam',
    spindleOn: 'of the spindle',
  } as Readonly<Record<string, string>>,
  days: { mo: 'Mon', tu: 'Tue', we: 'Wed', th: 'Thu', fr: 'Fri', sa: 'Sat', su: 'Sun' } as Readonly<
    Record<string, string>
  >,
  /** Parts of an amount on the statement; times and amounts are written out already. */
  part: {
    time: icu<{ time: string; when: string; amount: string }>('{time} {when}: {amount}'),
    peakTime: icu<{ time: string; when: string; percent: number; amount: string }>(
      '{time} {when} at {percent} %: {amount}',
    ),
    material: icu<{ amount: string; minor: string }>('{amount}: {minor}'),
    correction: icu<{ amount: string }>('by hand: {amount}'),
    energy: icu<{ kwh: string; amount: string }>('{kwh} kWh: {amount}'),
    start: icu<{ amount: string }>('start: {amount}'),
    minimum: icu<{ amount: string }>('up to the minimum: {amount}'),
    'cap-session': icu<{ amount: string }>('beyond the most of a session: {amount}'),
    'cap-day': icu<{ amount: string }>('beyond the most of a day: {amount}'),
    'cap-month': icu<{ amount: string }>('beyond the most of a month: {amount}'),
    ceiling: icu<{ amount: string }>('beyond your ceiling: {amount}'),
    credit: icu<{ amount: string }>('taken off after a dispute: {amount}'),
  },
};
