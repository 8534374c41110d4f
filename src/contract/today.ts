// What waits for the people at the desk, as one list over HTTP: each row names what it is about, and the page knows its action.

import { type Static, type TSchema, Type } from 'typebox';

const Nullable = <T extends TSchema>(schema: T, description?: string) =>
  Type.Union([schema, Type.Null()], description === undefined ? {} : { description });

/** The most pressing first. */
export const todayKinds = [
  'problem-open',
  'device-silent',
  'dispute-open',
  'newcomer-waits',
  'service-due',
  'certificate-ends',
  'membership-ends',
  'month-open',
  'invoice-due',
] as const;

export type TodayRow = Static<typeof TodayRow>;
export const TodayRow = Type.Object(
  {
    kind: Type.Enum([...todayKinds]),
    id: Type.String({
      description: 'Of what it is about: a device, a dispute, a member, a month, an invoice.',
    }),
    name: Type.String(),
    machine: Nullable(Type.String()),
    detail: Nullable(
      Type.String(),
      'A second name: of the certificate, the part, the number of the invoice.',
    ),
    at: Nullable(Type.String(), 'Since when, or until when: RFC 3339, a day or a month.'),
    over: Type.Boolean({ description: 'Whether its time has passed.' }),
    count: Type.Integer({ description: 'Of how many things it tells; 1 for a single one.' }),
  },
  { $id: 'TodayRow' },
);

export type TodayView = Static<typeof TodayView>;
export const TodayView = Type.Object(
  {
    rows: Type.Array(TodayRow),
    more: Type.Integer({ description: 'Rows beyond those that are listed: at most 50 of a kind.' }),
  },
  { $id: 'TodayView' },
);

export type CareListRow = Static<typeof CareListRow>;
export const CareListRow = Type.Object(
  {
    machine: Type.String(),
    name: Type.String(),
    pool: Type.String(),
    due: Type.Enum(['over', 'soon', 'unknown', 'fine', 'none'], {
      description: 'Of the part that needs it most.',
    }),
    part: Nullable(Type.Object({ id: Type.String(), name: Type.String() })),
    leftMs: Nullable(Type.Integer()),
    leftJobs: Nullable(Type.Integer()),
    leftDays: Nullable(Type.Integer()),
    problems: Type.Integer({ description: 'That stand open.' }),
    worst: Nullable(Type.Enum(['note', 'flag', 'lock'])),
    caredBy: Nullable(
      Type.String(),
      'Who did the last thing for it; null for nobody, or a name not to be seen.',
    ),
    caredAt: Nullable(Type.String()),
  },
  { $id: 'CareListRow' },
);
