// What holds of the bookings of a pool where the document leaves a figure out.

import type { BookingPolicy } from './policy-document.ts';

export const usualBookings = {
  horizonDays: 14,
  leastMinutes: 30,
  mostMinutes: 240,
  futureMinutes: 480,
  perPeakDay: 1,
  freeAtPeak: 1,
  noShowMinutes: 15,
  lateHours: 12,
} as const satisfies BookingPolicy;
