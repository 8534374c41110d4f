// A simulated Shelly plug of the second generation: requests and answers in JSON, `toggle_after` as the lease, and
// notifications that hold only what has changed: the watts when they do, and the total from minute to minute while
// something flows.

import { realTime, type SimulatedTime } from '../native-link.ts';
import { createRelay, objectOf, openStockLink, type StockOptions } from './stock-link.ts';
import { createStockMeter, type StockMeter } from './stock-meter.ts';

export type SimulatedShellyGen2 = {
  ready(): Promise<void>;
  isOn(): boolean;
  readonly meter: StockMeter;
  /** What hangs behind it draws so much; the power is told alone, as it is when nothing else changed. */
  draw(powerW: number): void;
  /** Tells of its counter alone, as it does every minute while something flows. */
  tellEnergy(): void;
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
  const notify = (change: object): void => {
    const params = { ts: 1_736_533_404.12, 'switch:0': { id: 0, ...change } };
    link.say(
      `${prefix}/events/rpc`,
      JSON.stringify({ src: prefix, dst: `${prefix}/events`, method: 'NotifyStatus', params }),
    );
  };
  const body = createBody(time, notify);
  const { relay, meter } = body;

  const methods: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => object>> = {
    'Switch.Set'({ on, toggle_after: leaseS }) {
      const wasOn = relay.isOn();
      body.turn({ source: 'MQTT', on: on === true, offAfterS: typeof leaseS === 'number' ? leaseS : 0 });
      return { was_on: wasOn };
    },
    'Switch.GetStatus': () => ({
      id: 0,
      source: 'init',
      output: relay.isOn(),
      ...body.measured(),
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
    draw: body.draw,
    tellEnergy: body.tellEnergy,
    press: () => body.turn({ source: 'button', on: !relay.isOn(), offAfterS: 0 }),
    weld: body.weld,
    loseMeter: body.loseMeter,
    close() {
      body.stop();
      return link.close();
    },
    vanish() {
      body.stop();
      link.vanish();
    },
  };
}

/** The contact and the meter chip: what they do is told by the firmware, only as far as it has changed. */
function createBody(time: SimulatedTime, notify: (change: object) => void) {
  let source = 'MQTT';
  let hasMeter = true;
  let toldW = 0;
  const tellWatts = (): void => {
    if (hasMeter) notify({ apower: meter.powerW() });
    toldW = meter.powerW();
  };
  const meter = createStockMeter({ time, isOn: () => relay.isClosed(), firstWh: 12_500 });
  const relay = createRelay({
    time,
    onChange(output) {
      notify({ output, source });
      if (meter.powerW() !== toldW) tellWatts();
    },
    beforeChange: meter.count,
  });
  const counter = (): object => {
    const total = hasMeter ? meter.totalWh() : null;
    return total === null ? {} : { aenergy: { total, by_minute: [0, 0, 0], minute_ts: 1_736_533_404 } };
  };
  const tellMinute = (): void => {
    stopMinutes = time.after(60_000, tellMinute);
    if (hasMeter && meter.powerW() !== 0) notify(counter());
  };
  let stopMinutes = time.after(60_000, tellMinute);

  return {
    relay,
    meter,
    measured: () => ({ ...(hasMeter && { apower: meter.powerW() }), ...counter() }),
    tellEnergy: () => notify(counter()),
    draw(powerW: number) {
      meter.draw(powerW);
      tellWatts();
    },
    turn(to: { source: 'MQTT' | 'button'; on: boolean; offAfterS: number }) {
      source = to.source;
      relay.turn(to.on, to.offAfterS);
    },
    weld() {
      meter.count();
      relay.weld();
    },
    loseMeter() {
      hasMeter = false;
    },
    stop: () => stopMinutes(),
  };
}
