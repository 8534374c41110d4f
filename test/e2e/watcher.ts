// Somebody who only listens: an MQTT client that hears what the gateway tells everyone about the machines, from the
// first retained message on. It signs in as a reader that opens nothing.

import mqtt from 'mqtt';
import { eventually } from './program.ts';

type Notice = {
  readonly link: string;
  readonly activity: string;
  readonly interlock: string;
  readonly session: { readonly id: string } | null;
};

export type Watcher = {
  /** What was told of a machine, oldest first. */
  heard(machine: string): readonly Notice[];
  last(machine: string): Notice | undefined;
  /** Resolves with the first notice that fits, the present one included. */
  until(machine: string, what: string, fits: (notice: Notice) => boolean, limitMs?: number): Promise<Notice>;
  close(): Promise<void>;
};

/** @param reader id of a reader of officina.yaml whose password is `password` */
export async function openWatcher(to: {
  mqttPort: number;
  reader: string;
  password: string;
}): Promise<Watcher> {
  const clientId = `reader-${to.reader}`;
  const client = await mqtt.connectAsync(`mqtt://127.0.0.1:${to.mqttPort}`, {
    clientId,
    username: clientId,
    password: to.password,
    protocolVersion: 4,
    reconnectPeriod: 200,
  });
  client.on('error', () => {});
  const notices = new Map<string, Notice[]>();
  client.on('message', (topic, payload) => {
    const machine = topic.split('/')[3] ?? '';
    const told = notices.get(machine) ?? [];
    notices.set(machine, told);
    told.push(JSON.parse(payload.toString('utf8')) as Notice);
  });
  await client.subscribeAsync('officina/v1/machine/+/state', { qos: 0 });
  const heard = (machine: string): readonly Notice[] => notices.get(machine) ?? [];
  const last = (machine: string): Notice | undefined => heard(machine).at(-1);
  return {
    heard,
    last,
    until: (machine, what, fits, limitMs) =>
      eventually(
        () => `${machine} ${what}; last told: ${JSON.stringify(last(machine))}`,
        () => {
          const notice = last(machine);
          return notice && fits(notice) ? notice : null;
        },
        limitMs,
      ),
    close: () => client.endAsync(true),
  };
}
