// What a policy says of the bookings of a pool, as sentences with their values, defaults included.

import type { BookingPolicy } from './policy-document.ts';
import type { Said } from './policy-sentences.ts';
import { days, hours, minutes } from './quantity.ts';
import { usualBookings } from './usual-bookings.ts';

export function bookingSentences(bookings: BookingPolicy | undefined): readonly Said[] {
  if (!bookings) return [['policy-bookings-none']];
  const given = { ...usualBookings, ...bookings };
  const { draft } = bookings;
  return [
    [
      'policy-bookings',
      {
        horizon: days(given.horizonDays),
        least: minutes(given.leastMinutes),
        most: minutes(given.mostMinutes),
      },
    ],
    ['policy-bookings-future', { length: minutes(given.futureMinutes) }],
    ['policy-bookings-peak', { count: given.perPeakDay, free: given.freeAtPeak }],
    ['policy-bookings-away', { length: minutes(given.noShowMinutes) }],
    given.lateHours === 0
      ? ['policy-bookings-any-time']
      : ['policy-bookings-late', { length: hours(given.lateHours) }],
    draft ? ['policy-bookings-draft', { days: draft.day, at: draft.at }] : ['policy-bookings-first'],
  ];
}
