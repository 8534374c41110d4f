// The connection of one simulated native device: a real MQTT client that signs in as the contract says, comes back by
// itself and starts from nothing each time. Time is an argument, so that tests need not wait.

import mqtt, { type MqttClient } from 'mqtt';

export type NativeOptions = {
  /** As `mqtt://127.0.0.1:1883`. */
  readonly url: string;
  readonly password: string;
  readonly time?: SimulatedTime;
};

export type SimulatedTime = {
  monoMs(): number;
  /** Returns how to call it off. */
  after(delayMs: number, call: () => void): () => void;
};

export const realTime: SimulatedTime = {
  monoMs: () => performance.now(),
  after: (delayMs, call) => {
    const timer = setTimeout(call, delayMs);
    return () => clearTimeout(timer);
  },
};

export type NativeLink = {
  readonly client: MqttClient;
  /** Publishes when connected; QoS 0 messages of a device that is away are lost, as in life. */
  say(topic: string, message: object): void;
  /** Says goodbye and stays away. */
  close(): Promise<void>;
  /** The plug is pulled: no goodbye, no return. */
  vanish(): void;
};

/** Milliseconds between two attempts to connect. */
const reconnectMs = 500;

export function openNativeLink(clientId: string, { url, password }: NativeOptions): NativeLink {
  const client = mqtt.connect(url, {
    clientId,
    username: clientId,
    password,
    protocolVersion: 4,
    clean: true,
    keepalive: 30,
    reconnectPeriod: reconnectMs,
    reconnectOnConnackError: true,
    queueQoSZero: false,
    resubscribe: false,
  });
  // A refused or broken connection is tried again; who waits for it learns from its own time limit.
  client.on('error', () => {});
  return {
    client,
    say: (topic, message) => {
      if (client.connected) client.publish(topic, JSON.stringify(message), { qos: 0 });
    },
    close: () => client.endAsync(),
    vanish: () => {
      client.stream.destroy();
      client.end(true);
    },
  };
}
