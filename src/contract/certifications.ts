// Certificates that a person gives or takes back, and roles, as they go over HTTP.

import { type Static, type TSchema, Type } from 'typebox';

const Nullable = <T extends TSchema>(schema: T, description?: string) =>
  Type.Union([schema, Type.Null()], description === undefined ? {} : { description });

const id = Type.String({ pattern: '^[a-z0-9-]{1,64}$' });
const level = Type.Enum(['assist', 'operate', 'maintain', 'teach']);
const members = Type.Array(id, { minItems: 1, maxItems: 200, uniqueItems: true, description: 'Keys.' });
const dryRun = Type.Optional(Type.Boolean({ description: 'Say what would change and write nothing.' }));

export type CertifyRequest = Static<typeof CertifyRequest>;
export const CertifyRequest = Type.Object(
  {
    members,
    certificate: id,
    until: Nullable(
      Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
      'Last local day; null without an end.',
    ),
    level: Type.Optional(level),
    dryRun,
  },
  { $id: 'CertifyRequest', additionalProperties: false },
);

export type CertificateWithdrawal = Static<typeof CertificateWithdrawal>;
export const CertificateWithdrawal = Type.Object(
  { members, certificate: id, dryRun },
  { $id: 'CertificateWithdrawal', additionalProperties: false },
);

const Held = Nullable(Type.Object({ until: Nullable(Type.String()), level }), 'Null: not held.');

export type CertifyReport = Static<typeof CertifyReport>;
export const CertifyReport = Type.Object(
  {
    dryRun: Type.Boolean(),
    changes: Type.Array(
      Type.Object({
        member: Type.String(),
        name: Nullable(Type.String()),
        before: Held,
        after: Held,
        ends: Type.Array(Type.String(), {
          description: 'Machines whose sessions end by it; a running job may finish.',
        }),
      }),
      { description: 'Only members for whom something changes.' },
    ),
  },
  { $id: 'CertifyReport' },
);

export type CertificateList = Static<typeof CertificateList>;
export const CertificateList = Type.Object(
  { certificates: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })) },
  { $id: 'CertificateList' },
);

const role = Type.Enum(['member', 'steward', 'trainer', 'treasurer', 'team-lead', 'admin']);

export type RolesRequest = Static<typeof RolesRequest>;
export const RolesRequest = Type.Object(
  { roles: Type.Array(role, { maxItems: 5, uniqueItems: true }), dryRun },
  { $id: 'RolesRequest', additionalProperties: false },
);

export type RolesReport = Static<typeof RolesReport>;
export const RolesReport = Type.Object(
  {
    dryRun: Type.Boolean(),
    roles: Type.Array(role),
    gains: Type.Array(Type.String(), { description: 'Scopes.' }),
    loses: Type.Array(Type.String()),
  },
  { $id: 'RolesReport' },
);
