// A simulated Shelly plug of the first generation: states over MQTT, and its real HTTP interface, the only one that knows
// a timer. Its energy counts watt-minutes.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRelay, openStockLink, type StockOptions } from './stock-link.ts';
import { createStockMeter, type StockMeter } from './stock-meter.ts';

export type SimulatedShellyGen1 = {
  /** Where its HTTP interface is, as `127.0.0.1:8081`. */
  readonly host: string;
  /** Signs in at the broker. */
  connect(): Promise<void>;
  isOn(): boolean;
  readonly meter: StockMeter;
  /** Tells watts and watt-minutes, as it does every half minute. */
  tellEnergy(): void;
  /** The paths that were asked for. */
  asked(): readonly string[];
  /** Its contact stays closed for good: it says off, and measures what flows. */
  weld(): void;
  /** The button on the plug. */
  press(): void;
  /** Takes requests and does not answer them. */
  fallSilent(): void;
  close(): Promise<void>;
};

export type ShellyGen1Options = StockOptions & {
  readonly prefix: string;
  readonly defaultState?: 'off' | 'on' | 'last' | 'switch';
};

/** Its HTTP interface is open at once, so that its address can be described before it signs in. */
export async function simulateShellyGen1(options: ShellyGen1Options): Promise<SimulatedShellyGen1> {
  const { prefix, defaultState = 'off', time } = options;
  let link: ReturnType<typeof openStockLink> | null = null;
  let silent = false;
  const asked: string[] = [];
  const tellState = (): void => {
    link?.say(`${prefix}/relay/0`, relay.isOn() ? 'on' : 'off');
    tellEnergy();
  };
  const tellEnergy = (): void => {
    const wh = meter.totalWh();
    link?.say(`${prefix}/relay/0/power`, meter.powerW().toFixed(1));
    if (wh !== null) link?.say(`${prefix}/relay/0/energy`, String(Math.trunc(wh * 60)));
  };
  const announce = (): void => {
    const facts = {
      id: 'shellyplug-s-A1B2',
      model: 'SHPLG-S',
      ip: '192.168.4.21',
      fw_ver: '20230913-113421/v1.14.0',
    };
    link?.say(`${prefix}/announce`, JSON.stringify(facts));
    link?.say('shellies/announce', JSON.stringify(facts));
  };
  const meter = createStockMeter({ time, isOn: () => relay.isClosed(), firstWh: 10_000 });
  const relay = createRelay({ time, onChange: tellState, beforeChange: meter.count });

  const answer = (url: URL): object | null => {
    if (url.pathname === '/settings/relay/0') return { name: null, default_state: defaultState, auto_off: 0 };
    if (url.pathname !== '/relay/0') return null;
    const turn = url.searchParams.get('turn');
    const timer = Number(url.searchParams.get('timer') ?? 0);
    if (turn !== null) relay.turn(turn === 'on', timer);
    return { ison: relay.isOn(), has_timer: timer > 0, timer_duration: timer };
  };
  const server = createServer((request, reply) => {
    asked.push(request.url ?? '');
    if (silent) return;
    const body = answer(new URL(request.url ?? '/', 'http://shelly'));
    reply.writeHead(body ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    connect() {
      link = openStockLink(options, {
        will: { topic: `${prefix}/online`, text: 'false' },
        keepaliveS: 60,
        subscribes: ['shellies/command', `${prefix}/command`, `${prefix}/relay/0/command`],
        onReady({ say }) {
          say(`${prefix}/online`, 'true', { retain: true });
          announce();
          tellState();
        },
        onMessage(topic, text) {
          if (text === 'announce') announce();
          else if (text === 'update') tellState();
          else if (topic.startsWith(`${prefix}/relay/`)) relay.turn(text === 'on', 0);
        },
      });
      return link.ready();
    },
    isOn: relay.isOn,
    meter,
    tellEnergy,
    asked: () => asked,
    weld() {
      meter.count();
      relay.weld();
    },
    press: () => relay.turn(!relay.isOn(), 0),
    fallSilent: () => {
      silent = true;
    },
    async close() {
      await link?.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
