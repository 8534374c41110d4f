// One entry of the key `switches`: what gives a machine its power, and how it is reached.

import { Type } from 'typebox';
import type { SwitchConfig } from './config.ts';
import { controllerSchema, takeController } from './controller-switch.ts';
import { type DeviceScope, passwordFields, takePassword } from './password.ts';
import { placeOf, readKind } from './read-shape.ts';
import type { Tree } from './read-yaml.ts';
import { stockSchema, takeStock } from './stock.ts';

/** On a line 0 speaks to all boards, and none of them answers; over TCP it is a usual address. */
const board = (least: 0 | 1) => ({
  unit: Type.Optional(
    Type.Integer({
      minimum: least,
      maximum: 247,
      description: `the address of the board, from ${least} to 247`,
    }),
  ),
  coil: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 65_535, description: 'the number of the coil, from 0' }),
  ),
});

const switchKinds = {
  native: Type.Object({ kind: Type.Literal('native'), ...passwordFields }),
  tasmota: stockSchema('tasmota'),
  esphome: stockSchema('esphome'),
  'shelly-gen1': stockSchema('shelly-gen1'),
  'shelly-gen2': stockSchema('shelly-gen2'),
  zigbee2mqtt: stockSchema('zigbee2mqtt'),
  'modbus-tcp': Type.Object({
    kind: Type.Literal('modbus-tcp'),
    host: Type.String({ pattern: '^[A-Za-z0-9._:-]{1,253}$', description: 'a host name or address' }),
    port: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 65_535, description: 'a port; 502 unless said' }),
    ),
    ...board(0),
  }),
  'modbus-rtu': Type.Object({
    kind: Type.Literal('modbus-rtu'),
    path: Type.String({
      pattern: '^[^\\u0000-\\u001f\\u007f]{1,255}$',
      description: 'the path of the serial port',
    }),
    baud: Type.Optional(
      Type.Integer({ minimum: 1200, maximum: 115_200, description: 'bits per second; 9600 unless said' }),
    ),
    ...board(1),
  }),
  controller: controllerSchema,
};

export type ReadSwitch = { readonly config: SwitchConfig; readonly tree: Tree };

export const readSwitch = (tree: Tree, scope: DeviceScope): ReadSwitch => ({
  config: configOf(tree, scope),
  tree,
});

function configOf(tree: Tree, scope: DeviceScope): SwitchConfig {
  const read = readKind(switchKinds, tree, scope);
  if (!read) return { kind: 'native', password: '' };
  const { kind, shape } = read;
  const place = { unit: numberOf(shape.unit, 1), coil: numberOf(shape.coil, 0) };
  switch (kind) {
    case 'native':
      return { kind, password: takePassword(shape, tree, scope) };
    case 'modbus-tcp':
      return { kind, host: textOf(shape.host), port: numberOf(shape.port, 502), ...place };
    case 'modbus-rtu':
      return { kind, path: textOf(shape.path), baud: numberOf(shape.baud, 9600), ...place };
    case 'controller':
      return takeController(shape, tree, scope);
    default: {
      const device = takeStock({ kind, shape }, tree, scope);
      if (device.kind === 'esphome' && device.entry.relay === null) {
        scope.findings.mistake(
          placeOf(tree, 'kind'),
          `${scope.name} lacks "relay": the object id of the relay that it switches`,
        );
      }
      return device as SwitchConfig;
    }
  }
}

const numberOf = (value: unknown, usual: number): number => (typeof value === 'number' ? value : usual);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
