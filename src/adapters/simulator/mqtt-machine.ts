// A simulated machine whose controller speaks the native topics: it reports what it is told to be doing, again and
// again, until it falls silent.

import type { MachineReportMessage } from '../../contract/device-messages.ts';
import { keepOrders } from './keep-orders.ts';
import { type NativeOptions, openNativeLink, realTime } from './native-link.ts';

export type SimulatedMqttMachine = {
  /** Whether it may run, as it was last told; its own timer takes that back. */
  isEnabled(): boolean;
  ready(): Promise<void>;
  /** Reports now, and from now on at each interval. */
  report(message: MqttMachineReport): void;
  /** Says nothing any more, though its connection stays. */
  goSilent(): void;
  close(): Promise<void>;
  vanish(): void;
};

/** Readings stand beside the other members, by their vocabulary name. */
type MqttMachineReport = MachineReportMessage & { readonly [reading: string]: unknown };

export type MqttMachineOptions = NativeOptions & {
  readonly machine: string;
  readonly everyMs?: number;
  /** Its controller is its switch: it hears orders and says whether it may run. `mute` hears them and does not say. */
  readonly enable?: 'told' | 'mute';
};

export function simulateMqttMachine(options: MqttMachineOptions): SimulatedMqttMachine {
  const { machine, everyMs = 1000, enable, time = realTime } = options;
  const link = openNativeLink(`machine-${machine}`, options);
  const connected = Promise.withResolvers<void>();
  let last: MqttMachineReport = { activity: 'idle' };
  let end = (): void => {};
  let silent = false;
  const permission = keepOrders({ time, onChange: () => say() });

  const say = (): void => {
    end();
    if (silent) return;
    end = time.after(everyMs, say);
    const enabled = enable === 'told' ? { enabled: permission.isOn() } : {};
    link.say(`officina/v1/machine/${machine}/report`, { ...last, ...enabled });
  };
  link.client.on('connect', () => {
    if (enable === undefined) {
      connected.resolve();
      say();
      return;
    }
    link.client.subscribe(`officina/v1/machine/${machine}/enable`, { qos: 0 }, (fault) => {
      if (fault) return;
      connected.resolve();
      say();
    });
  });
  link.client.on('message', (_topic, payload) => {
    if (!silent) permission.obey(payload);
  });

  return {
    isEnabled: permission.isOn,
    ready: () => connected.promise,
    report(message) {
      last = message;
      say();
    },
    goSilent() {
      silent = true;
      end();
    },
    close() {
      end();
      permission.end();
      return link.close();
    },
    vanish() {
      silent = true;
      end();
      link.vanish();
    },
  };
}
