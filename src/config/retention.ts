// The key `retention`: for how many days refused taps and readings are kept. Taps tell who held which card to which
// reader, so that they are never kept for ever.

import { Type } from 'typebox';
import { type Retention, usualRetention } from '../domain/retention.ts';
import { placeOf, readShape, type Scope } from './read-shape.ts';
import type { Field, Tree } from './read-yaml.ts';

const limits = { minimum: 7, maximum: 3650 } as const;
const range = `a whole number of days from ${limits.minimum} to ${limits.maximum}`;

const retentionSchema = Type.Object({
  tapsDays: Type.Optional(Type.Integer({ ...limits, description: range })),
  readingsDays: Type.Optional(
    Type.Union([Type.Integer(limits), Type.Literal('keep')], { description: `${range}, or keep` }),
  ),
});

export function readRetention(field: Field | undefined, scope: Scope): Retention {
  if (!field) return usualRetention;
  if (saysNull(field.tree, 'tapsDays')) {
    const text = `"tapsDays" of ${scope.name} must be ${range}: who held which card to which reader is not kept for ever`;
    scope.findings.mistake(placeOf(field.tree, 'tapsDays'), text);
  }
  const { tapsDays, readingsDays } = readShape(retentionSchema, field.tree, scope);
  const keepsReadings = readingsDays === 'keep' || saysNull(field.tree, 'readingsDays');
  return {
    tapsDays: tapsDays ?? usualRetention.tapsDays,
    readingsDays: keepsReadings ? null : (readingsDays ?? usualRetention.readingsDays),
  };
}

/** A written null, not a key that was left empty. */
function saysNull(tree: Tree, key: string): boolean {
  const value = tree.kind === 'fields' ? tree.fields.get(key)?.tree : undefined;
  return value?.kind === 'leaf' && value.value === null && value.written !== '';
}
