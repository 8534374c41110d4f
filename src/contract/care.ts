// Hour meters, parts, problems and the care log of a machine, as they go over HTTP.

import { type Static, type TSchema, Type } from 'typebox';
import { careDeeds, careTextLimit, mostMinutes, problemClosings, problemSeverities } from './care-words.ts';

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

const text = Type.String({
  maxLength: 2 * careTextLimit,
  description: `At most ${careTextLimit} characters. It can be erased; the journal holds a digest.`,
});
const minutes = Type.Integer({ minimum: 0, maximum: mostMinutes, description: 'Of work.' });

export type ProblemReport = Static<typeof ProblemReport>;
export const ProblemReport = Type.Object(
  {
    severity: Type.Enum([...problemSeverities], {
      description:
        '`note` tells, `flag` marks the machine on the board, `lock` lets nobody begin until a steward has answered.',
    }),
    text,
  },
  { $id: 'ProblemReport', additionalProperties: false },
);

export const ProblemMade = Type.Object({ problem: Type.String() }, { $id: 'ProblemMade' });

export type ProblemAnswer = Static<typeof ProblemAnswer>;
export const ProblemAnswer = Type.Object(
  { what: Type.Enum([...problemClosings]), minutes },
  { $id: 'ProblemAnswer', additionalProperties: false },
);

export type CareReport = Static<typeof CareReport>;
export const CareReport = Type.Object(
  {
    kind: Type.Enum([...careDeeds], {
      description: '`cleaned` and `checked` by any member; the others need `care:write`.',
    }),
    minutes,
    part: Nullable(Type.String({ pattern: '^[a-z0-9-]{1,64}$', description: 'Null: the whole machine.' })),
    note: Nullable(text),
  },
  { $id: 'CareReport', additionalProperties: false },
);

const Hours = Type.Object({
  loadedMs: Type.Integer(),
  workingMs: Type.Integer(),
  operatingMs: Type.Integer(),
  laserOnMs: Type.Optional(
    Type.Integer({ description: 'As its readings tell it, in sessions; left out until it has.' }),
  ),
  spindleOnMs: Type.Optional(Type.Integer()),
  jobs: Type.Integer(),
});

const Who = Nullable(
  Type.String({ description: 'A name, `console` or `admin-token`; null for a name that may not be seen.' }),
);

const left = (what: string) =>
  Nullable(Type.Integer({ description: `${what}; below zero when it is over.` }));

const CarePart = Type.Object(
  {
    part: Type.String(),
    name: Type.String(),
    clock: Type.Enum(['loaded', 'working', 'operating', 'laserOn', 'spindleOn']),
    hours: Hours,
    replaced: Nullable(Type.String({ description: 'RFC 3339; null when it never was.' })),
    serviced: Nullable(Type.String()),
    service: Nullable(
      Type.Object({
        due: Type.Enum(['fine', 'soon', 'over', 'unknown'], {
          description:
            '`unknown`: it goes by days and the clock of the gateway is not set, or by hours that were never told.',
        }),
        leftMs: left('Milliseconds of its clock'),
        leftJobs: left('Jobs'),
        leftDays: left('Days'),
        used: Type.Number({ description: 'How much of the interval is used, 0 to 1.' }),
      }),
    ),
  },
  { $id: 'CarePart' },
);

const OpenProblem = Type.Object(
  {
    problem: Type.String(),
    severity: Type.Enum([...problemSeverities]),
    by: Who,
    at: Type.String(),
    text: Nullable(Type.String({ description: 'Null when it was erased, or may not be seen.' })),
  },
  { $id: 'OpenProblem' },
);

const CareLogLine = Type.Object(
  {
    at: Type.String(),
    by: Who,
    kind: Type.Enum([...careDeeds, 'closed']),
    what: Nullable(Type.Enum([...problemClosings], { description: 'How a problem was closed.' })),
    minutes: Nullable(Type.Integer()),
    part: Nullable(Type.String()),
    text: Nullable(Type.String()),
  },
  { $id: 'CareLogLine' },
);

export type CareView = Static<typeof CareView>;
export const CareView = Type.Object(
  {
    machine: Type.String(),
    name: Type.String(),
    hours: Type.Object(Hours.properties, {
      description:
        'Since the machine began; they only grow. A quarter of an hour behind at most in a session.',
    }),
    parts: Type.Array(CarePart, { description: 'Those that need a hand first.' }),
    problems: Type.Array(OpenProblem, { description: 'The most pressing first.' }),
    log: Type.Array(CareLogLine, { description: 'The newest hundred, newest first.' }),
  },
  { $id: 'CareView' },
);
