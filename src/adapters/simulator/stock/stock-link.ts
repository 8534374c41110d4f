// The connection of one simulated stock device: a real MQTT client under the client id of its firmware, with its will,
// that comes back by itself and subscribes anew each time. Time is an argument, so that tests need not wait.

import mqtt, { type MqttClient } from 'mqtt';
import { realTime, type SimulatedTime } from '../native-link.ts';

export type StockOptions = {
  /** As `mqtt://127.0.0.1:1883`. */
  readonly url: string;
  readonly client: string;
  readonly user: string;
  readonly password: string;
  readonly time?: SimulatedTime;
};

export type StockLink = {
  readonly client: MqttClient;
  /** Publishes when connected; what a device that is away says is lost. */
  say(topic: string, text: string, options?: { retain?: boolean }): void;
  /** Resolves when it has subscribed and said what it says first. */
  ready(): Promise<void>;
  close(): Promise<void>;
  /** The plug is pulled: no goodbye, no return. */
  vanish(): void;
};

export type StockHabits = {
  /** Topic and text that others are told when it goes; retained, as all these firmwares have it. */
  readonly will: { readonly topic: string; readonly text: string } | null;
  readonly subscribes: readonly string[];
  readonly keepaliveS: number;
  /** After it has subscribed. */
  readonly onReady: (link: StockLink) => void;
  readonly onMessage: (topic: string, text: string) => void;
};

const reconnectMs = 500;

export function openStockLink(options: StockOptions, habits: StockHabits): StockLink {
  const { will, subscribes, keepaliveS: keepalive } = habits;
  const client = mqtt.connect(options.url, {
    clientId: options.client,
    username: options.user,
    password: options.password,
    protocolVersion: 4,
    clean: true,
    keepalive,
    reconnectPeriod: reconnectMs,
    reconnectOnConnackError: true,
    queueQoSZero: false,
    resubscribe: false,
    ...(will && { will: { topic: will.topic, payload: Buffer.from(will.text), qos: 0, retain: true } }),
  });
  const subscribed = Promise.withResolvers<void>();
  const link: StockLink = {
    client,
    say(topic, text, { retain = false } = {}) {
      if (client.connected) client.publish(topic, text, { qos: 0, retain });
    },
    ready: () => subscribed.promise,
    close: () => client.endAsync(),
    vanish() {
      client.stream.destroy();
      client.end(true);
    },
  };
  // A refused or broken connection is tried again; who waits for it learns from its own time limit.
  client.on('error', () => {});
  client.on('connect', () => {
    // Firmware does not look at what it was granted.
    client.subscribe([...subscribes], { qos: 0 }, () => {
      habits.onReady(link);
      subscribed.resolve();
    });
  });
  client.on('message', (topic, payload) => habits.onMessage(topic, payload.toString('utf8')));
  return link;
}

export type Relay = {
  /** What its firmware believes. */
  isOn(): boolean;
  /** Whether current can flow: also when it is off, once its contact is welded. */
  isClosed(): boolean;
  /** The contact stays closed for good; the firmware does not notice. */
  weld(): void;
  /** Off by itself after so many seconds; 0 never. Switching anew begins the time anew. */
  turn(on: boolean, offAfterS: number): void;
};

/** A contact with the timer that all these firmwares have in some words. */
export function createRelay({ time = realTime, onChange, beforeChange = () => {} }: RelayOptions): Relay {
  let on = false;
  let stop = (): void => {};
  const change = (next: boolean): void => {
    beforeChange();
    on = next;
    onChange(on);
  };
  let isWelded = false;
  return {
    isOn: () => on,
    isClosed: () => on || isWelded,
    weld() {
      isWelded = true;
    },
    turn(next, offAfterS) {
      stop();
      if (next && offAfterS > 0) stop = time.after(offAfterS * 1000, () => change(false));
      change(next);
    },
  };
}

type RelayOptions = {
  readonly time?: SimulatedTime | undefined;
  readonly onChange: (on: boolean) => void;
  /** The contact is still as it was. */
  readonly beforeChange?: () => void;
};

/** The JSON object in a message, or an empty one. */
export function objectOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? { ...json } : {};
  } catch {
    return {};
  }
}
