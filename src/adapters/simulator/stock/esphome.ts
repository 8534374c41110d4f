// A simulated ESPHome board with the two snippets of our documentation: a reader that tells a card every second while it
// lies there, and a relay that keeps a lease and goes off when the broker is away. Its states are retained.

import { realTime } from '../native-link.ts';
import { createRelay, openStockLink, type StockOptions } from './stock-link.ts';

export type SimulatedEsphome = {
  ready(): Promise<void>;
  isOn(): boolean;
  /** The card stays until it is taken away. */
  lay(uid: string): void;
  takeAway(): void;
  /** A key of its keypad. */
  key(key: string): void;
  close(): Promise<void>;
  vanish(): void;
};

export type EsphomeOptions = StockOptions & { readonly prefix: string; readonly relay: string };

/** `update_interval` of the reader. */
const readEveryMs = 1000;

export function simulateEsphome(options: EsphomeOptions): SimulatedEsphome {
  const { prefix, relay: name, time = realTime } = options;
  let stopReading = (): void => {};
  const tellState = (): void =>
    link.say(`${prefix}/switch/${name}/state`, relay.isOn() ? 'ON' : 'OFF', { retain: true });
  const relay = createRelay({ time, onChange: tellState });
  const link = openStockLink(options, {
    will: { topic: `${prefix}/status`, text: 'offline' },
    keepaliveS: 15,
    subscribes: [`${prefix}/switch/${name}/command`, `${prefix}/lease`, 'esphome/discover'],
    onReady({ say }) {
      say(`${prefix}/status`, 'online', { retain: true });
      say(`homeassistant/switch/${prefix}/${name}/config`, JSON.stringify({ name }), { retain: true });
      tellState();
    },
    onMessage(topic, text) {
      const seconds = Number.parseInt(text, 10) || 0;
      if (topic === `${prefix}/lease`) relay.turn(seconds > 0, seconds);
    },
  });
  link.client.on('close', () => {
    if (relay.isOn()) relay.turn(false, 0);
  });
  const read = (uid: string): void => {
    link.say(`${prefix}/tag`, JSON.stringify({ uid }));
    stopReading = time.after(readEveryMs, () => read(uid));
  };
  const takeAway = (): void => stopReading();
  return {
    ready: link.ready,
    isOn: relay.isOn,
    lay(uid) {
      takeAway();
      read(uid);
    },
    takeAway,
    key: (key) => link.say(`${prefix}/key`, key),
    close() {
      takeAway();
      return link.close();
    },
    vanish() {
      takeAway();
      link.vanish();
    },
  };
}
