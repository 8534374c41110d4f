// A child process full of devices, so that their work does not delay the client whose time is taken: machines that
// report once a second, spread over the second, and stations whose members tap when asked.

import type { MqttClient } from 'mqtt';
import { machineId } from './bench-workshop.ts';
import { answer } from './child.ts';
import { connectDevice } from './device-client.ts';
import { type Beat, pace } from './pace.ts';
import { openStations, type Seen } from './stations.ts';

export type CrowdSettings = {
  readonly mqttPort: number;
  readonly machines: number;
  readonly stations: number;
  readonly members: number;
};

/** `reports` lets the machines speak, or keeps them silent; `taps` resolves with what came of them. */
export type CrowdQuestion = { readonly reports: boolean } | { readonly taps: Beat };

/** A machine changes from running to idle, or back, about once a minute. */
const changeEvery = 60;

const { mqttPort, machines, stations, members }: CrowdSettings = JSON.parse(process.argv[2] ?? '');

async function run(): Promise<void> {
  const said = Array.from({ length: machines }, (_, index) => index * 7);
  const clients: MqttClient[] = [];
  for (let index = 0; index < machines; index++) {
    clients.push(await connectDevice(mqttPort, { id: `machine-${machineId(index)}` }));
  }
  const crowd = await openStations(mqttPort, { count: stations, members });
  const report = (index: number): void => {
    const count = (said[index] ?? 0) + 1;
    said[index] = count;
    const activity = Math.floor(count / changeEvery) % 2 === 0 ? 'running' : 'idle';
    const message = { activity, 'spindle.speed': 12_000 + (count % 100), 'path.feedrate': 1000 };
    clients[index]?.publish(`officina/v1/machine/${machineId(index)}/report`, JSON.stringify(message));
  };
  let turn = 0;
  let reporting: NodeJS.Timeout | undefined;
  answer(async (question: CrowdQuestion): Promise<Seen | null> => {
    if ('taps' in question) {
      crowd.take();
      await pace(question.taps, crowd.tapNext);
      return crowd.take();
    }
    clearInterval(reporting);
    if (question.reports && machines > 0) {
      reporting = setInterval(() => report(turn++ % machines), 1000 / machines);
    }
    return null;
  });
  process.stdout.write('ready\n');
}

await run();
