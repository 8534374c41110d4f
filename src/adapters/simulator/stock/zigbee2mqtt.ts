// A simulated Zigbee2MQTT bridge that speaks for its plugs: one connection, a list of all devices in one long message,
// retained states and availability, and `on_time` as the lease, which the plug itself keeps.

import { createRelay, objectOf, openStockLink, type Relay, type StockOptions } from './stock-link.ts';
import { createStockMeter, type StockMeter } from './stock-meter.ts';

export type SimulatedZigbee2mqtt = {
  ready(): Promise<void>;
  isOn(friendly: string): boolean;
  /** The button on the plug, which tells its state by itself. */
  press(friendly: string): void;
  /** Of a plug that there is. */
  meterOf(friendly: string): StockMeter;
  /** The plug tells its state with what it measured. */
  tellEnergy(friendly: string): void;
  /** A plug leaves the radio, or comes back. */
  setThere(friendly: string, there: boolean): void;
  close(): Promise<void>;
  vanish(): void;
};

export type Zigbee2mqttOptions = StockOptions & {
  /** Friendly name → what the plug does at power-up. */
  readonly plugs: Readonly<Record<string, { readonly powerOnBehavior: 'off' | 'on' | 'previous' }>>;
};

const base = 'zigbee2mqtt';

/** With vendors, definitions and pictures a list of this many devices is longer than messages of other devices may be. */
const listedDevices = 120;

export function simulateZigbee2mqtt(options: Zigbee2mqttOptions): SimulatedZigbee2mqtt {
  const relays = new Map<string, Relay>();
  const meters = new Map<string, StockMeter>();
  const isOn = (friendly: string): boolean => relays.get(friendly)?.isOn() === true;
  const tell = (friendly: string, more: object = {}): void => {
    const state = isOn(friendly) ? 'ON' : 'OFF';
    link.say(`${base}/${friendly}`, JSON.stringify({ state, linkquality: 120, ...more }), { retain: true });
  };
  const meterOf = (friendly: string): StockMeter => {
    const meter = meters.get(friendly);
    if (!meter) throw new RangeError(`no plug ${friendly}`);
    return meter;
  };
  const measured = (friendly: string): object => {
    const wh = meterOf(friendly).totalWh();
    const energy = wh === null ? {} : { energy: Number((wh / 1000).toFixed(3)) };
    return { power: meterOf(friendly).powerW(), ...energy };
  };
  const available = (friendly: string, there: boolean): void => {
    const state = there ? 'online' : 'offline';
    link.say(`${base}/${friendly}/availability`, JSON.stringify({ state }), { retain: true });
  };
  const { time } = options;
  for (const friendly of Object.keys(options.plugs)) {
    const meter = createStockMeter({ time, isOn: () => isOn(friendly), firstWh: 4_560 });
    meters.set(friendly, meter);
    const onChange = (): void => tell(friendly);
    relays.set(friendly, createRelay({ time, onChange, beforeChange: meter.count }));
  }

  const obey = (friendly: string, order: Readonly<Record<string, unknown>>): void => {
    const leaseS = typeof order.on_time === 'number' ? order.on_time : 0;
    if (order.state === 'ON' || order.state === 'OFF')
      relays.get(friendly)?.turn(order.state === 'ON', leaseS);
  };
  const link = openStockLink(options, {
    will: { topic: `${base}/bridge/state`, text: '{"state":"offline"}' },
    keepaliveS: 60,
    subscribes: [`${base}/#`, 'homeassistant/status'],
    onReady({ say }) {
      say(`${base}/bridge/state`, '{"state":"online"}', { retain: true });
      say(`${base}/bridge/devices`, JSON.stringify(listOf(Object.keys(options.plugs))), { retain: true });
      for (const friendly of relays.keys()) {
        available(friendly, true);
        tell(friendly);
      }
      say(`${base}/a lamp of somebody`, '{"state":"ON"}', { retain: true });
    },
    onMessage(topic, text) {
      const [, friendly = '', last = ''] = /^zigbee2mqtt\/(.+)\/(set|get)$/.exec(topic) ?? [];
      const plug = options.plugs[friendly];
      if (last === 'set') obey(friendly, objectOf(text));
      if (last === 'get' && plug)
        tell(friendly, { power_on_behavior: plug.powerOnBehavior, ...measured(friendly) });
    },
  });
  return {
    ready: link.ready,
    isOn,
    press: (friendly) => relays.get(friendly)?.turn(!isOn(friendly), 0),
    meterOf,
    tellEnergy: (friendly) => tell(friendly, measured(friendly)),
    setThere: available,
    close: link.close,
    vanish: link.vanish,
  };
}

function listOf(plugs: readonly string[]): readonly object[] {
  const lamps = Array.from({ length: listedDevices }, (_, i) => `lamp-${i}`);
  const entryOf = (type: 'switch' | 'light') => (friendly_name: string) => {
    const definition = { vendor: 'Somebody', description: 'x'.repeat(600), exposes: [{ type }] };
    return { friendly_name, type: 'Router', definition };
  };
  // Whoever joined first stands first, and the plugs came last.
  return [...lamps.map(entryOf('light')), ...plugs.map(entryOf('switch'))];
}
