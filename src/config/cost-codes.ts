// The key `costCodes`: what use can be charged to, each with a name, and with the teams that may charge it where it is not
// for everybody.

import { Type } from 'typebox';
import type { CostCode } from '../domain/machine/workshop.ts';
import { readGroup, readShape, type Scope } from './read-shape.ts';
import type { Field } from './read-yaml.ts';
import { nameSchema } from './space.ts';

const costCodeSchema = Type.Object({
  name: nameSchema,
  teams: Type.Optional(
    Type.Array(Type.String({ pattern: '^[a-z0-9-]{1,64}$', description: 'the id of a team' }), {
      maxItems: 100,
      description: 'a list of at most 100 teams, for instance [acme]',
    }),
  ),
});

/** Null where the file has none. */
export function readCostCodes(field: Field | undefined, scope: Scope): Record<string, CostCode> | null {
  const codes = readGroup(field, scope, (tree, at): CostCode => {
    const { name = '', teams } = readShape(costCodeSchema, tree, at);
    return { name, ...(teams && { teams: [...new Set(teams)] }) };
  });
  return codes.size === 0 ? null : Object.fromEntries(codes);
}
