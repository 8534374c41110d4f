// A simulated esp-rfid box of the second generation with its Home Assistant topics: it tells a card on both of them, and
// takes commands at QoS 2 on its `cmd` topic.

import { openStockLink, type StockOptions } from './stock-link.ts';

export type SimulatedEspRfid = {
  ready(): Promise<void>;
  card(uid: string, options?: { retain?: boolean }): void;
  /** The commands that it was given. */
  heard(): readonly string[];
  close(): Promise<void>;
  vanish(): void;
};

export type EspRfidOptions = StockOptions & { readonly topic: string; readonly hostname: string };

export function simulateEspRfid(options: EspRfidOptions): SimulatedEspRfid {
  const { topic, hostname } = options;
  const heard: string[] = [];
  const box = { ip: '192.168.4.20', hostname, uptime: 42 };
  const link = openStockLink(options, {
    will: { topic: `${topic}/avty`, text: 'offline' },
    keepaliveS: 15,
    subscribes: [`${topic}/cmd`],
    onReady({ say }) {
      say(
        `${topic}/send`,
        JSON.stringify({ type: 'boot', time: 1_736_533_404, 'Wifi SSID': 'workshop', ...box }),
      );
      say(`${topic}/avty`, 'online', { retain: true });
    },
    onMessage: (_topic, text) => void heard.push(text),
  });
  return {
    ready: link.ready,
    heard: () => heard,
    card(uid, { retain = false } = {}) {
      const read = { uid, username: 'Unknown', access: 'Denied', time: 1_736_533_404 };
      const access = { type: 'access', isKnown: 'false', doorName: 'door', ...read, ...box };
      link.say(`${topic}/send`, JSON.stringify(access), { retain });
      link.say(`${topic}/tag`, JSON.stringify(read), { retain });
    },
    close: link.close,
    vanish: link.vanish,
  };
}
