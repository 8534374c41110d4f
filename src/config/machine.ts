// One entry of the key `machines`: what a machine is called, what opens it and gives it power, and what it asks of
// people. Its link stands in `link.ts`; that the names it uses exist is checked in `check-references.ts`.

import { Type } from 'typebox';
import { levels } from '../domain/access/level.ts';
import { type ReadingName, readingUnits } from '../domain/machine/reading.ts';
import type { Machine } from '../domain/machine/workshop.ts';
import type { ReadPool } from './certificate.ts';
import type { LinkConfig } from './config.ts';
import { readHours } from './hours.ts';
import { readAuxiliaries, readMonitors } from './interlock.ts';
import { profileOf, readLink } from './link.ts';
import { readCare } from './parts.ts';
import type { DeviceScope } from './password.ts';
import { isEmpty, placeOf, readShape } from './read-shape.ts';
import type { Tree } from './read-yaml.ts';
import { readSessionLimits, sessionLimitFields } from './session-limits.ts';
import { nameSchema } from './space.ts';

const id = (what: string) =>
  Type.String({
    pattern: '^[a-z0-9-]{1,64}$',
    description: `${what}: lower-case letters, digits and hyphens`,
  });

/** Seconds. The switch goes dark this long after the last word from the gateway. */
const leaseLimits = { leastS: 10, mostS: 3600, mostJobS: 86_400, usualS: 60, usualJobS: 900 } as const;

const machineSchema = Type.Object({
  name: nameSchema,
  pool: id('the id of a pool'),
  link: Type.Optional(Type.Unknown()),
  reader: Type.Optional(id('the id of a reader')),
  switch: Type.Optional(id('the id of a switch')),
  enable: Type.Optional(id('the id of a switch of the kind controller')),
  auxiliaries: Type.Optional(Type.Unknown()),
  monitors: Type.Optional(Type.Unknown()),
  selfCheck: Type.Optional(Type.Boolean({ description: 'true or false' })),
  neverCutWhileHot: Type.Optional(Type.Boolean({ description: 'true or false' })),
  requires: Type.Optional(
    Type.Array(id('the id of a certificate'), {
      maxItems: 32,
      description: 'a list of at most 32 certificates, for instance [laser-basic]',
    }),
  ),
  level: Type.Optional(
    Type.Enum([...levels], { description: `how sure it wants to be of who taps: ${levels.join(' or ')}` }),
  ),
  hours: Type.Optional(Type.Unknown()),
  noisy: Type.Optional(Type.Boolean({ description: 'true: it rests in the quiet hours of the space' })),
  people: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 5,
      description: 'how many people must be there while it runs, from 1 to 5',
    }),
  ),
  leaseS: Type.Optional(
    Type.Integer({
      minimum: leaseLimits.leastS,
      maximum: leaseLimits.mostS,
      description: `a whole number of seconds from ${leaseLimits.leastS} to ${leaseLimits.mostS}`,
    }),
  ),
  jobLeaseS: Type.Optional(
    Type.Integer({
      minimum: leaseLimits.leastS,
      maximum: leaseLimits.mostJobS,
      description: `a whole number of seconds from leaseS to ${leaseLimits.mostJobS}`,
    }),
  ),
  coolBelowC: Type.Optional(
    Type.Union([Type.Number({ minimum: 30, maximum: 200 }), Type.Literal(false)], {
      description: 'a temperature from 30 to 200 (°C), or false where nothing must cool',
    }),
  ),
  ...sessionLimitFields,
  chart: Type.Optional(Type.Enum(Object.keys(readingUnits) as ReadingName[])),
  meters: Type.Optional(Type.Unknown()),
  parts: Type.Optional(Type.Unknown()),
});

/** What a profile, or a kind of link without one, usually draws, where the file does not say. */
const usualCharts: ReadonlyMap<string | null, ReadingName> = new Map([
  ['grbl-1.1', 'spindle.speed'],
  ['marlin-2', 'temperature.hotend0.actual'],
  ['klipper', 'temperature.hotend0.actual'],
  ['reprapfirmware-3', 'temperature.hotend0.actual'],
  ['linuxcnc-rsh', 'program.lineNumber'],
  ['moonraker', 'temperature.hotend0.actual'],
  ['octoprint', 'temperature.hotend0.actual'],
  ['prusalink', 'temperature.hotend0.actual'],
  ['duet', 'temperature.hotend0.actual'],
  ['bambu', 'temperature.hotend0.actual'],
  ['mtconnect', 'spindle.speed'],
]);

