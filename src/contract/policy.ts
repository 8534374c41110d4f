// The policy document as it goes over HTTP: what members vote on. Every value is bounded and every object closed, so that
// nothing unread is ever adopted.

import { type Static, Type } from 'typebox';

const id = '^[a-z0-9-]{1,64}$';

type Range = readonly [least: number, most: number];

const whole = (description: string, [minimum, maximum]: Range) =>
  Type.Integer({ minimum, maximum, description });
const may = (description: string, range: Range) => Type.Optional(whole(description, range));

const closed = { additionalProperties: false } as const;

const days = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;

const Span = Type.Object(
  {
    days: Type.Array(Type.Enum([...days]), { minItems: 1, maxItems: 7, uniqueItems: true }),
    from: Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' }),
    to: Type.String({ pattern: '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$' }),
  },
  { ...closed, description: 'On the clock of the space; at or before `from` it ends on the next day.' },
);

const Bookings = Type.Object(
  {
    horizonDays: may('How far ahead.', [1, 90]),
    leastMinutes: may('The shortest one.', [5, 480]),
    mostMinutes: may('The longest one.', [15, 1440]),
    futureMinutes: may('Of one member, all that are still to come.', [15, 10_080]),
    perPeakDay: may('Of one member that touch the peak of one day.', [0, 24]),
    freeAtPeak: may('Machines that nobody can book at peak.', [0, 100]),
    noShowMinutes: may('So long after its beginning it is given to the queue.', [1, 240]),
    lateHours: may('Cancelled later than so long before, it counts as used.', [0, 168]),
    draft: Type.Optional(
      Type.Object(
        { day: Type.Enum([...days]), at: Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' }) },
        { ...closed, description: 'When the wishes for the next week are drawn; left out: first come.' },
      ),
    ),
  },
  { ...closed, description: 'Left out: nobody can book.' },
);

const Pool = Type.Object(
  {
    minutes: may('Length of a turn that a tap asks for.', [15, 480]),
    renewMinutes: may('By so much a turn goes on while nobody waits.', [5, 240]),
    claimMinutes: may('From the call until the machine must be claimed.', [1, 60]),
    turnoverMinutes: may('Between two turns while somebody waits.', [0, 60]),
    halfLifeDays: may('After so long, use counts half.', [1, 90]),
    peak: Type.Optional(Type.Array(Span, { maxItems: 50, description: 'Left out: always.' })),
    peakMinutes: may('The longest turn at peak.', [15, 1440]),
    longMinutes: may('The longest turn otherwise.', [15, 1440]),
    overtakePercent: may('How much later tickets may overtake one that waits.', [0, 400]),
    overtakeLeastMinutes: may('At least.', [0, 1440]),
    overtakeMostMinutes: may('At most.', [0, 1440]),
    idlePercent: may('What an hour counts in which nobody waited.', [0, 100]),
    overrunPercent: may('What a minute beyond the end counts on top while somebody waits.', [0, 1000]),
    overrunMinutes: may('How far a turn may go beyond its end without voiding a promise.', [0, 240]),
    short: Type.Optional(
      Type.Object(
        {
          machines: Type.Array(Type.String({ pattern: id }), {
            minItems: 1,
            maxItems: 100,
            uniqueItems: true,
          }),
          minutes: whole('Turns of at most so much.', [5, 480]),
        },
        { ...closed, description: 'Machines that only take short turns.' },
      ),
    ),
    awayMinutes: may('So long somebody who waits may go out.', [0, 240]),
    bookings: Type.Optional(Bookings),
  },
  closed,
);

export const policySchema = Type.Object(
  {
    pools: Type.Record(Type.String({ pattern: id }), Pool, {
      ...closed,
      maxProperties: 100,
      description: 'By id; a pool that is not here has no queue.',
    }),
    weights: Type.Optional(
      Type.Record(Type.String({ pattern: id }), whole('Per cent for each of its members.', [1, 1000]), {
        ...closed,
        maxProperties: 500,
        description: 'By team; left out: 100.',
      }),
    ),
    care: Type.Optional(
      Type.Object(
        {
          days: whole('What counts is not older.', [1, 365]),
          hours: whole('So many give the most.', [1, 1000]),
          mostPercent: whole('Weight of who gave them.', [100, 400]),
        },
        { ...closed, description: 'Left out: care work raises no weight.' },
      ),
    ),
    votes: Type.Optional(
      Type.Object(
        {
          quorumPercent: whole('Of all who can vote, so many must.', [0, 100]),
          majorityPercent: whole('Of the yes and no, more than so many must be a yes.', [50, 99]),
          secret: Type.Boolean({ description: 'Only the count is kept, with a receipt for each ballot.' }),
          openDays: whole('A vote is open for so long.', [1, 90]),
          noticeDays: whole('From the end of the vote until it takes effect, at least.', [0, 90]),
        },
        { ...closed, description: 'Left out: nobody’s vote changes this document any more.' },
      ),
    ),
  },
  { ...closed, $id: 'PolicyDocument' },
);

type Deep<T> = T extends object ? { readonly [Name in keyof T]: Deep<T[Name]> } : T;

/** As it is told: nobody changes it on the way. */
export type PolicyRead = Deep<Static<typeof policySchema>>;
