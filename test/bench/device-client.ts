// A plain MQTT client that signs in as one device of a benchmark's workshop; the same library on every side, so that it
// weighs alike in a figure and in its baseline.

import mqtt, { type MqttClient } from 'mqtt';
import { devicePassword } from './bench-workshop.ts';

/** Connected and, where it listens, subscribed. Rejects when the broker refuses it. */
export async function connectDevice(
  mqttPort: number,
  device: { readonly id: string; readonly listensTo?: string },
): Promise<MqttClient> {
  const client = await mqtt.connectAsync(`mqtt://127.0.0.1:${mqttPort}`, {
    clientId: device.id,
    username: device.id,
    password: devicePassword,
    protocolVersion: 4,
    reconnectPeriod: 0,
  });
  if (device.listensTo !== undefined) await client.subscribeAsync(device.listensTo, { qos: 1 });
  return client;
}
