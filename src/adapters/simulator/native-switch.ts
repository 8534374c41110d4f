// A simulated switch that keeps the contract: power is leased, so its own timer turns it off when nobody renews; an
// order whose number does not grow is ignored. It can be welded shut or fall silent, as real ones do.

import type { SetMessage, SwitchStateMessage } from '../../contract/device-messages.ts';
import { readOrder } from './keep-orders.ts';
import { type NativeOptions, openNativeLink, realTime } from './native-link.ts';

export type SimulatedSwitch = {
  /** Resolves when the switch is connected and hears its orders. */
  ready(): Promise<void>;
  isOn(): boolean;
  /** Called at each change of the contact, with its new state; returns how to stop. */
  onChange(listener: (on: boolean) => void): () => void;
  /** The contact stays as given, whatever is ordered; null mends it. */
  stick(on: boolean | null): void;
  /** Hears and says nothing any more, though its connection stays; the lease runs on. */
  goSilent(): void;
  close(): Promise<void>;
  /** Its network goes without a goodbye; the lease runs on. */
  vanish(): void;
};

export type SwitchOptions = NativeOptions & {
  readonly switch: string;
  /** What the machine behind it draws while the switch is on. */
  readonly powerW?: () => number;
};

const reportEveryMs = 10_000;
const msPerHour = 3_600_000;

export function simulateSwitch(options: SwitchOptions): SimulatedSwitch {
  const { time = realTime, powerW = () => 0 } = options;
  const topic = `officina/v1/switch/${options.switch}`;
  const link = openNativeLink(`switch-${options.switch}`, options);
  const listeners = new Set<(on: boolean) => void>();
  const subscribed = Promise.withResolvers<void>();
  const meter = createMeter({ time, powerW: () => (isOn() ? powerW() : 0) });
  let ordered = false;
  let stuck: boolean | null = null;
  let lastNumber = -1;
  let silent = false;
  let endLease = (): void => {};
  let endReport = (): void => {};

  const isOn = (): boolean => stuck ?? ordered;

  const report = (): void => {
    endReport();
    endReport = time.after(reportEveryMs, report);
    const message: SwitchStateMessage = { on: isOn(), ...meter.read() };
    if (!silent) link.say(`${topic}/state`, message);
  };

  /** Every change of the contact goes through here. */
  const change = (act: () => void): void => {
    const before = isOn();
    meter.read();
    act();
    if (isOn() === before) return;
    for (const listener of [...listeners]) listener(isOn());
    report();
  };

  const obey = (order: SetMessage): void => {
    if (order.n <= lastNumber) return;
    lastNumber = order.n;
    endLease();
    if (order.on) endLease = time.after(order.lease_s * 1000, () => change(() => (ordered = false)));
    change(() => (ordered = order.on));
  };

  link.client.on('connect', () => {
    link.client.subscribe(`${topic}/set`, { qos: 0 }, (fault) => {
      if (fault) return;
      subscribed.resolve();
      report();
    });
  });
  link.client.on('message', (_topic, payload) => {
    const order = silent ? null : readOrder(payload);
    if (order) obey(order);
  });

  return {
    ready: () => subscribed.promise,
    isOn,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stick: (on) => change(() => (stuck = on)),
    goSilent: () => {
      silent = true;
    },
    close() {
      endReport();
      endLease();
      return link.close();
    },
    vanish() {
      endReport();
      link.vanish();
    },
  };
}

/** Adds up the energy between two looks; the draw is taken as steady in between. */
function createMeter({ time, powerW }: { time: { monoMs(): number }; powerW: () => number }) {
  let energyWh = 0;
  let atMs = time.monoMs();
  return {
    read(): { power_w: number; energy_wh: number } {
      const nowMs = time.monoMs();
      energyWh += (powerW() * (nowMs - atMs)) / msPerHour;
      atMs = nowMs;
      return { power_w: powerW(), energy_wh: energyWh };
    },
  };
}
