// Whether what came over HTTP is the bookings of a pool. A file of its own, because checking costs an import that only the
// command needs.

import { Check } from 'typebox/value';
import { PoolBookings } from './bookings.ts';

export const isPoolBookings = (said: unknown): said is PoolBookings => Check(PoolBookings, said);
