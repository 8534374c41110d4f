// `officina attach pair`: a code for one device, what to type into it, and what then connects.

import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../config/config.ts';
import { askGateway, fieldOf, problemText } from './ask-gateway.ts';
import type { RunningGateway } from './boxes.ts';
import { type Context, type ExitCode, exitCodes, refuse } from './command.ts';
import { reachedAt } from './reached-at.ts';
import { describeDevice, type Listed, readUnassigned } from './unassigned-list.ts';

const askEveryMs = 1000;

/** Who has come is listened to for so many seconds before it is shown, unless it is clear earlier what it is. */
const listenS = 5;

type Pairing = { readonly running: RunningGateway; readonly config: Config; readonly waitS: number };

export async function pairDevice(context: Context, { running, config, waitS }: Pairing): Promise<ExitCode> {
  const before = await readUnassigned(running);
  if ('text' in before) return refuse(context, before.text);
  const asked = await askGateway(running, { method: 'POST', path: '/api/pairings', body: {} });
  const code = fieldOf(asked.said, 'code');
  if (!asked.ok || typeof code !== 'string') return refuse(context, problemText(asked));
  const { host, port, warning } = reachedAt(config);
  context.stdout.write(`The code is ${code}, for one device${untilOf(fieldOf(asked.said, 'expires'))}.

Type this into the MQTT settings of the device:
  Host       ${host}
  Port       ${port}
  User name  pair
  Password   ${code}
Leave its client id as it is. In the console of Tasmota that is one line:
  Backlog MqttHost ${host}; MqttPort ${port}; MqttUser pair; MqttPassword ${code}
A native device that subscribes to officina/v1/pairing/<its client id> gets its own password there later by itself.
`);
  if (warning !== null) context.stderr.write(`${warning}\n`);
  if (waitS === 0) return exitCodes.ok;
  context.stdout.write('\nWaiting for it; Ctrl-C ends the waiting, not the code.\n');
  const known = new Map(before.devices.map(({ client, lastSeenMs }) => [client, lastSeenMs]));
  const found = await waitFor(running, { known, waitS });
  if (found === null) {
    const text = `Nothing came within ${waitS} s. Is the device in this network, and can it reach ${host} on port ${port}?`;
    return refuse(context, text);
  }
  if ('text' in found) return refuse(context, found.text);
  context.stdout.write(`\n${describeDevice(found, Date.now())}\n\nNow: officina attach ${found.client}\n`);
  return exitCodes.ok;
}

type Wait = { readonly known: ReadonlyMap<string, number>; readonly waitS: number };

/** Null when the time is over. */
async function waitFor(
  running: RunningGateway,
  { known, waitS }: Wait,
): Promise<Listed | { readonly text: string } | null> {
  const endMs = performance.now() + waitS * 1000;
  let listened = 0;
  for (;;) {
    const read = await readUnassigned(running);
    if ('text' in read) return read;
    const isNew = ({ client, lastSeenMs, how, there }: Listed): boolean =>
      how === 'code' && there && lastSeenMs > (known.get(client) ?? -1);
    const found = read.devices.find(isNew);
    const isClear = found !== undefined && (found.guesses.length > 0 || listened >= listenS);
    const isOver = performance.now() + askEveryMs > endMs;
    if (found && (isClear || isOver)) return found;
    if (isOver) return null;
    if (found) listened += 1;
    await pause(askEveryMs);
  }
}

function untilOf(expires: unknown): string {
  const at = typeof expires === 'string' ? new Date(expires) : new Date(Number.NaN);
  return Number.isNaN(at.getTime()) ? '' : `, until ${at.toTimeString().slice(0, 5)}`;
}
