// The key `costCodes`: what use can be charged to, each with a name, and with the teams that may charge it where it is not
// for everybody.

import { Type } from 'typebox';
import type { CostCode } from '../domain/machine/workshop.ts';
import { priceOf, readPayers } from './paying.ts';
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
  budget: Type.Optional(
    Type.Union([Type.String(), Type.Number()], { description: 'a price, for instance "5000.00"' }),
  ),
  payers: Type.Optional(Type.Unknown()),
});

/** Null where the file has none. */
export function readCostCodes(
  field: Field | undefined,
  scope: Scope & { readonly currency: string },
): Record<string, CostCode> | null {
  const codes = readGroup(field, scope, (tree, at): CostCode => {
    const { name = '', teams, budget } = readShape(costCodeSchema, tree, at);
    const money = { ...at, currency: scope.currency };
    const payers = tree.kind === 'fields' ? tree.fields.get('payers') : undefined;
    return {
      name,
      ...(teams && { teams: [...new Set(teams)] }),
      ...(budget !== undefined && { budgetMinor: priceOf({ key: 'budget', written: budget, tree }, money) }),
      ...(payers && { payers: readPayers(payers.tree, { ...at, name: `${at.name}.payers` }) }),
    };
  });
  return codes.size === 0 ? null : Object.fromEntries(codes);
}
