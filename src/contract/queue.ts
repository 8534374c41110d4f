// The queue of a pool as pages are told of it: how many wait, never who; and one's own place with the reasons for it.
// Times are RFC 3339 in UTC.

import { type Static, Type } from 'typebox';

const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S, description: string) =>
  Type.Union([schema, Type.Null()], { description });

const Ticket = Type.Object({
  phase: Type.Enum(['queued', 'callable', 'called', 'running', 'away', 'parked'], {
    description:
      '`callable` waits; `called`: a machine is kept for it; `parked`: nobody came when it was called, a tap brings it back.',
  }),
  machine: orNull(Type.String(), 'That one is called to, or holds.'),
  until: orNull(Type.String(), 'Until when the call stands, or the turn lasts.'),
  place: orNull(Type.Integer(), 'From 1, in the line as it would be called now.'),
  latestStart: orNull(Type.String(), 'The promise: called by then at the latest; null where there is none.'),
  likelyStart: orNull(Type.String(), 'An estimate.'),
  ahead: Type.Array(
    Type.Object({
      code: Type.Enum([
        ...(['branch-less-used', 'member-less-used', 'earlier-ticket'] as const),
        ...(['earlier-and-budget-spent', 'fits-budget'] as const),
      ]),
      count: Type.Integer(),
    }),
    { description: 'How many stand before it for which reason, in the order of the line.' },
  ),
  weight: Type.Optional(
    Type.Object(
      { percent: Type.Integer(), careMinutes: Type.Integer() },
      { description: 'Left out where no care raises it: per cent of the usual, and the care that counts.' },
    ),
  ),
  shorter: orNull(
    Type.Object({ minutes: Type.Integer(), effect: Type.Enum(['starts-now', 'is-next']) }),
    'The longest turn with which it would go on sooner; null where a shorter one would not help.',
  ),
});

export type QueueView = Static<typeof QueueView>;
export const QueueView = Type.Object(
  {
    pool: Type.String(),
    waiting: Type.Integer(),
    latestStart: orNull(Type.String(), 'Everybody who waits now is called by then.'),
    mine: orNull(Ticket, 'My own ticket.'),
  },
  { $id: 'QueueView' },
);
