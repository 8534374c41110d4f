// A simulated Shelly plug of the second generation: requests and answers in JSON, `toggle_after` as the lease, and
// notifications that hold only what has changed: the watts when they do, and the total from minute to minute while
// something flows.

import { realTime } from '../native-link.ts';
import { createRelay, objectOf, openStockLink, type StockOptions } from './stock-link.ts';

export type SimulatedShellyGen2 = {
  ready(): Promise<void>;
  isOn(): boolean;
  /** What hangs behind it draws so much; the power is told alone, as it is when nothing else changed. */
  draw(powerW: number): void;
  /** The button on the plug. */
  press(): void;
  /** Its contact stays closed for good: it says off, and measures what flows. */
  weld(): void;
  /** The meter chip says nothing any more; everything else goes on. */
  loseMeter(): void;
  close(): Promise<void>;
  vanish(): void;
};

export type ShellyGen2Options = StockOptions & {
  readonly prefix: string;
  readonly initialState?: 'off' | 'on' | 'restore_last' | 'match_input';
};

export function simulateShellyGen2(options: ShellyGen2Options): SimulatedShellyGen2 {
  const { prefix, initialState = 'off', time = realTime } = options;
  let meter: { loadW: number; totalWh: number } | null = { loadW: 0, totalWh: 12.5 };
  const notify = (change: object): void => {
    const params = { ts: 1_736_533_404.12, 'switch:0': { id: 0, ...change } };
    link.say(
      `${prefix}/events/rpc`,
      JSON.stringify({ src: prefix, dst: `${prefix}/events`, method: 'NotifyStatus', params }),
    );
  };
  let source = 'MQTT';
  let toldW = 0;
  const flowingW = (): number => (meter && relay.isClosed() ? meter.loadW : 0);
  const tellWatts = (): void => {
    if (meter && flowingW() !== toldW) notify({ apower: flowingW() });
    toldW = flowingW();
  };
  const relay = createRelay({
    time,
    onChange(output) {
      notify({ output, source });
      tellWatts();
    },
  });
  const tellMinute = (): void => {
    stopMinutes = time.after(60_000, tellMinute);
    if (!meter || flowingW() === 0) return;
    meter.totalWh += flowingW() / 60;
    notify({ aenergy: { by_minute: [(flowingW() * 1000) / 60, 0, 0], minute_ts: 0, total: meter.totalWh } });
  };
  let stopMinutes = time.after(60_000, tellMinute);

  const methods: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => object>> = {
    'Switch.Set'({ on, toggle_after: leaseS }) {
      const wasOn = relay.isOn();
      source = 'MQTT';
      relay.turn(on === true, typeof leaseS === 'number' ? leaseS : 0);
      return { was_on: wasOn };
    },
    'Switch.GetStatus': () => ({
      id: 0,
      source: 'init',
      output: relay.isOn(),
      ...(meter && { apower: flowingW(), aenergy: { total: meter.totalWh } }),
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
    draw(powerW) {
      if (meter) meter.loadW = powerW;
      tellWatts();
    },
    press() {
      source = 'button';
      relay.turn(!relay.isOn(), 0);
    },
    weld: relay.weld,
    loseMeter() {
      meter = null;
    },
    close() {
      stopMinutes();
      return link.close();
    },
    vanish() {
      stopMinutes();
      link.vanish();
    },
  };
}
