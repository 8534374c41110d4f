// The workshop that is looked at: the real program, machines, a reader and a plug over real MQTT, and somebody of each role.
// What its machines do is told to them, so that every state can be brought about.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simulateMqttMachine } from '../../src/adapters/simulator/mqtt-machine.ts';
import { simulateReader } from '../../src/adapters/simulator/native-reader.ts';
import { simulateSwitch } from '../../src/adapters/simulator/native-switch.ts';
import { freePort } from '../e2e/free-port.ts';
import { eventually, runOfficina, startProgram, storyDir } from '../e2e/program.ts';

const adminToken = 'the-look-needs-an-administrator';
export const password = 'correct horse battery';
const badges = { ada: '04a1b2c3d4e580', bo: '04a1b2c3d4e581' };
const members = `member,name,email,team,badges,certificates,roles
ada,Ada Rossi,,,${badges.ada},laser-basic,member
bo,Bartholomäus von Weißenburg-Güterverkehr,,,${badges.bo},laser-basic,member
nico,Nicolò Serra,,,,laser-basic::teach,trainer
eva,Eva Lindt,,,,,steward
tom,Tom Okafor,,,,,treasurer
iris,Iris Blum,,,,,admin
`;

/** Who has which role. */
export const handles = {
  member: 'ada',
  other: 'bo',
  trainer: 'nico',
  steward: 'eva',
  treasurer: 'tom',
  admin: 'iris',
} as const;
export type Role = keyof typeof handles;

/** `busy`: every kind of state at once; `calm`: all idle, nobody there. */
export type Scene = 'calm' | 'busy';

const machines = ['laser', 'printer', 'kiln', 'mill'] as const;
const busy: Readonly<Record<(typeof machines)[number], { activity: string; [reading: string]: unknown }>> = {
  laser: { activity: 'running', program: 'frame.nc', progress: 0.61 },
  printer: {
    activity: 'running',
    program: 'a-bracket-with-a-very-long-file-name_v12_final.gcode',
    progress: 0.2,
  },
  kiln: { activity: 'alarm', 'temperature.chamber.actual': 780 },
  mill: { activity: 'door' },
};

/** `closing` is filled with what has to be closed, in order. */
export async function openWorkshop(closing: (() => unknown)[]) {
  const dir = storyDir('look');
  closing.push(dir.remove);
  writeFileSync(join(dir.path, 'members.csv'), members);
  const yaml = readFileSync(new URL('workshop.yaml', import.meta.url), 'utf8');
  writeFileSync(join(dir.path, 'officina.yaml'), yaml, { mode: 0o600 });
  const imported = await runOfficina(dir.path, ['import', 'members.csv']);
  if (imported.code !== 0) throw new Error(imported.stderr);
  const ports = { http: await freePort(), mqtt: await freePort() };
  const start = () => startProgram({ dir: dir.path, ports, env: { OFFICINA_ADMIN_TOKEN: adminToken } });
  let program = await start();
  closing.push(() => program.kill());
  await givePasswords(program.url);
  const devices = await openDevices(`mqtt://127.0.0.1:${ports.mqtt}`, closing);
  const { url } = program;
  return {
    ...{ url, dir: dir.path, devices },
    kill: () => program.kill(),
    async startAgain() {
      program = await start();
    },
    show: (scene: Scene) => show(scene, devices, url),
    ask: (path: string, body?: object, method = 'POST') => askAsAdmin(url + path, { body, method }),
  };
}
export type Workshop = Awaited<ReturnType<typeof openWorkshop>>;
type Devices = Awaited<ReturnType<typeof openDevices>>;

async function openDevices(url: string, closing: (() => unknown)[]) {
  const secret = { url, password: 'device-secret' };
  const controllers = machines.map((machine) => ({
    machine,
    controller: simulateMqttMachine({ ...secret, machine, everyMs: 500 }),
  }));
  const front = simulateReader({ ...secret, reader: 'front' });
  const plug = simulateSwitch({ ...secret, switch: 'laser-plug' });
  closing.push(front.close, plug.close, ...controllers.map(({ controller }) => controller.close));
  await Promise.all(
    [front, plug, ...controllers.map(({ controller }) => controller)].map((one) => one.ready()),
  );
  return { controllers, front, plug };
}

async function show(scene: Scene, { controllers, front }: Devices, url: string): Promise<void> {
  for (const { machine, controller } of controllers)
    controller.report(scene === 'busy' ? busy[machine] : { activity: 'idle' });
  const isHeld = async (): Promise<boolean> => (await cardOf('laser', url)).session !== null;
  if ((await isHeld()) !== (scene === 'busy')) await front.tap(badges.ada);
  await eventually(
    'the laser to be as the scene has it',
    async () => (await isHeld()) === (scene === 'busy'),
  );
  const shown = scene === 'busy' ? 'alarm' : 'free';
  await eventually('the kiln to be heard', async () => (await cardOf('kiln', url)).shown === shown);
}

type Card = { readonly id: string; readonly shown: string; readonly session: object | null };

const cardOf = async (machine: string, url: string): Promise<Card> =>
  (await askAsAdmin(`${url}/api/machines/${machine}`, { method: 'GET' })) as Card;

type Question = { readonly body?: object | undefined; readonly method: string };

async function askAsAdmin(address: string, { body, method }: Question): Promise<unknown> {
  const headers = {
    authorization: `Bearer ${adminToken}`,
    ...(body !== undefined && { 'content-type': 'application/json' }),
  };
  const answer = await fetch(address, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}

async function givePasswords(url: string): Promise<void> {
  const known = (await askAsAdmin(`${url}/api/members`, { method: 'GET' })) as readonly {
    member: string;
    handle: string;
  }[];
  for (const { member, handle } of known) {
    await askAsAdmin(`${url}/api/members/${member}/password`, { method: 'PUT', body: { password } });
    if (handle === 'ada')
      await askAsAdmin(`${url}/api/members/${member}/pin`, { method: 'PUT', body: { pin: '482913' } });
  }
}
