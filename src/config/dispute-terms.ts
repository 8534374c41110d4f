// The key `disputes` of the space: how long a charge may be contested, and when an answer is due.

import { Type } from 'typebox';
import type { Space } from '../domain/machine/workshop.ts';
import { readShape, type Scope } from './read-shape.ts';
import type { Tree } from './read-yaml.ts';

const days = (most: number) =>
  Type.Integer({ minimum: 1, maximum: most, description: `a whole number of days from 1 to ${most}` });

const disputesSchema = Type.Object({
  withinDays: Type.Optional(days(365)),
  answerDays: Type.Optional(days(90)),
});

/** Where one of the two is given, the other is as it usually is. */
const usual = { withinDays: 60, answerDays: 30 } as const;

export function readDisputeTerms(space: Tree, scope: Scope): Pick<Space, 'disputes'> {
  const tree = space.kind === 'fields' ? space.fields.get('disputes')?.tree : undefined;
  if (!tree) return {};
  const { withinDays = usual.withinDays, answerDays = usual.answerDays } = readShape(disputesSchema, tree, {
    ...scope,
    name: 'space.disputes',
  });
  return { disputes: { withinDays, answerDays } };
}
