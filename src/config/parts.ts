// The keys `meters` and `parts` of a machine: what it had done before it came under the gateway, which of its parts wear by
// which clock, and when each needs service.

import { Type } from 'typebox';
import { type Part, type ServicePlan, unplanned } from '../domain/machine/care.ts';
import { type HourStart, wearClocks } from '../domain/machine/hour-meter.ts';
import type { Machine } from '../domain/machine/workshop.ts';
import { isEmpty, placeOf, readGroup, readShape, type Scope } from './read-shape.ts';
import type { Field, Tree } from './read-yaml.ts';
import { nameSchema } from './space.ts';

const mostH = 1_000_000;
const hours = (least: number) =>
  Type.Optional(
    Type.Number({
      minimum: least,
      maximum: mostH,
      description: `a number of hours from ${least} to ${mostH}`,
    }),
  );
const whole = (least: number, most: number) =>
  Type.Optional(
    Type.Integer({ minimum: least, maximum: most, description: `a whole number from ${least} to ${most}` }),
  );

const metersSchema = Type.Object({ start: Type.Unknown() });
const startSchema = Type.Object({
  loadedH: hours(0),
  workingH: hours(0),
  operatingH: hours(0),
  laserOnH: hours(0),
  spindleOnH: hours(0),
  jobs: whole(0, 100_000_000),
});
const partSchema = Type.Object({
  name: nameSchema,
  clock: Type.Optional(
    Type.Enum([...wearClocks], { description: `the clock that wears it: ${wearClocks.join(', ')}` }),
  ),
  service: Type.Optional(Type.Unknown()),
});
const serviceSchema = Type.Object({
  everyH: hours(1),
  everyJobs: whole(1, 10_000_000),
  everyDays: whole(1, 3_650),
  warnH: hours(0),
});

/** Of one machine. */
const partLimit = 32;

/** What `meters` and `parts` say; a key that is left out leaves its fact out too. */
export function readCare(tree: Tree, scope: Scope): Pick<Machine, 'meters' | 'parts'> {
  const start = readStart(fieldOf(tree, 'meters'), scope);
  const at = { ...scope, name: `${scope.name}.parts`, place: placeOf(tree, 'parts') };
  const parts = readGroup(fieldOf(tree, 'parts'), at, readPart);
  if (parts.size > partLimit)
    scope.findings.mistake(at.place, `${at.name} holds ${parts.size}; at most ${partLimit} fit a machine.`);
  return {
    ...(start ? { meters: { start } } : {}),
    ...(parts.size > 0 ? { parts: Object.fromEntries(parts) } : {}),
  };
}

function fieldOf(tree: Tree, key: string): Field | undefined {
  const field = tree.kind === 'fields' ? tree.fields.get(key) : undefined;
  return field && !isEmpty(field.tree) ? field : undefined;
}

function readStart(field: Field | undefined, scope: Scope): HourStart | null {
  if (!field) return null;
  const at = { ...scope, name: `${scope.name}.meters`, place: field.place };
  readShape(metersSchema, field.tree, at);
  const start = fieldOf(field.tree, 'start');
  if (!start) return null;
  return readShape(startSchema, start.tree, { ...at, name: `${at.name}.start`, place: start.place });
}

function readPart(tree: Tree, scope: Scope): Part {
  const { name = '', clock = 'operating' } = readShape(partSchema, tree, scope);
  const field = fieldOf(tree, 'service');
  if (!field) return { name, clock };
  const at = { ...scope, name: `${scope.name}.service`, place: field.place };
  const service: ServicePlan = readShape(serviceSchema, field.tree, at);
  if (unplanned(service)) {
    const text = `${at.name} says not when; give it everyH, everyJobs or everyDays`;
    scope.findings.mistake(field.tree.place, text);
  }
  if (service.warnH !== undefined && service.warnH >= (service.everyH ?? 0)) {
    const text = `"warnH" of ${at.name} is ${service.warnH}; it must be less than everyH, which is ${service.everyH ?? 'not there'}.`;
    scope.findings.mistake(placeOf(field.tree, 'warnH'), text);
  }
  return { name, clock, service };
}
