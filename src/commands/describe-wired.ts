// What `check` says of devices on wires of their own, and of controllers that are switches: how each is reached, and what a person has to know about it.

import type { Config, ControllerSwitchConfig, ReaderConfig, SwitchConfig } from '../config/config.ts';

export function describeWired({ readers, switches }: Pick<Config, 'readers' | 'switches'>): string[] {
  return [
    ...Object.entries(readers).flatMap(([id, reader]) => describeReader(id, reader)),
    ...Object.entries(switches).flatMap(([id, one]) => describeSwitch(id, one)),
  ];
}

const wedgeRules = 'src/adapters/readers/99-officina-wedge.rules';

function describeReader(id: string, reader: ReaderConfig): string[] {
  switch (reader.kind) {
    case 'serial-125khz':
      return [`  reader ${id}: ${reader.model} at ${reader.path}`];
    case 'pn532-hsu':
      return [`  reader ${id}: PN532 at ${reader.path}`];
    case 'usb-wedge':
      return [
        `  reader ${id}: USB keyboard at ${reader.path} (${reader.spelling})`,
        `  Warning: ${id} also types each badge into whatever is focused on this computer; install ${wedgeRules} as a udev rule.`,
      ];
    default:
      return [];
  }
}

/** What knows no lease keeps none when the gateway dies. */
function describeSwitch(id: string, one: SwitchConfig): string[] {
  if (one.kind === 'controller') return describeController(id, one);
  if (one.kind !== 'modbus-tcp' && one.kind !== 'modbus-rtu') return [];
  const place = one.kind === 'modbus-tcp' ? `${one.host}:${one.port}` : `${one.path}, ${one.baud} baud`;
  return [
    `  switch ${id}: coil ${one.coil} of the Modbus board ${one.unit} at ${place}`,
    `  Warning: ${id} stays on if this computer dies; use a board with a watchdog, or a contactor that a switch with a lease of its own holds as well.`,
  ];
}

function describeController(id: string, { machine, unleased }: ControllerSwitchConfig): string[] {
  const line = `  switch ${id}: the controller of ${machine}`;
  if (unleased === null) return [`${line}; each order carries its lease`];
  return [
    `${line}, without a lease: "${unleased}"`,
    `  Warning: ${id} keeps its permission if this computer dies; use a firmware that takes it back by itself, or put a switch with a lease in series.`,
  ];
}
