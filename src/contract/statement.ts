// Shapes of the month's statement: one line for each use, with what its amount is made of and what paid it.

import { type Static, Type } from 'typebox';
import { deskLine, NamedMaterial } from './desk-line.ts';
import { paidLine } from './paid-line.ts';
import { usageReasons, withdrawalReasons } from './usage-words.ts';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

export type StatementLine = Static<typeof StatementLine>;
export const StatementLine = Type.Object({
  session: Type.String(),
  machine: Type.String(),
  machineName: Type.String(),
  pool: Type.String(),
  from: Type.String(),
  to: Type.String(),
  clock: Type.String({ description: 'The clock that the tariff counts.' }),
  billedMs: Type.Integer(),
  gapMs: Type.Integer({ description: 'Time in which we could not see the machine; not billed.' }),
  energy: Nullable(
    Type.Object(
      {
        mwh: Nullable(
          Type.Integer({
            minimum: 0,
            description:
              'Milliwatt-hours; at least so many where a part was not measured, null where all was not.',
          }),
        ),
        how: Type.Enum(['metered', 'estimated', 'partly', 'unmeasured']),
        unmeasuredMs: Type.Integer({ minimum: 0, description: 'Time in which the meter told nothing.' }),
      },
      { description: 'What it drew, as a fact without a price; null where the switch has no meter.' },
    ),
  ),
  perHourMinor: Nullable(
    Type.String({ description: 'Null when no tariff applied; the line then costs nothing.' }),
  ),
  costCode: Nullable(
    Type.String({ description: 'What it is charged to; a change in a session splits its line.' }),
  ),
  tariff: Nullable(Type.String({ description: 'Hash of the tariff that rated it; null without one.' })),
  components: Type.Array(
    Type.Object({
      what: Type.String({
        description:
          'time, energy, material, start, minimum; correction, by hand; taken off: cap-session, cap-day, cap-month, ceiling, credit.',
      }),
      clock: Nullable(Type.String()),
      quantity: Nullable(Type.Integer({ description: 'Exact, in `unit`; null for a mere amount.' })),
      unit: Nullable(
        Type.Enum(['ms', 'mwh', 'thousandth'], { description: 'thousandth: of the unit of the material.' }),
      ),
      rate: Nullable(Type.String({ description: 'Minor units per hour, per kilowatt-hour, or per unit.' })),
      percent: Type.Integer({ description: 'Of the price of an hour; 100 outside the peak.' }),
      material: Type.Optional(NamedMaterial),
      minor: Type.String(),
    }),
    { description: 'What the amount is made of: they add up to it.' },
  ),
  minor: Type.String({ description: 'Whole minor units of the currency.' }),
  entered: Nullable(
    Type.Object(
      {
        by: Type.String({ description: 'A name; `console` or `admin-token` where that was no member.' }),
        at: Type.String(),
        why: Type.Enum([...usageReasons, 'material']),
        note: Nullable(Type.String()),
      },
      { description: 'Set where a person wrote the use down because no reader could.' },
    ),
  ),
  ...deskLine,
  ...paidLine,
  trainer: Type.Optional(
    Type.String({
      description: 'Key of the member who taught in this session; only for those with `members:read`.',
    }),
  ),
  withdrawn: Nullable(
    Type.Object(
      { by: Type.String(), at: Type.String(), why: Type.Enum([...withdrawalReasons]) },
      { description: 'Set on the line that takes an entered use back: the two add up to nothing.' },
    ),
  ),
});

export type Statement = Static<typeof Statement>;
export const Statement = Type.Object(
  {
    space: Type.String(),
    month: Type.String({ description: 'yyyy-mm in the time zone of the space.' }),
    currency: Type.String(),
    digits: Type.Integer({ description: 'Decimals of the currency.' }),
    accounts: Type.Array(
      Type.Object({
        member: Type.String(),
        name: Type.String(),
        team: Nullable(Type.String()),
        lines: Type.Array(StatementLine),
        minor: Type.String(),
      }),
    ),
    minor: Type.String(),
    openSessions: Type.Integer({
      description: 'Sessions still running; they stand on the statement of the month they end in.',
    }),
  },
  { $id: 'Statement' },
);
