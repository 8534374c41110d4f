// The keys `certificates`, `plans` and `pools`: what the workshop says of trainings, of the hours of its memberships, and of
// what all machines of a pool ask for. Each may be left out.

import { Type } from 'typebox';
import type { CertificateKind } from '../domain/access/certificate.ts';
import type { Plan } from '../domain/access/plan.ts';
import type { Findings } from './findings.ts';
import { readSpans } from './hours.ts';
import { readIncluded } from './paying.ts';
import { placeOf, readGroup, readShape, type Scope } from './read-shape.ts';
import type { Field, Tree } from './read-yaml.ts';
import { nameSchema } from './space.ts';

const certificateIds = Type.Array(
  Type.String({ pattern: '^[a-z0-9-]{1,64}$', description: 'the id of a certificate' }),
  { maxItems: 32, description: 'a list of at most 32 certificates, for instance [safety]' },
);

const certificateSchema = Type.Object({
  name: nameSchema,
  needs: Type.Optional(certificateIds),
  unusedDays: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 3650, description: 'a whole number of days from 1 to 3650' }),
  ),
  supervised: Type.Optional(Type.Unknown()),
});

const supervisedSchema = Type.Object({
  sessions: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 1000, description: 'a whole number of sessions from 1 to 1000' }),
  ),
});

const planSchema = Type.Object({
  name: nameSchema,
  hours: Type.Optional(Type.Unknown()),
  included: Type.Optional(Type.Unknown()),
  prepaid: Type.Optional(Type.Boolean({ description: 'true or false' })),
  payer: Type.Optional(
    Type.Enum(['member', 'team'], { description: 'member, or team: who pays for a guest' }),
  ),
});
const poolSchema = Type.Object({ requires: Type.Optional(certificateIds) });

export type ReadCertificate = { readonly kind: CertificateKind; readonly tree: Tree };

export const readCertificates = (
  field: Field | undefined,
  scope: Scope,
): ReadonlyMap<string, ReadCertificate> =>
  readGroup(field, scope, (tree, at) => ({ kind: readCertificate(tree, at), tree }));

export const readPlans = (field: Field | undefined, scope: Scope): ReadonlyMap<string, Plan> =>
  readGroup(field, scope, (tree, at) => {
    const shape = readShape(planSchema, tree, at);
    const { name = '' } = shape;
    const included = innerField(tree, 'included');
    const pays = {
      ...(included && { included: readIncluded(included.tree, { ...at, name: `${at.name}.included` }) }),
      ...(shape.prepaid ? { prepaid: true as const } : {}),
      ...(shape.payer === 'team' ? { payer: 'team' as const } : {}),
    };
    const hours = innerField(tree, 'hours');
    if (!hours) return { name, ...pays };
    const spans = readSpans(hours.tree, { ...at, name: `${at.name}.hours` }) ?? [];
    if (hours.tree.kind === 'list' && hours.tree.items.length === 0)
      at.findings.mistake(
        hours.place,
        `${at.name}.hours must be a list of at least one span; left out, it is always`,
      );
    return { name, hours: spans, ...pays };
  });

export type ReadPool = {
  readonly requires: readonly string[];
  readonly place: Scope['place'];
};

export const readPools = (field: Field | undefined, scope: Scope): ReadonlyMap<string, ReadPool> =>
  readGroup(field, scope, (tree, at) => ({
    requires: readShape(poolSchema, tree, at).requires ?? [],
    place: at.place,
  }));

function readCertificate(tree: Tree, scope: Scope): CertificateKind {
  const { name = '', needs, unusedDays } = readShape(certificateSchema, tree, scope);
  const supervised = innerField(tree, 'supervised');
  const taught = supervised
    ? readShape(supervisedSchema, supervised.tree, { ...scope, name: `${scope.name}.supervised` })
    : undefined;
  return {
    name,
    ...(needs ? { needs: [...new Set(needs)] } : {}),
    ...(unusedDays === undefined ? {} : { unusedDays }),
    ...(taught ? { supervised: taught } : {}),
  };
}

/** A key that is written with nothing after it counts as written: `supervised:` says yes. */
function innerField(tree: Tree, key: string): Field | undefined {
  return tree.kind === 'fields' ? tree.fields.get(key) : undefined;
}

/** A certificate that builds on itself, by whatever way round, could never be earned. */
export function checkNeeds(certificates: ReadonlyMap<string, ReadCertificate>, findings: Findings): void {
  const needsOf = (id: string): readonly string[] => certificates.get(id)?.kind.needs ?? [];
  for (const [id, { tree }] of certificates) {
    const reached = new Set<string>();
    const ahead = [...needsOf(id)];
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      ahead.push(...needsOf(next));
    }
    if (!reached.has(id)) continue;
    const text = `certificates.${id} builds on itself by way of its "needs"; nobody could ever hold it: take one of them out.`;
    findings.mistake(placeOf(tree, 'needs'), text);
  }
}
