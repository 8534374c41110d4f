// What readings on their way to the diary are measured against: the bare broker library, and a subscriber that only
// counts, in a process of its own. Nothing of the gateway runs here.

import { once } from 'node:events';
import { createServer } from 'node:net';
import { Aedes } from 'aedes';
import { answer } from './child.ts';
import { connectDevice } from './device-client.ts';

/** `broker`, or `counter` and the port of the broker to count at. */
const [part = '', port = ''] = process.argv.slice(2);

async function openBroker(): Promise<number> {
  const aedes = await Aedes.createBroker();
  const server = createServer(aedes.handle).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}

/** Subscribed at the QoS at which the machines publish: each report is acknowledged on both of its ways. */
async function openCounter(): Promise<void> {
  const client = await connectDevice(Number(port), { id: 'counter' });
  let count = 0;
  client.on('message', () => {
    count += 1;
  });
  await client.subscribeAsync('officina/v1/machine/+/report', { qos: 1 });
  answer(() => count);
}

if (part === 'broker') {
  answer(() => null);
  process.stdout.write(`ready mqtt=${await openBroker()}\n`);
} else {
  await openCounter();
  process.stdout.write('ready\n');
}
