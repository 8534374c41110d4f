// A simulated Shelly plug of the second generation: requests and answers in JSON, `toggle_after` as the lease, and
// notifications that hold only what has changed.

import { createRelay, objectOf, openStockLink, type StockOptions } from './stock-link.ts';
import { createStockMeter, type StockMeter } from './stock-meter.ts';

export type SimulatedShellyGen2 = {
  ready(): Promise<void>;
  isOn(): boolean;
  readonly meter: StockMeter;
  /** Tells of the power alone, as it does when nothing else changed. */
  draw(powerW: number): void;
  /** Tells of its counter alone, as it does every minute. */
  tellEnergy(): void;
  close(): Promise<void>;
  vanish(): void;
};

export type ShellyGen2Options = StockOptions & {
  readonly prefix: string;
  readonly initialState?: 'off' | 'on' | 'restore_last' | 'match_input';
};

export function simulateShellyGen2(options: ShellyGen2Options): SimulatedShellyGen2 {
  const { prefix, initialState = 'off', time } = options;
  const notify = (change: object): void => {
    const params = { ts: 1_736_533_404.12, 'switch:0': { id: 0, ...change } };
    link.say(
      `${prefix}/events/rpc`,
      JSON.stringify({ src: prefix, dst: `${prefix}/events`, method: 'NotifyStatus', params }),
    );
  };
  const meter = createStockMeter({ time, isOn: () => relay.isOn(), firstWh: 12_500 });
  const relay = createRelay({
    time,
    onChange: (output) => notify({ output, source: 'MQTT' }),
    beforeChange: meter.count,
  });
  const counter = (): object => {
    const total = meter.totalWh();
    return total === null ? {} : { aenergy: { total, by_minute: [0, 0, 0], minute_ts: 1_736_533_404 } };
  };

  const methods: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => object>> = {
    'Switch.Set'({ on, toggle_after: leaseS }) {
      const wasOn = relay.isOn();
      relay.turn(on === true, typeof leaseS === 'number' ? leaseS : 0);
      return { was_on: wasOn };
    },
    'Switch.GetStatus': () => ({
      id: 0,
      source: 'init',
      output: relay.isOn(),
      apower: meter.powerW(),
      ...counter(),
    }),
    'Switch.GetConfig': () => ({ id: 0, name: null, initial_state: initialState, auto_off: false }),
    'MQTT.GetConfig': () => ({ enable: true, topic_prefix: prefix, rpc_ntf: true, status_ntf: false }),
    'Shelly.GetDeviceInfo': () => ({ id: prefix, model: 'SNPL-00112EU', gen: 2, ver: '1.4.4' }),
  };
  const link = openStockLink(options, {
    will: { topic: `${prefix}/online`, text: 'false' },
    keepaliveS: 60,
    subscribes: [`${prefix}/rpc`, `${prefix}/command`, `${prefix}/command/switch:0`],
    onReady({ say }) {
      say(`${prefix}/online`, 'true', { retain: true });
    },
    onMessage(topic, text) {
      if (topic !== `${prefix}/rpc`) return;
      const { id, src, method, params } = objectOf(text);
      const result = methods[String(method)]?.(objectOf(JSON.stringify(params ?? {})));
      const answer = result ? { result } : { error: { code: 404, message: 'No handler' } };
      link.say(`${String(src)}/rpc`, JSON.stringify({ id, src: prefix, dst: src, ...answer }));
    },
  });
  return {
    ready: link.ready,
    isOn: relay.isOn,
    meter,
    draw(powerW) {
      meter.draw(powerW);
      notify({ apower: powerW });
    },
    tellEnergy: () => notify(counter()),
    close: link.close,
    vanish: link.vanish,
  };
}
