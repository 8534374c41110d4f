// A machine that is known only by its watts: the key `link` of the kind `current-sense`, with the meter and the limits
// between working and idle.

import { type Static, Type } from 'typebox';
import type { CurrentSense } from '../domain/machine/workshop.ts';
import type { SwitchConfig } from './config.ts';
import type { Findings } from './findings.ts';
import type { ReadMachine } from './machine.ts';
import { suggestion } from './nearest-word.ts';
import { placeOf, type Scope } from './read-shape.ts';
import type { Tree } from './read-yaml.ts';

/** The slowest firmware reports every five minutes; pulses of a heater are seconds apart. */
const usual = { onAfterS: 3, offAfterS: 30, silentS: 600 } as const;

const id = (what: string) =>
  Type.String({
    pattern: '^[a-z0-9-]{1,64}$',
    description: `${what}: lower-case letters, digits and hyphens`,
  });
const watts = (what: string) =>
  Type.Number({ minimum: 0, maximum: 100_000, description: `a number of watts, ${what}` });
const seconds = (leastS: number, mostS: number) =>
  Type.Optional(
    Type.Integer({
      minimum: leastS,
      maximum: mostS,
      description: `a whole number of seconds from ${leastS} to ${mostS}`,
    }),
  );

export const currentSenseSchema = Type.Object({
  kind: Type.Literal('current-sense'),
  switch: Type.Optional(id('the id of a switch that measures')),
  sensor: Type.Optional(id('the id of a machine that reports electric.power')),
  runningW: watts('from which on it works'),
  idleW: watts('up to which nothing moves'),
  onAfterS: seconds(0, 600),
  offAfterS: seconds(1, 3600),
  silentS: seconds(2, 3600),
});

/** After a mistake some of it may be missing; then nothing is built from it. */
export function readCurrentSense(
  shape: Partial<Static<typeof currentSenseSchema>>,
  tree: Tree,
  { name, place, findings }: Scope,
): CurrentSense {
  const { switch: plug, sensor, runningW = 0, idleW = 0, ...times } = shape;
  if ((plug === undefined) === (sensor === undefined)) {
    const text = `${name} needs one meter: "switch", a switch that measures, or "sensor", a machine that reports electric.power.`;
    findings.mistake(place, text);
  }
  if (runningW <= idleW && shape.runningW !== undefined && shape.idleW !== undefined) {
    const text = `"runningW" of ${name} is ${runningW}; it must be above idleW, which is ${idleW}, or a draw between them flaps.`;
    findings.mistake(placeOf(tree, 'runningW'), text);
  }
  const meter = { ...(plug !== undefined && { switch: plug }), ...(sensor !== undefined && { sensor }) };
  const { onAfterS = usual.onAfterS, offAfterS = usual.offAfterS, silentS = usual.silentS } = times;
  return { ...meter, runningW, idleW, onAfterS, offAfterS, silentS };
}

type Described = {
  readonly machines: ReadonlyMap<string, ReadMachine>;
  readonly switches: ReadonlyMap<string, SwitchConfig>;
};

/** Kinds of switches that never tell watts. */
const withoutMeter: ReadonlySet<SwitchConfig['kind']> = new Set(['controller', 'modbus-tcp', 'modbus-rtu']);

/** That the meter of each machine is there and can tell watts. */
export function checkSenses({ machines, switches }: Described, findings: Findings): void {
  for (const [machine, { machine: described, tree }] of machines) {
    const { switch: plug, sensor } = described.sense ?? {};
    const name = `machines.${machine}.link`;
    const mistake = (text: string): void => findings.mistake(placeOf(tree, 'link'), text);
    const kind = plug === undefined ? undefined : switches.get(plug)?.kind;
    if (plug !== undefined && kind === undefined)
      mistake(
        `"switch" of ${name} names "${plug}", which is not among the switches${suggestion(plug, [...switches.keys()])}`,
      );
    if (kind !== undefined && withoutMeter.has(kind))
      mistake(`"switch" of ${name} names "${plug}", which measures nothing; name a switch with a meter.`);
    if (sensor === undefined) continue;
    const other = machines.get(sensor)?.machine;
    if (!other)
      mistake(
        `"sensor" of ${name} names "${sensor}", which is not among the machines${suggestion(sensor, [...machines.keys()])}`,
      );
    else if (other.link === 'none' || other.link === 'current-sense')
      mistake(
        `"sensor" of ${name} names "${sensor}", which reports nothing; name one with a link of its own.`,
      );
  }
}
