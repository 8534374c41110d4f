// The queue of a pool as pages are told of it: who stands in line, by name only who chose to be shown; and one's own place
// with the reasons for it. Times are RFC 3339 in UTC.

import { type Static, Type } from 'typebox';

const orNull = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S, description: string) =>
  Type.Union([schema, Type.Null()], { description });

const waits = ['queued', 'callable', 'called', 'away', 'parked'] as const;

const Use = Type.Object({
  usedS: Type.Integer({ description: 'Use as it counts today, seconds; older use counts less.' }),
  weight: Type.Integer({
    description: 'What is compared is the use per weight, which is its members for a team.',
  }),
  since: Type.String({
    description: 'When the first of them came to wait: who came earlier goes first at a tie.',
  }),
  heaviest: Type.Array(Type.Object({ day: Type.String(), countsS: Type.Integer() }), {
    description: 'The turns that weigh most, heaviest first: the local day, and what each counts today.',
  }),
});

export type ReasonView = Static<typeof ReasonView>;
const ReasonView = Type.Object({
  member: orNull(Type.String(), 'Name of who stands before; null for one who is not shown.'),
  code: Type.Enum([
    ...(['branch-less-used', 'member-less-used', 'earlier-ticket'] as const),
    ...(['earlier-and-budget-spent', 'fits-budget'] as const),
  ]),
  uses: orNull(
    Type.Object({ between: Type.Enum(['teams', 'members']), theirs: Use, mine: Use }),
    'The two that were compared, where the branches of both part; null where a budget decides.',
  ),
  budget: orNull(
    Type.Object({ of: orNull(Type.String(), 'Whose.'), leftS: Type.Integer(), takesS: Type.Integer() }),
    'By so much somebody may be overtaken yet, and what my turn would take of it.',
  ),
});

const Ticket = Type.Object({
  phase: Type.Enum([...waits, 'running'] as const, {
    description:
      '`callable` waits; `called`: a machine is kept for it; `away`: went out for a while; `parked`: nobody came when it was called, a tap brings it back.',
  }),
  machine: orNull(Type.String(), 'That one is called to, or holds.'),
  until: orNull(Type.String(), 'Until when the call stands, the turn lasts, or the place is kept.'),
  place: orNull(Type.Integer(), 'From 1, in the line as it would be called now.'),
  latestStart: orNull(Type.String(), 'The promise: called by then at the latest; null where there is none.'),
  likelyStart: orNull(Type.String(), 'An estimate.'),
  minutes: Type.Integer({ description: 'The turn that was asked for.' }),
  ahead: Type.Array(Type.Object({ code: ReasonView.properties.code, count: Type.Integer() }), {
    description: 'How many stand before it for which reason, in the order of the line.',
  }),
  reasons: Type.Array(ReasonView, {
    description: 'One for each of them, in the order of the line; at most twenty.',
  }),
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

const Place = Type.Object({
  member: orNull(Type.String(), 'Name; null for one who is not shown.'),
  mine: Type.Boolean(),
  key: Type.Optional(Type.String({ description: 'Key of the member, for who may take the ticket out.' })),
  phase: Type.Enum([...waits]),
  machine: orNull(Type.String(), 'That one is called to.'),
  until: orNull(Type.String(), 'Until when the call stands, or the place is kept.'),
  latestStart: orNull(Type.String(), 'The promise.'),
});

/** What I want of my ticket: either of the two. */
export const TicketAway = Type.Object(
  { away: Type.Boolean({ description: 'True: I go out for a while. False: I am back.' }) },
  { additionalProperties: false },
);
export const TicketMinutes = Type.Object(
  { minutes: Type.Integer({ minimum: 5, maximum: 1_440, description: 'At most what was asked for.' }) },
  { additionalProperties: false },
);

export type QueueView = Static<typeof QueueView>;
export const QueueView = Type.Object(
  {
    pool: Type.String(),
    waiting: Type.Integer(),
    latestStart: orNull(Type.String(), 'Everybody who waits now is called by then.'),
    line: Type.Array(Place, {
      description: 'Who is called, who waits in the order of the rule, and who is away; at most fifty.',
    }),
    mine: orNull(Ticket, 'My own ticket.'),
  },
  { $id: 'QueueView' },
);
