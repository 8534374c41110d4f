// Bookings as pages and scripts see and make them. Whose they are is told to their member and to staff; everybody else
// sees that a machine is booked. Times are RFC 3339 in UTC; beginnings and ends stand on whole five minutes.

import { type Static, Type } from 'typebox';
import { Id } from './requests.ts';

const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S, description: string) =>
  Type.Union([schema, Type.Null()], { description });

const instant = (description: string) =>
  Type.String({ maxLength: 40, description: `${description}, RFC 3339.` });

export type BookingView = Static<typeof BookingView>;
export const BookingView = Type.Object(
  {
    booking: Type.String(),
    pool: Type.String(),
    machine: Type.String(),
    from: Type.String(),
    to: Type.String(),
    phase: Type.Enum(['booked', 'used'], { description: '`used`: its session has begun.' }),
    mine: Type.Boolean(),
    member: orNull(Type.String(), 'Name, to staff and of those who chose to be shown.'),
    offered: Type.Enum(['no', 'by-me', 'to-me']),
    latestCancel: orNull(Type.String(), 'Cancelled by then it costs nothing; null for those of others.'),
    drawn: orNull(
      Type.Object({ round: Type.Integer(), place: Type.Integer(), rank: Type.Integer() }),
      'How the draft came to it: the round, the place in it, and which of the wishes; all from 1.',
    ),
  },
  { $id: 'BookingView' },
);

export type WishView = Static<typeof WishView>;
export const WishView = Type.Object(
  {
    wish: Type.String(),
    pool: Type.String(),
    machine: orNull(Type.String(), 'Null: any machine of the pool.'),
    from: Type.String(),
    to: Type.String(),
    rank: Type.Integer({ description: 'From 1, the best first.' }),
    drawnAt: Type.String(),
  },
  { $id: 'WishView' },
);

export type PoolBookings = Static<typeof PoolBookings>;
export const PoolBookings = Type.Object(
  {
    pool: Type.String(),
    machines: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
    leastMinutes: Type.Integer(),
    mostMinutes: Type.Integer(),
    horizonDays: Type.Integer(),
    lateHours: Type.Integer({ description: 'Cancelled later than so long before its beginning it costs.' }),
    draft: orNull(
      Type.Object({ week: Type.String(), drawnAt: Type.String() }),
      'The next week, by its Monday, for which wishes are collected; null where who books first has it.',
    ),
    bookings: Type.Array(BookingView),
    wishes: Type.Array(WishView, { description: 'My own.' }),
  },
  { $id: 'PoolBookings' },
);

export type FreeStarts = Static<typeof FreeStarts>;
export const FreeStarts = Type.Object(
  {
    minutes: Type.Integer(),
    starts: Type.Array(Type.Object({ machine: Type.String(), from: Type.String() })),
  },
  { $id: 'FreeStarts' },
);

export type OwnBookings = Static<typeof OwnBookings>;
export const OwnBookings = Type.Object(
  {
    bookings: Type.Array(BookingView, { description: 'Mine, and those that are offered to me.' }),
    wishes: Type.Array(WishView),
    pools: Type.Array(Type.String(), { description: 'That can be booked.' }),
    calendar: Type.Boolean({ description: 'Whether a calendar address of mine is in use.' }),
  },
  { $id: 'OwnBookings' },
);

const stretch = {
  machine: Type.Union([Id, Type.Null()], { description: 'Null: any machine of the pool that is free then.' }),
  from: instant('When it begins'),
  to: instant('When it ends'),
};

export type BookingRequest = Static<typeof BookingRequest>;
export const BookingRequest = Type.Object(
  {
    pool: Id,
    ...stretch,
    for: Type.Optional(
      Type.String({ minLength: 1, maxLength: 64, description: 'Handle of another member; staff only.' }),
    ),
  },
  { $id: 'BookingRequest', additionalProperties: false },
);

export type WishRequest = Static<typeof WishRequest>;
export const WishRequest = Type.Object(
  { pool: Id, ...stretch },
  { $id: 'WishRequest', additionalProperties: false },
);

export type BookingChange = Static<typeof BookingChange>;
export const BookingChange = Type.Object(
  { ...stretch, machine: Type.Union([Id, Type.Null()], { description: 'Null: where it is.' }) },
  { $id: 'BookingChange', additionalProperties: false },
);

export type BookingGift = Static<typeof BookingGift>;
export const BookingGift = Type.Object(
  {
    to: Type.Union([Type.String({ minLength: 1, maxLength: 64 }), Type.Null()], {
      description: 'Handle of the member who may then accept it; null takes the offer back.',
    }),
  },
  { $id: 'BookingGift', additionalProperties: false },
);

export type BookingDone = Static<typeof BookingDone>;
export const BookingDone = Type.Object(
  { id: Type.String({ description: 'Of the booking, or of the wish.' }) },
  { $id: 'BookingDone' },
);

export type CalendarAddress = Static<typeof CalendarAddress>;
export const CalendarAddress = Type.Object(
  { path: Type.String({ description: 'Shown this once; whoever knows it sees my bookings.' }) },
  { $id: 'CalendarAddress' },
);
