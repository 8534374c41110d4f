// The workshop of the kiosk's story: the real program, a laser whose controller reports over real MQTT, its reader and its
// plug, members with PINs, and a browser that a steward pairs with the laser.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { simulateMqttMachine } from '../../src/adapters/simulator/mqtt-machine.ts';
import { simulateReader } from '../../src/adapters/simulator/native-reader.ts';
import { simulateSwitch } from '../../src/adapters/simulator/native-switch.ts';
import { visit } from './browser.ts';
import { freePort } from './free-port.ts';
import { eventually, runOfficina, startProgram, storyDir } from './program.ts';

const adminToken = 'the-kiosk-needs-an-administrator';
const password = 'correct horse battery';
export const badges = { ada: '04a1b2c3d4e580', bo: '04a1b2c3d4e581' };
const pins = { ada: '482913', bo: '5150', cem: '7007' };
export type Handle = keyof typeof pins;
const members = `member,name,email,team,badges,certificates,roles
ada,Ada Rossi,,,${badges.ada},laser-basic,member
bo,Bo Weiß,,,${badges.bo},laser-basic,member
cem,Cem Aydin,,,,,member
eva,Eva Lindt,,,,,steward
`;

/** `closing` is filled with what has to be closed, in order. */
export async function openKioskStory(closing: (() => unknown)[], locale = 'en') {
  const dir = storyDir('kiosk');
  closing.push(dir.remove);
  writeFileSync(join(dir.path, 'members.csv'), members);
  const yaml = readFileSync(new URL('kiosk.yaml', import.meta.url), 'utf8');
  const described = yaml.replace('locale: en', `locale: ${locale}`);
  writeFileSync(join(dir.path, 'officina.yaml'), described, { mode: 0o600 });
  const imported = await runOfficina(dir.path, ['import', 'members.csv']);
  if (imported.code !== 0) throw new Error(imported.stderr);
  const ports = { http: await freePort(), mqtt: await freePort() };
  const start = () => startProgram({ dir: dir.path, ports, env: { OFFICINA_ADMIN_TOKEN: adminToken } });
  let program = await start();
  closing.push(() => program.kill());
  const url = `mqtt://127.0.0.1:${ports.mqtt}`;
  const laser = simulateMqttMachine({ url, machine: 'laser', password: 'laser-secret', everyMs: 500 });
  const front = simulateReader({ url, reader: 'front', password: 'front-secret' });
  const plug = simulateSwitch({ url, switch: 'laser-plug', password: 'plug-secret' });
  closing.push(laser.close, front.close, plug.close);
  await Promise.all([laser, front, plug].map((device) => device.ready()));
  laser.report({ activity: 'idle' });
  await givePeopleTheirs(program.url);
  return {
    ...{ url: program.url, laser, front, plug },
    stop: () => program.stop(),
    async startAgain() {
      program = await start();
    },
  };
}
export type KioskStory = Awaited<ReturnType<typeof openKioskStory>>;

async function givePeopleTheirs(url: string): Promise<void> {
  const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
  const known = (await (await fetch(`${url}/api/members`, { headers })).json()) as {
    member: string;
    handle: string;
  }[];
  const put = async (path: string, body: object): Promise<void> => {
    const answer = await fetch(url + path, { method: 'PUT', headers, body: JSON.stringify(body) });
    if (answer.status !== 204) throw new Error(`${path}: ${answer.status}`);
  };
  for (const { member, handle } of known) {
    if (handle === 'eva') await put(`/api/members/${member}/password`, { password });
    if (handle in pins) await put(`/api/members/${member}/pin`, { pin: pins[handle as Handle] });
  }
}

/** The screen beside the laser, paired by Eva. */
export async function pairedKiosk({ url }: KioskStory, names = english) {
  const seen = await visit(`${url}/kiosk#laser`);
  await seen.page.setViewportSize({ width: 1280, height: 800 });
  await seen.page.getByLabel(names.handle).fill('eva');
  await seen.page.getByLabel(names.password).fill(password);
  await seen.page.getByRole('button', { name: names.signIn }).click();
  await seen.page.getByRole('button', { name: names.pair, exact: true }).click();
  await seen.page.getByText('Laser 1').waitFor();
  return seen;
}

const english = { handle: 'Handle', password: 'Password', signIn: 'Sign in', pair: 'Pair' };

/** Types handle and PIN on the pads, which are on the screen already. */
export async function typesIn(
  page: Page,
  who: Handle,
  { pin = pins[who], names = pads } = {},
): Promise<void> {
  await typesHandle(page, who);
  await pressed(page, names.next);
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
  await pressed(page, names.enter);
}

async function typesHandle(page: Page, who: Handle): Promise<void> {
  for (const letter of who) await page.getByRole('button', { name: letter, exact: true }).click();
}

const pads = { next: 'Next', enter: 'Enter' };

/**
 * Presses until what was pressed has gone, or `until` has come: the screen takes what follows within 400 ms for the same
 * press.
 */
export async function pressed(page: Page, name: string | RegExp, until?: Locator): Promise<void> {
  const key = page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  await key.waitFor();
  await eventually(`the key ${name} to be heard`, async () => {
    await key.click({ timeout: 1_000 }).catch(() => undefined);
    const done = until ? until.waitFor({ timeout: 450 }) : key.waitFor({ state: 'detached', timeout: 450 });
    return done.then(() => true).catch(() => false);
  });
}
