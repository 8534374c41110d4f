// How a space decides to share its machines, as a document on the wire and in a file: each value with its limits, all
// whole numbers, and nothing that is not named here.

import { type Static, Type } from 'typebox';

type Range = readonly [least: number, most: number];

const whole = (unit: string, [minimum, maximum]: Range) =>
  Type.Integer({ minimum, maximum, description: `a whole number of ${unit} from ${minimum} to ${maximum}` });

const maybe = (unit: string, range: Range) => Type.Optional(whole(unit, range));

const closed = { additionalProperties: false } as const;

const idPattern = '^[a-z0-9-]{1,64}$';
const id = Type.String({ pattern: idPattern, description: 'an id: a-z, 0-9 and -, at most 64' });
const weekday = Type.Enum(['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'], {
  description: 'one of mo, tu, we, th, fr, sa, su',
});

const span = Type.Object(
  {
    days: Type.Array(weekday, { minItems: 1, maxItems: 7, description: 'On which it begins.' }),
    from: Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description: '00:00 to 23:59.' }),
    to: Type.String({
      pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$',
      description: '00:00 to 24:00; at or before `from` it is of the next day.',
    }),
  },
  closed,
);

/** The plain figures of a pool. */
export const poolFigures = {
  minutes: maybe('minutes', [15, 480]),
  renewMinutes: maybe('minutes', [5, 240]),
  claimMinutes: maybe('minutes', [1, 60]),
  turnoverMinutes: maybe('minutes', [0, 60]),
  halfLifeDays: maybe('days', [1, 90]),
  peakMinutes: maybe('minutes', [15, 1440]),
  longMinutes: maybe('minutes', [15, 1440]),
  overtakePercent: maybe('per cent', [0, 1000]),
  overtakeLeastMinutes: maybe('minutes', [0, 1440]),
  overtakeMostMinutes: maybe('minutes', [0, 1440]),
  idlePercent: maybe('per cent', [0, 100]),
  overrunPercent: maybe('per cent', [0, 1000]),
  overrunMinutes: maybe('minutes', [1, 240]),
  awayMinutes: maybe('minutes', [0, 1440]),
};

export const shortFields = {
  machines: Type.Array(id, {
    minItems: 1,
    maxItems: 100,
    description: 'a list of machines of the pool, for instance [laser-2]',
  }),
  minutes: whole('minutes', [5, 480]),
};

/** The plain figures of its bookings. */
export const bookingFigures = {
  horizonDays: maybe('days', [1, 90]),
  leastMinutes: maybe('minutes', [5, 1440]),
  mostMinutes: maybe('minutes', [5, 1440]),
  futureMinutes: maybe('minutes', [5, 20_160]),
  perPeakDay: maybe('bookings', [0, 24]),
  freeAtPeak: maybe('machines', [0, 100]),
  noShowMinutes: maybe('minutes', [1, 240]),
  lateHours: maybe('hours', [0, 168]),
};

export const draftFields = {
  day: weekday,
  at: Type.String({
    pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
    description: 'a time such as "18:00", in quotes',
  }),
};

export const careFields = {
  days: whole('days', [1, 90]),
  hours: whole('hours', [1, 500]),
  mostPercent: whole('per cent', [100, 200]),
};

export const voteFields = {
  quorumPercent: whole('per cent', [0, 100]),
  majorityPercent: whole('per cent', [50, 99]),
  secret: Type.Boolean({ description: 'true or false' }),
  openDays: whole('days', [1, 60]),
  noticeDays: whole('days', [0, 90]),
};

export const teamWeight = whole('per cent', [1, 1000]);

const pool = Type.Object(
  {
    ...poolFigures,
    peak: Type.Optional(Type.Array(span, { minItems: 1, maxItems: 50 })),
    short: Type.Optional(Type.Object(shortFields, closed)),
    bookings: Type.Optional(
      Type.Object({ ...bookingFigures, draft: Type.Optional(Type.Object(draftFields, closed)) }, closed),
    ),
  },
  closed,
);

/** What one pair says of another stands in `config/check-policy.ts`: a schema cannot. */
export const policySchema = Type.Object(
  {
    pools: Type.Record(Type.String({ pattern: idPattern }), pool, { ...closed, maxProperties: 500 }),
    weights: Type.Optional(
      Type.Record(Type.String({ pattern: idPattern }), teamWeight, { ...closed, maxProperties: 500 }),
    ),
    care: Type.Optional(Type.Object(careFields, closed)),
    votes: Type.Optional(Type.Object(voteFields, closed)),
  },
  { ...closed, description: 'How a space shares its machines; what is left out has its documented default.' },
);

type Deep<T> = T extends object ? { readonly [Name in keyof T]: Deep<T[Name]> } : T;

export type PolicySent = Static<typeof policySchema>;

/** As it is told: nobody changes it on the way. */
export type PolicyRead = Deep<PolicySent>;
