// Signing in, members and the demo's badges, as they go over HTTP.

import { type Static, Type } from 'typebox';
import { KeptParts } from './kept-parts.ts';

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
  'team-invoices:read',
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
    roles: Type.Array(Type.Enum(['member', 'steward', 'trainer', 'treasurer', 'team-lead', 'admin']), {
      maxItems: 6,
    }),
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
