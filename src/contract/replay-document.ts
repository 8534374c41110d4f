// A policy as it is handed in for a replay: the document of the domain, with the bounds of each number. Every key may be left
// out and then has its documented default.

import { type Static, Type } from 'typebox';

type Range = readonly [minimum: number, maximum: number];

const whole = (unit: string, [minimum, maximum]: Range) =>
  Type.Integer({ minimum, maximum, description: `a whole number of ${unit} from ${minimum} to ${maximum}` });
const orLeftOut = (unit: string, range: Range) => Type.Optional(whole(unit, range));

const closed = { additionalProperties: false } as const;
const idPattern = '^[a-z0-9-]{1,64}$';

const time = (hours: string) => Type.String({ pattern: `^${hours}$`, description: 'a time such as 17:00' });
const Days = Type.Enum(['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']);
const Span = Type.Object(
  {
    days: Type.Array(Days, { minItems: 1, maxItems: 7 }),
    from: time('([01]\\d|2[0-3]):[0-5]\\d'),
    to: time('(([01]\\d|2[0-3]):[0-5]\\d|24:00)'),
  },
  closed,
);

const Bookings = Type.Object(
  {
    horizonDays: orLeftOut('days', [1, 366]),
    leastMinutes: orLeftOut('minutes', [5, 1440]),
    mostMinutes: orLeftOut('minutes', [5, 10_080]),
    futureMinutes: orLeftOut('minutes', [5, 100_000]),
    perPeakDay: orLeftOut('bookings', [0, 100]),
    freeAtPeak: orLeftOut('machines', [0, 500]),
    noShowMinutes: orLeftOut('minutes', [1, 1440]),
    lateHours: orLeftOut('hours', [0, 720]),
    draft: Type.Optional(Type.Object({ day: Days, at: time('([01]\\d|2[0-3]):[0-5]\\d') }, closed)),
  },
  closed,
);

const Pool = Type.Object(
  {
    minutes: orLeftOut('minutes', [5, 1440]),
    renewMinutes: orLeftOut('minutes', [1, 1440]),
    claimMinutes: orLeftOut('minutes', [1, 1440]),
    turnoverMinutes: orLeftOut('minutes', [0, 1440]),
    halfLifeDays: orLeftOut('days', [1, 366]),
    peak: Type.Optional(Type.Array(Span, { maxItems: 50 })),
    peakMinutes: orLeftOut('minutes', [5, 10_080]),
    longMinutes: orLeftOut('minutes', [5, 10_080]),
    overtakePercent: orLeftOut('per cent', [0, 1000]),
    overtakeLeastMinutes: orLeftOut('minutes', [0, 10_080]),
    overtakeMostMinutes: orLeftOut('minutes', [0, 10_080]),
    idlePercent: orLeftOut('per cent', [0, 100]),
    overrunPercent: orLeftOut('per cent', [0, 1000]),
    overrunMinutes: orLeftOut('minutes', [1, 1440]),
    short: Type.Optional(
      Type.Object(
        {
          machines: Type.Array(Type.String({ pattern: idPattern }), { maxItems: 500 }),
          minutes: whole('minutes', [1, 1440]),
        },
        closed,
      ),
    ),
    awayMinutes: orLeftOut('minutes', [0, 10_080]),
    bookings: Type.Optional(Bookings),
  },
  closed,
);

export type ReplayDocument = Static<typeof ReplayDocument>;
export const ReplayDocument = Type.Object(
  {
    pools: Type.Record(Type.String({ pattern: idPattern }), Pool, { ...closed, maxProperties: 500 }),
    weights: Type.Optional(
      Type.Record(Type.String({ pattern: idPattern }), whole('per cent', [1, 10_000]), {
        ...closed,
        maxProperties: 1000,
      }),
    ),
    care: Type.Optional(
      Type.Object(
        {
          days: whole('days', [1, 366]),
          hours: whole('hours', [1, 1000]),
          mostPercent: whole('per cent', [100, 1000]),
        },
        closed,
      ),
    ),
    votes: Type.Optional(
      Type.Object(
        {
          quorumPercent: whole('per cent', [0, 100]),
          majorityPercent: whole('per cent', [0, 100]),
          secret: Type.Boolean(),
          openDays: whole('days', [1, 366]),
          noticeDays: whole('days', [0, 366]),
        },
        closed,
      ),
    ),
  },
  closed,
);
