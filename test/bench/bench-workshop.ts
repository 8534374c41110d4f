// The workshops of the benchmarks: stations (a machine that only a badge and a switch know, each with its own reader)
// and machines that report over MQTT; and the members who tap there.

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Child, startChild } from './child.ts';
import { newFolder } from './leave-nothing.ts';

export type WorkshopSize = {
  readonly stations: number;
  /** Machines that report over MQTT. */
  readonly machines: number;
  readonly members: number;
  /** The reading that the board draws of each machine. */
  readonly chart?: string;
  /** Where the diary also goes. */
  readonly influx?: { readonly url: string; readonly database: string };
};

/** Of every device of a benchmark, on loopback. */
export const devicePassword = 'for-a-benchmark';

const ownMain = fileURLToPath(new URL('../../src/officina.ts', import.meta.url));

export const stationId = (index: number): string => `station-${index}`;
export const machineId = (index: number): string => `machine-${index}`;
export const badgeOf = (member: number): string => `04${(member + 1).toString(16).padStart(12, '0')}`;

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** The text of `officina.yaml`; JSON is YAML too. */
export function workshopText({ stations, machines, influx, chart }: Omit<WorkshopSize, 'members'>): string {
  const device = { kind: 'native', password: devicePassword };
  const ids = range(stations).map(stationId);
  const listening = { host: '127.0.0.1' };
  return JSON.stringify(
    {
      space: { name: 'Bench', timezone: 'Europe/Rome', currency: 'EUR', locale: 'en' },
      http: listening,
      mqtt: listening,
      influx,
      machines: Object.fromEntries([
        ...ids.map((id) => [id, { name: id, pool: 'stations', reader: id, switch: id }]),
        ...range(machines).map((index) => [
          machineId(index),
          {
            ...{ name: machineId(index), pool: 'machines', chart },
            link: { kind: 'mqtt', password: devicePassword },
          },
        ]),
      ]),
      readers: Object.fromEntries(ids.map((id) => [id, device])),
      switches: Object.fromEntries(ids.map((id) => [id, device])),
    },
    null,
    1,
  );
}

export const configFile = (folder: string): string => join(folder, 'officina.yaml');
export const dataDir = (folder: string): string => join(folder, 'data');

/** A folder with such a workshop, its members imported into a journal of its own. */
export function makeWorkshop(name: string, size: WorkshopSize): string {
  const folder = newFolder(name);
  mkdirSync(dataDir(folder), { mode: 0o700 });
  writeFileSync(configFile(folder), workshopText(size), { mode: 0o600 });
  if (size.members > 0) importMembers(folder, size.members);
  return folder;
}

export function importMembers(folder: string, members: number): void {
  const file = join(folder, 'members.csv');
  const rows = range(members).map(
    (member) => `member-${member},Member ${member},,,${badgeOf(member)},,member`,
  );
  writeFileSync(file, ['member,name,email,team,badges,certificates,roles', ...rows, ''].join('\n'));
  const args = [ownMain, 'import', file, '--config', configFile(folder), '--data', dataDir(folder)];
  execFileSync(process.execPath, args, {
    env: { OFFICINA_LOG: 'error' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

export type Officina = Child & { readonly httpPort: number; readonly mqttPort: number };

type Start = {
  /** Of a copy of the program; left out, this one. */
  readonly main?: string;
  /** Of its administrator; left out, it has none. */
  readonly token?: string;
};

/** The real program on that folder, on free ports. */
export async function startOfficina(
  folder: string,
  { main = ownMain, token }: Start = {},
): Promise<Officina> {
  const where = ['--config', configFile(folder), '--data', dataDir(folder)];
  const ports = ['--http-port', '0', '--mqtt-port', '0'];
  const ready = /^ready http=(\d+) mqtt=(\d+)$/;
  const child = await startChild({
    args: ['--max-semi-space-size=1', main, 'run', ...where, ...ports],
    folder,
    ready,
    ...(token === undefined ? {} : { env: { OFFICINA_ADMIN_TOKEN: token } }),
  });
  const [httpPort, mqttPort] = child.said.map(Number);
  return { ...child, httpPort: httpPort ?? 0, mqttPort: mqttPort ?? 0 };
}