/** A hot end that loses its fan while it is hot clogs, °C. */
const usualCoolBelowC: ReadonlyMap<string | null, number> = new Map([
  ['marlin-2', 50],
  ['klipper', 50],
  ['reprapfirmware-3', 50],
  ['moonraker', 50],
  ['octoprint', 50],
  ['prusalink', 50],
  ['duet', 50],
  ['bambu', 50],
]);

export type ReadMachine = { readonly machine: Machine; readonly link: LinkConfig; readonly tree: Tree };

type MachineScope = DeviceScope & { readonly pools: ReadonlyMap<string, ReadPool> };

export function readMachine(tree: Tree, scope: MachineScope): ReadMachine {
  const shape = readShape(machineSchema, tree, scope);
  const field = tree.kind === 'fields' ? tree.fields.get('link') : undefined;
  const link: LinkConfig =
    field && !isEmpty(field.tree)
      ? readLink(field.tree, { ...scope, name: `${scope.name}.link`, place: field.place })
      : { kind: 'none' };
  const profile = profileOf(link);
  const machine: Machine = {
    name: shape.name ?? '',
    pool: shape.pool ?? '',
    link: link.kind,
    profile,
    ...(link.kind === 'current-sense' && { sense: link.sense }),
    reader: shape.reader ?? null,
    switch: shape.switch ?? null,
    requires: [
      ...new Set([...(scope.pools.get(shape.pool ?? '')?.requires ?? []), ...(shape.requires ?? [])]),
    ],
    ...(shape.level && shape.level !== 'uid' ? { level: shape.level } : {}),
    ...readWhen(tree, shape, scope),
    ...readLeases(shape, tree, scope),
    ...readInterlock(shape, tree, scope),
    coolBelowC: (shape.coolBelowC ?? usualCoolBelowC.get(profile ?? link.kind) ?? false) || null,
    ...readSessionLimits(shape, { tree, machine: { link: link.kind, switch: shape.switch ?? null } }, scope),
    chart: shape.chart ?? usualCharts.get(profile ?? link.kind) ?? null,
    ...readCare(tree, scope),
  };
  return { machine, link, tree };
}

type Wishes = { readonly enable: string; readonly selfCheck: boolean; readonly neverCutWhileHot: boolean };

/** What is not asked for is left out, so that the description of a machine says only what matters. */
function readInterlock(
  { enable, selfCheck, neverCutWhileHot }: Partial<Wishes>,
  tree: Tree,
  scope: DeviceScope,
): Partial<Machine> {
  const monitors = readMonitors(tree, scope);
  const auxiliaries = readAuxiliaries(tree, scope);
  return {
    ...(enable === undefined ? {} : { enable }),
    ...(auxiliaries.length === 0 ? {} : { auxiliaries }),
    ...(Object.keys(monitors).length === 0 ? {} : { monitors }),
    ...(selfCheck ? { selfCheck } : {}),
    ...(neverCutWhileHot ? { neverCutWhileHot } : {}),
  };
}

type When = { readonly noisy?: boolean; readonly people?: number };

/** When it may run, and beside how many people. */
function readWhen(tree: Tree, { noisy, people = 1 }: When, scope: DeviceScope) {
  const field = tree.kind === 'fields' ? tree.fields.get('hours') : undefined;
  const hours = readHours(field?.tree, { ...scope, name: `${scope.name}.hours` });
  return { ...(hours && { hours }), ...(noisy && { noisy }), ...(people > 1 && { people }) };
}

type Leases = { readonly leaseS: number; readonly jobLeaseS: number };

function readLeases(shape: Partial<Leases>, tree: Tree, scope: DeviceScope): Leases {
  const leaseS = shape.leaseS ?? leaseLimits.usualS;
  const jobLeaseS = shape.jobLeaseS ?? Math.max(leaseLimits.usualJobS, leaseS);
  if (jobLeaseS < leaseS) {
    const text = `"jobLeaseS" of ${scope.name} is ${jobLeaseS}; it must be at least leaseS, which is ${leaseS}.`;
    scope.findings.mistake(placeOf(tree, 'jobLeaseS'), text);
  }
  return { leaseS, jobLeaseS };
}
