// The switches that are the controllers of their machines, where the link carries no lease. Those over MQTT are the
// broker's: there each order has one.

import type { PermissionEars } from '../adapters/controller-switch/keep-permission.ts';
import type { Permissions } from '../adapters/controller-switch/open-permissions.ts';
import type { Links, OnPermission } from '../adapters/serial/open-links.ts';
import type { Config, ControllerSwitchConfig } from '../config/config.ts';
import type { Switches } from '../gateway/ports.ts';
import type { CommonBoxes } from './common-boxes.ts';
import { idleLeaseS } from './wired-devices.ts';

type ControllerSwitchBoxes = {
  /** Orders to these controllers go over their links, all others to `others`. */
  switches(others: Switches): Switches;
  readonly heard: OnPermission;
  open(ears: PermissionEars): void;
  close(): Promise<void>;
};

type Described = Pick<Config, 'switches' | 'workshop'>;

export async function controllerSwitches(
  config: Described,
  { permit, ...common }: CommonBoxes & Pick<Links, 'permit'>,
): Promise<ControllerSwitchBoxes> {
  const permissions = await unleasedControllers(config, { permit, ...common });
  const isOurs = (id: string): boolean => {
    const one = config.switches[id];
    return one?.kind === 'controller' && one.unleased !== null;
  };
  return {
    switches: (others) => ({
      set: (order) => (permissions && isOurs(order.switch) ? permissions : others).set(order),
    }),
    heard: (machine, seen) => permissions?.heard(machine, seen),
    open: (ears) => permissions?.open(ears),
    close: async () => permissions?.close(),
  };
}

/** Null where there are none. */
async function unleasedControllers(
  config: Described,
  boxes: CommonBoxes & Pick<Links, 'permit'>,
): Promise<Permissions | null> {
  const switches = controllersOf(config.switches).flatMap(([id, { machine, unleased }]) =>
    unleased === null
      ? []
      : [[id, { machine, unleased, idleLeaseS: idleLeaseS(config.workshop, id) }] as const],
  );
  if (switches.length === 0) return null;
  const { openPermissions } = await import('../adapters/controller-switch/open-permissions.ts');
  return openPermissions({ ...boxes, switches: new Map(switches) });
}

/** The switches of this kind, by their ids. */
export const controllersOf = (switches: Config['switches']): [string, ControllerSwitchConfig][] =>
  Object.entries(switches).flatMap(([id, one]) => (one.kind === 'controller' ? [[id, one]] : []));
