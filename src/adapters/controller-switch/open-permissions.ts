// The switches that are the controllers of their machines, over links whose orders know no lease. How an order travels is
// no concern of this box: the links carry it, and say what was read back.

import type { PermissionSeen } from '../../domain/machine/permission.ts';
import { type Sentence, sayOnChange } from '../../edge/say-on-change.ts';
import { realTimers, type Timers } from '../../edge/timers.ts';
import type { Clock, Log, Meters, Switches } from '../../gateway/ports.ts';
import {
  type KeptPermission,
  keepPermission,
  type PermissionEars,
  type PermissionTrouble,
  remedies,
  wordsOf,
} from './keep-permission.ts';

type PermissionSwitch = {
  readonly machine: string;
  /** A lease that is longer than this is one of a job. */
  readonly idleLeaseS: number;
  readonly unleased: string;
};

export type PermissionsOptions = {
  /** By the id of the switch. */
  readonly switches: ReadonlyMap<string, PermissionSwitch>;
  /** False when the controller was not there to be told. */
  readonly permit: (machine: string, on: boolean) => Promise<boolean>;
  readonly clock: Pick<Clock, 'monoMs' | 'wallMs'>;
  readonly log: Log;
  readonly meters: Meters;
  readonly timers?: Timers;
};

export type Permissions = Switches & {
  open(ears: PermissionEars): void;
  /** What the controller of a machine says of its permission. */
  heard(machine: string, seen: PermissionSeen): void;
  /** Takes the permission of idle machines away; the links must still be open. */
  close(): Promise<void>;
};

export function openPermissions(options: PermissionsOptions): Permissions {
  const { clock, log, meters, permit, timers = realTimers } = options;
  const kept = new Map<string, KeptPermission>();
  const byMachine = new Map<string, KeptPermission>();
  return {
    open(ears) {
      for (const [id, one] of options.switches) {
        const { machine } = one;
        const say = sayOnChange({ log, clock, facts: { switch: id, machine } });
        const permission = keepPermission({
          ...{ ...one, id, ears, timers, wallMs: clock.wallMs },
          permit: (on) => permit(machine, on),
          onTrouble: (trouble) => {
            meters.count('permission_troubles_total', { switch: id, code: trouble.code });
            say(sentenceOf(trouble, { id, machine }));
          },
        });
        kept.set(id, permission);
        byMachine.set(machine, permission);
      }
    },
    heard: (machine, seen) => byMachine.get(machine)?.heard(seen),
    set: async ({ switch: id, ...order }) => (await kept.get(id)?.set(order)) ?? false,
    async close() {
      await Promise.all([...kept.values()].map((one) => one.close()));
    },
  };
}

function sentenceOf(trouble: PermissionTrouble, { id, machine }: { id: string; machine: string }): Sentence {
  switch (trouble.code) {
    case 'mended':
      return {
        level: 'info',
        text: `${id}: the controller of ${machine} takes the permission to run again.`,
      };
    case 'expired':
      return { level: 'warn', text: `${id}: nobody renewed its lease, so the permission was taken away.` };
    case 'left-on':
      return {
        level: 'warn',
        text: `${id}: the gateway stops while a job runs, so the permission stays: it has no lease of its own. Start the gateway again, or take it away at ${machine}.`,
      };
    case 'fault':
      return {
        level: 'error',
        text: `${id}: the controller of ${machine} cannot be its switch: the permission to run is ${wordsOf(trouble.fault)}. Mend it: ${remedies[trouble.fault.code]}`,
      };
  }
}
