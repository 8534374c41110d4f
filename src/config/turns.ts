// The key `turns` of a pool: whether its machines are used in turn while somebody waits, and the few figures of that.

import { Type } from 'typebox';
import { type PoolTurns, policyOf } from '../domain/machine/pool-turns.ts';
import type { Workshop } from '../domain/machine/workshop.ts';
import { policyMistakes } from '../domain/schedule/policy.ts';
import { readShape, type Scope } from './read-shape.ts';
import type { Field } from './read-yaml.ts';

type Range = readonly [least: number, most: number];

const whole = (unit: string, [minimum, maximum]: Range) =>
  Type.Optional(
    Type.Integer({
      minimum,
      maximum,
      description: `a whole number of ${unit} from ${minimum} to ${maximum}`,
    }),
  );

const turnsSchema = Type.Object({
  minutes: whole('minutes', [15, 480]),
  renewMinutes: whole('minutes', [5, 240]),
  claimMinutes: whole('minutes', [1, 60]),
  turnoverMinutes: whole('minutes', [0, 60]),
  halfLifeDays: whole('days', [1, 90]),
});

/** Null where the pool is not used in turn: left out, or `false`. */
export function readTurns(field: Field | undefined, scope: Scope): PoolTurns | null {
  if (!field) return null;
  const { tree } = field;
  if (tree.kind === 'leaf' && typeof tree.value === 'boolean') return tree.value ? {} : null;
  if (tree.kind !== 'fields') {
    const text = `${scope.name} must be true, false or a group of keys, for instance { minutes: 60 }`;
    scope.findings.mistake(tree.place, text);
    return null;
  }
  const turns = readShape(turnsSchema, tree, scope);
  for (const { text } of policyMistakes(policyOf(turns)))
    scope.findings.mistake(tree.place, `${scope.name}: ${text}`);
  return turns;
}

/** Left out where no pool is used in turn, so that a file from before describes the workshop as it did. */
export function describedTurns(
  pools: ReadonlyMap<string, { readonly turns: PoolTurns | null }>,
): Pick<Workshop, 'turns'> {
  const used = [...pools].flatMap(([id, { turns }]) => (turns ? [[id, turns] as const] : []));
  return used.length === 0 ? {} : { turns: Object.fromEntries(used) };
}
