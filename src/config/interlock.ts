// The keys `monitors` and `auxiliaries` of a machine: what must be good for it to run, and what runs along with it. That
// the machines and switches they name exist, and that no switch has two duties, is checked in `check-interlock.ts`.

import { Type } from 'typebox';
import { type Monitor, monitorSeverities } from '../domain/machine/monitor.ts';
import { type ReadingName, readingUnits } from '../domain/machine/reading.ts';
import type { Auxiliary } from '../domain/machine/workshop.ts';
import { isEmpty, placeOf, readGroup, readShape, type Scope } from './read-shape.ts';
import type { Tree } from './read-yaml.ts';
import { nameSchema } from './space.ts';

/** Of one machine; more would not be read by anybody. */
const mostMonitors = 16;
const mostAuxiliaries = 8;
const usualStaleS = 20;
/** As an extraction wants after a laser. */
const usualRunOnS = 45;

const limit = (what: string) =>
  Type.Optional(Type.Number({ minimum: -1e6, maximum: 1e6, description: `a number, ${what}` }));

const id = (what: string) =>
  Type.String({
    pattern: '^[a-z0-9-]{1,64}$',
    description: `${what}: lower-case letters, digits and hyphens`,
  });

const monitorSchema = Type.Object({
  name: Type.Optional(nameSchema),
  reading: Type.Enum(Object.keys(readingUnits) as ReadingName[]),
  of: Type.Optional(id('the id of a machine')),
  above: limit('above which it is bad'),
  below: limit('below which it is bad'),
  clearBelow: limit('below which it is good again'),
  clearAbove: limit('above which it is good again'),
  severity: Type.Enum([...monitorSeverities]),
  staleS: Type.Optional(
    Type.Integer({ minimum: 2, maximum: 3600, description: 'a whole number of seconds from 2 to 3600' }),
  ),
});

const auxiliarySchema = Type.Object({
  switch: id('the id of a switch'),
  runOnS: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 3600, description: 'a whole number of seconds from 0 to 3600' }),
  ),
});

export function readMonitors(tree: Tree, scope: Scope): Readonly<Record<string, Monitor>> {
  const field = tree.kind === 'fields' ? tree.fields.get('monitors') : undefined;
  const at = { ...scope, name: `${scope.name}.monitors`, place: field?.place ?? scope.place };
  const monitors = readGroup(field, at, readMonitor);
  if (monitors.size > mostMonitors) {
    const text = `${at.name} holds ${monitors.size}; at most ${mostMonitors} fit one machine.`;
    scope.findings.mistake(at.place, text);
  }
  const named = [...monitors].map(([one, monitor]) => [one, { ...monitor, name: monitor.name || one }]);
  return Object.fromEntries(named) as Record<string, Monitor>;
}

function readMonitor(tree: Tree, scope: Scope): Monitor {
  const shape = readShape(monitorSchema, tree, scope);
  const { above, below, clearBelow, clearAbove } = shape;
  const mistake = (key: string, text: string): void => scope.findings.mistake(placeOf(tree, key), text);
  if (shape.reading !== undefined && above === undefined && below === undefined)
    mistake('reading', `${scope.name} lacks a limit; give it "above", "below", or both.`);
  if (above !== undefined && below !== undefined && above <= below)
    mistake('above', `"above" of ${scope.name} is ${above}; it must be more than below, which is ${below}.`);
  if (clearBelow !== undefined && (above === undefined || clearBelow > above))
    mistake(
      'clearBelow',
      `"clearBelow" of ${scope.name} needs an "above" that is not less; correct one of them.`,
    );
  if (clearAbove !== undefined && (below === undefined || clearAbove < below))
    mistake(
      'clearAbove',
      `"clearAbove" of ${scope.name} needs a "below" that is not more; correct one of them.`,
    );
  const {
    name = '',
    reading = 'electric.power',
    severity = 'critical',
    staleS = usualStaleS,
    ...rest
  } = shape;
  return { name, reading, severity, staleS, ...rest };
}

export function readAuxiliaries(tree: Tree, scope: Scope): readonly Auxiliary[] {
  const field = tree.kind === 'fields' ? tree.fields.get('auxiliaries') : undefined;
  if (!field || isEmpty(field.tree)) return [];
  const name = `${scope.name}.auxiliaries`;
  if (field.tree.kind !== 'list' || field.tree.items.length > mostAuxiliaries) {
    const text = `"auxiliaries" of ${scope.name} must be a list of at most ${mostAuxiliaries}, for instance [{ switch: fan, runOnS: 45 }]`;
    scope.findings.mistake(field.tree.place, text);
    return [];
  }
  return field.tree.items.map((item, index) => {
    const at = { ...scope, name: `${name}.${index + 1}`, place: item.place };
    const { switch: fed = '', runOnS = usualRunOnS } = readShape(auxiliarySchema, item, at);
    return { switch: fed, runOnS };
  });
}
