// What a machine says about its sessions: when one under which nothing moves is ended, how long the longest is, and who
// may take one over. All of it may be left out; then a session lasts until somebody ends it.

import { Type } from 'typebox';
import type { Machine } from '../domain/machine/workshop.ts';
import { isEmpty, placeOf, readShape, type Scope } from './read-shape.ts';
import type { Tree } from './read-yaml.ts';

/** Seconds and watts. */
const limits = {
  leastIdleS: 60,
  leastGraceS: 30,
  mostS: 7 * 86_400,
  usualGraceS: 120,
  mostW: 10_000,
} as const;

const seconds = (leastS: number) =>
  Type.Integer({
    minimum: leastS,
    maximum: limits.mostS,
    description: `a whole number of seconds from ${leastS} to ${limits.mostS}`,
  });

/** Fields of a machine. */
export const sessionLimitFields = {
  idle: Type.Optional(Type.Unknown()),
  longestS: Type.Optional(seconds(limits.leastIdleS)),
  handOver: Type.Optional(
    Type.Enum(['ask', 'team', 'queue', 'team-and-queue'], {
      description: 'ask, team, queue or team-and-queue',
    }),
  ),
};

const idleSchema = Type.Object({
  afterS: seconds(limits.leastIdleS),
  graceS: Type.Optional(seconds(limits.leastGraceS)),
  belowW: Type.Optional(
    Type.Number({
      exclusiveMinimum: 0,
      maximum: limits.mostW,
      description: `a number of watts above 0, at most ${limits.mostW}`,
    }),
  ),
});

type Limits = Pick<Machine, 'idle' | 'longestS' | 'handOver'>;
type Shape = { readonly longestS?: number; readonly handOver?: 'ask' | NonNullable<Machine['handOver']> };

/** @param machine of which it is known whether anything tells what it does */
export function readSessionLimits(
  shape: Shape,
  { tree, machine }: { tree: Tree; machine: Pick<Machine, 'link' | 'switch'> },
  scope: Scope,
): Limits {
  const idle = readIdle(tree, scope);
  if (idle && machine.link === 'none') checkSilent({ idle, tree, machine }, scope);
  return {
    ...(idle && { idle }),
    ...(shape.longestS === undefined ? {} : { longestS: shape.longestS }),
    ...(shape.handOver !== undefined && shape.handOver !== 'ask' && { handOver: shape.handOver }),
  };
}

function readIdle(tree: Tree, scope: Scope): Machine['idle'] {
  const field = tree.kind === 'fields' ? tree.fields.get('idle') : undefined;
  if (!field || isEmpty(field.tree)) return undefined;
  const at = { ...scope, name: `${scope.name}.idle`, place: field.place };
  const {
    afterS = limits.leastIdleS,
    graceS = limits.usualGraceS,
    belowW,
  } = readShape(idleSchema, field.tree, at);
  return { afterS, graceS, ...(belowW === undefined ? {} : { belowW }) };
}

/** Unknown is never idle (invariant 7): where nothing tells, nobody is warned and nothing ends. */
function checkSilent(
  {
    idle,
    tree,
    machine,
  }: { idle: NonNullable<Machine['idle']>; tree: Tree; machine: Pick<Machine, 'switch'> },
  { name, findings }: Scope,
): void {
  if (idle.belowW !== undefined && machine.switch !== null) return;
  const remedy =
    machine.switch === null
      ? 'give it a link, or a switch that measures, or take "idle" away'
      : 'add "belowW", the watts below which it is idle, to "idle"';
  findings.mistake(
    placeOf(tree, 'idle'),
    `${name} has neither a link nor measured watts, so nobody can tell that it is idle; ${remedy}.`,
  );
}
