// Signing in, members, statements and the demo's badges, as they go over HTTP.

import { type Static, Type } from 'typebox';
import { deskLine, NamedMaterial } from './desk-line.ts';
import { KeptParts } from './kept-parts.ts';
import { usageReasons, withdrawalReasons } from './usage-words.ts';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

export type SignIn = Static<typeof SignIn>;
export const SignIn = Type.Object(
  {
    handle: Type.String({ minLength: 1, maxLength: 64 }),
    password: Type.String({ minLength: 1, maxLength: 200 }),
  },
  { $id: 'SignIn', additionalProperties: false },
);

/** What a role or token may do; roles are expanded by the one table in `api/scopes.ts`. */
export const scopes = [
  'board:read',
  'self:read',
  'self:write',
  'sessions:end',
  'members:read',
  'members:write',
  'statements:read',
  'tokens:write',
  'usage:write',
  'charges:write',
  'devices:read',
  'alarms:answer',
  'devices:write',
  'care:write',
  'machines:lock',
  'machines:write',
  'ledger:read',
  'payments:write',
  'proposals:write',
  'books:write',
  'disputes:settle',
  'setup:read',
  'journal:read',
  'certificates:write',
  'kiosk',
] as const;
export type Scope = (typeof scopes)[number];

export type Self = Static<typeof Self>;
export const Self = Type.Object(
  {
    member: Nullable(Type.String()),
    name: Type.String(),
    roles: Type.Array(Type.String()),
    scopes: Type.Array(Type.Enum(scopes)),
    shown: Type.Boolean({ description: 'Chose to be shown by name on the board.' }),
    demo: Type.Boolean(),
    how: Type.Optional(
      Type.Enum(['password', 'passkey', 'provider'], { description: 'Of a sign-in; a token has none.' }),
    ),
  },
  { $id: 'Self' },
);

const CertificateLevel = Type.Optional(
  Type.Enum(['assist', 'operate', 'maintain', 'teach'], { description: 'Left out: operate.' }),
);

const dayPattern = '^\\d{4}-\\d{2}-\\d{2}$';
const day = (description: string) =>
  Type.Optional(Nullable(Type.String({ pattern: dayPattern, description })));

/** In a list, null takes it away and what is left out stays as it is. */
const membership = {
  plan: Type.Optional(
    Nullable(Type.String({ pattern: '^[a-z0-9-]{1,64}$', description: 'The plan, whose hours hold.' })),
  ),
  from: day('First local day of the membership.'),
  until: day('Last local day; a day pass has one day.'),
};

export type Member = Static<typeof Member>;
export const Member = Type.Object(
  {
    member: Type.String({ description: 'Opaque key.' }),
    handle: Type.String(),
    name: Type.String(),
    email: Nullable(Type.String()),
    team: Nullable(Type.String()),
    status: Type.Enum(['active', 'suspended']),
    roles: Type.Array(Type.String()),
    certificates: Type.Array(
      Type.Object({
        certificate: Type.String(),
        name: Type.String({ description: 'As the workshop calls it; its id where it has no name.' }),
        until: Nullable(Type.String()),
        level: CertificateLevel,
        earned: Type.Optional(Type.Boolean({ description: 'In supervised sessions; no list names it.' })),
      }),
    ),
    ...membership,
    badges: Type.Array(Type.Object({ badge: Type.String(), tail: Type.String() })),
    shown: Type.Boolean(),
  },
  { $id: 'Member' },
);

/** One row of the import file, already split; the whole list is taken or none of it. */
export type MemberRow = Static<typeof MemberRow>;
export const MemberRow = Type.Object(
  {
    member: Type.String({ pattern: '^[a-z0-9-]{1,64}$', description: 'Handle.' }),
    name: Type.String({ minLength: 1, maxLength: 120 }),
    email: Nullable(Type.String({ maxLength: 254 })),
    team: Nullable(Type.String({ pattern: '^[a-z0-9-]{1,64}$' })),
    badges: Type.Array(Type.String({ maxLength: 64 }), { maxItems: 8 }),
    certificates: Type.Array(
      Type.Object({
        certificate: Type.String({ pattern: '^[a-z0-9-]{1,64}$' }),
        until: Nullable(Type.String({ pattern: dayPattern })),
        level: CertificateLevel,
      }),
      { maxItems: 64 },
    ),
    ...membership,
    roles: Type.Array(Type.Enum(['member', 'steward', 'trainer', 'treasurer', 'admin']), { maxItems: 5 }),
  },
  { $id: 'MemberRow', additionalProperties: false },
);

export type ImportReport = Static<typeof ImportReport>;
export const ImportReport = Type.Object(
  {
    added: Type.Integer(),
    changed: Type.Integer(),
    unchanged: Type.Integer(),
    dryRun: Type.Boolean(),
    warnings: Type.Array(Type.Object({ row: Type.Integer(), code: Type.String(), text: Type.String() }), {
      description: 'What was left away: `badge-lost` for a badge that was reported lost. Rows count from 0.',
    }),
  },
  { $id: 'ImportReport' },
);

export type EraseReport = Static<typeof EraseReport>;
export const EraseReport = Type.Object(
  {
    member: Type.String({ description: 'Opaque key; all that is left.' }),
    dryRun: Type.Boolean(),
    goes: Type.Object(
      {
        handle: Type.String(),
        name: Type.String(),
        email: Type.Boolean(),
        password: Type.Boolean(),
        badges: Type.Integer(),
      },
      { description: 'What is there and goes for ever; tokens and sign-ins go too.' },
    ),
    stays: Type.Array(Type.Enum(['sessions', 'statements', 'taps']), {
      description: 'What stays under the key alone, so that bills and the journal hold.',
    }),
    keeps: Type.Optional(KeptParts),
  },
  { $id: 'EraseReport' },
);

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

export type DemoBadge = Static<typeof DemoBadge>;
export const DemoBadge = Type.Object(
  {
    badge: Type.String({ description: 'What the simulated reader will send.' }),
    name: Type.String(),
    note: Type.String({ description: 'What is special about this member, in a few words.' }),
  },
  { $id: 'DemoBadge' },
);

/** Errors, RFC 9457. */
export type Problem = Static<typeof Problem>;
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    detail: Type.Optional(Type.String({ description: 'What to do next.' })),
    about: Type.Optional(
      Type.String({ description: 'What was refused or stands in the way: ids and times, in no language.' }),
    ),
    field: Type.Optional(Type.String({ description: 'The field that it is about.' })),
    readings: Type.Optional(
      Type.Array(Type.String(), { description: 'What may have been meant, RFC 3339 with the offset.' }),
    ),
  },
  { $id: 'Problem' },
);
