// A simulated machine whose controller speaks the native topics: it reports what it is told to be doing, again and
// again, until it falls silent.

import type { MachineReportMessage } from '../../contract/device-messages.ts';
import { type NativeOptions, openNativeLink, realTime } from './native-link.ts';

export type SimulatedMqttMachine = {
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

export type MqttMachineOptions = NativeOptions & { readonly machine: string; readonly everyMs?: number };

export function simulateMqttMachine(options: MqttMachineOptions): SimulatedMqttMachine {
  const { machine, everyMs = 1000, time = realTime } = options;
  const link = openNativeLink(`machine-${machine}`, options);
  const connected = Promise.withResolvers<void>();
  let last: MqttMachineReport = { activity: 'idle' };
  let end = (): void => {};
  let silent = false;

  const say = (): void => {
    end();
    if (silent) return;
    end = time.after(everyMs, say);
    link.say(`officina/v1/machine/${machine}/report`, last);
  };
  link.client.on('connect', () => {
    connected.resolve();
    say();
  });

  return {
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
      return link.close();
    },
    vanish() {
      silent = true;
      end();
      link.vanish();
    },
  };
}
