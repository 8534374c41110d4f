// One switch that is the controller of its machine, over a link whose orders know no lease: the lease is kept here, and
// only what the controller says of itself is told as on or off (invariant 7).

import type { PermissionFault, PermissionSeen } from '../../domain/machine/permission.ts';
import { alarmOn, type Timers } from '../../edge/timers.ts';
import type { DeviceSaid, SwitchReport } from '../../gateway/gateway.ts';
import type { Switches } from '../../gateway/ports.ts';

export type PermissionEars = {
  readonly reportSwitch: (report: SwitchReport) => void;
  readonly deviceSaid: (said: DeviceSaid) => void;
};

export type KeepPermissionOptions = {
  readonly id: string;
  /** A lease that is longer than this is one of a job. */
  readonly idleLeaseS: number;
  /** Why a person accepts that the order carries no lease. */
  readonly unleased: string;
  /** False when the controller was not there to be told. */
  readonly permit: (on: boolean) => Promise<boolean>;
  readonly timers: Timers;
  readonly wallMs: () => number;
  readonly ears: PermissionEars;
  readonly onTrouble: (trouble: PermissionTrouble) => void;
};

export type PermissionTrouble =
  | { readonly code: 'expired' | 'left-on' | 'mended' }
  | { readonly code: 'fault'; readonly fault: PermissionFault };

export type KeptPermission = {
  set(order: Order): Promise<boolean>;
  heard(seen: PermissionSeen): void;
  /** Takes the permission of an idle machine away, and waits until that is read back; one in a job keeps it. */
  close(): Promise<void>;
};

type Order = Omit<Parameters<Switches['set']>[0], 'switch'>;

/** So long a controller may take to say that permission is gone; Marlin's own order takes a second. */
const closeLimitMs = 5_000;

export function keepPermission(options: KeepPermissionOptions): KeptPermission {
  const { id, ears, timers, permit, onTrouble } = options;
  const device = { role: 'switch', id } as const;
  const lease = alarmOn(timers);
  let want: Order | null = null;
  let isExpired = false;
  let isClosing = false;
  let seen: PermissionSeen | null = null;
  let onOff: () => void = () => undefined;

  ears.deviceSaid({ device, there: false, setting: leaseSetting(options.unleased) });

  const expire = (): void => {
    isExpired = true;
    onTrouble({ code: 'expired' });
    void permit(false);
  };

  const tellFault = (fault: PermissionFault | null): void => {
    const setting = { name: 'enable', ...faultWords(fault) };
    ears.deviceSaid({ device, there: seen?.on !== null, setting });
    onTrouble(fault ? { code: 'fault', fault } : { code: 'mended' });
  };

  return {
    set(order) {
      if (isClosing || (want && order.n <= want.n)) return Promise.resolve(false);
      want = order;
      isExpired = false;
      lease.off();
      if (order.on) lease.set(order.leaseS * 1000, expire);
      return permit(order.on);
    },
    heard(said) {
      const before = seen;
      // Silence mends nothing.
      const now = said.on === null && !said.fault ? { on: null, fault: before?.fault ?? null } : said;
      seen = now;
      const there = now.on !== null;
      if (now.on !== before?.on) {
        ears.deviceSaid({ device, there, ...(there && { seenMs: options.wallMs() }) });
        ears.reportSwitch({ switch: id, on: now.on, powerW: null, energyWh: null });
      }
      if (!isSame(now.fault, before?.fault ?? null)) tellFault(now.fault);
      if (now.on === false) onOff();
      // Its time was over while it could not be told.
      if (now.on === true && isExpired) void permit(false);
    },
    async close() {
      isClosing = true;
      lease.off();
      if (!want?.on || isExpired) return;
      if (want.leaseS > options.idleLeaseS) {
        onTrouble({ code: 'left-on' });
        return;
      }
      const { promise, resolve } = Promise.withResolvers<void>();
      onOff = resolve;
      if (!(await permit(false)) || seen?.on === false) return;
      const callOff = timers.after(closeLimitMs, resolve);
      await promise;
      callOff();
    },
  };
}

const leaseSetting = (unleased: string) => ({
  name: 'lease',
  value: `none ("${unleased}"); permission stays if the gateway dies`,
  safe: false,
  remedy: 'use a firmware that takes permission back by itself, or put a switch with a lease in series.',
});

const faultWords = (fault: PermissionFault | null) =>
  fault === null
    ? { value: 'answered', safe: true, remedy: null }
    : { value: wordsOf(fault), safe: false, remedy: remedies[fault.code] };

/** The fault in words, with the controller's own where it has one. */
export const wordsOf = ({ code, detail }: PermissionFault): string =>
  detail === '' ? words[code] : `${words[code]} (${detail})`;

const words: Readonly<Record<PermissionFault['code'], string>> = {
  missing: 'not known there',
  denied: 'not allowed to this gateway',
  'not-boolean': 'not a yes or no',
  refused: 'refused',
};

export const remedies: Readonly<Record<PermissionFault['code'], string>> = {
  missing:
    'build the firmware with it (Marlin: PSU_CONTROL), correct the node in "enable" of the switch, or use another switch.',
  denied: 'let the user of the link write this node at the server, or name one that may in link.user.',
  'not-boolean': 'name a Boolean in "enable" of the switch.',
  refused: 'look at the machine and the log of its server.',
};

const isSame = (one: PermissionFault | null, other: PermissionFault | null): boolean =>
  one?.code === other?.code && one?.detail === other?.detail;
