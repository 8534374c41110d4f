// New devices at the desk, seen in a real browser: a steward makes a code, a reader comes in with it and takes its own
// password over, a plug is set up with the one that is shown, gives power, and tells when somebody presses its button.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { simulateReader } from '../../src/adapters/simulator/native-reader.ts';
import { pairNative } from '../../src/adapters/simulator/pair-native.ts';
import { type SimulatedTasmota, simulateTasmota } from '../../src/adapters/simulator/stock/tasmota.ts';
import { outside } from '../outside.ts';
import { type Visit, visit } from './browser.ts';
import { eventually, type Program, runOfficina, startProgram, storyDir } from './program.ts';

const yaml = readFileSync(new URL('attach-a-plug.yaml', import.meta.url), 'utf8');
const token = 'the-bench-needs-an-administrator';
const password = 'correct horse battery';
const badge = '04a1b2c3d4e582';
const members = `member,name,email,team,badges,certificates,roles
eva,Eva Lindt,,,${badge},,steward
`;

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

type Story = { readonly dir: string; readonly program: Program; readonly url: string; readonly visit: Visit };
type Reader = ReturnType<typeof simulateReader>;

describe.skipIf(!outside('chromium'))('new devices at the desk', () => {
  it('are let in, assigned, set up and used', { timeout: 120_000 }, async () => {
    const story = await openStory();
    const reader = await takesInTheReader(story);
    const plug = await takesInThePlug(story, reader);
    await hearsOfTheButton(story, plug);
    await describesAnotherPart(story);
    expect(story.visit.complaints()).toEqual([]);
  });
});

async function openStory(): Promise<Story> {
  const dir = storyDir('bench');
  closing.push(dir.remove);
  writeFileSync(join(dir.path, 'members.csv'), members);
  writeFileSync(join(dir.path, 'officina.yaml'), yaml, { mode: 0o600 });
  const imported = await runOfficina(dir.path, ['import', 'members.csv']);
  if (imported.code !== 0) throw new Error(imported.stderr);
  const program = await startProgram({ dir: dir.path, env: { OFFICINA_ADMIN_TOKEN: token } });
  closing.push(() => program.kill());
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const listed = await fetch(`${program.url}/api/members`, { headers });
  const [eva] = (await listed.json()) as { member: string }[];
  const path = `${program.url}/api/members/${eva?.member}/password`;
  await fetch(path, { method: 'PUT', headers, body: JSON.stringify({ password }) });
  const seen = await visit(program.url);
  closing.push(seen.close);
  await seen.page.getByLabel('Handle').fill('eva');
  await seen.page.getByLabel('Password').fill(password);
  await seen.page.getByRole('button', { name: 'Sign in' }).click();
  await seen.page.getByRole('article').first().waitFor();
  return { dir: dir.path, program, url: `mqtt://127.0.0.1:${program.mqttPort}`, visit: seen };
}

const fileOf = ({ dir }: Story): string => readFileSync(join(dir, 'officina.yaml'), 'utf8');
const panelOf = ({ visit: { page } }: Story): Locator =>
  page.getByRole('region', { name: 'Not yet assigned' });

/** The device itself is told, so nobody types anything. */
async function takesInTheReader(story: Story): Promise<Reader> {
  const { page } = story.visit;
  await page.getByRole('link', { name: 'Desk', exact: true }).click();
  await page.getByRole('link', { name: 'Devices', exact: true }).click();
  const panel = panelOf(story);
  await panel.getByText('No device waits.').waitFor();
  await panel.getByRole('button', { name: 'Make a pairing code' }).click();
  const code = (await panel.getByLabel('Pairing code').textContent()) ?? '';
  expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  await panel.getByText('Good for 10 more minutes.').waitFor();
  await panel.getByText(`MqttPort ${story.program.mqttPort}; MqttUser pair; MqttPassword ${code}`).waitFor();

  const fresh = pairNative({ url: story.url, client: 'reader-new', code });
  closing.push(fresh.close);
  await fresh.ready();
  // Told by the gateway, not asked for.
  await panel.getByText('1 device waits.').waitFor();
  await panel.getByRole('article', { name: 'reader-new' }).getByText('What it said: 1 message').click();
  await panel.getByText('{"hello":"reader-new"}').waitFor();
  await panel.getByRole('button', { name: 'Assign reader-new' }).click();

  const form = panel.getByRole('region', { name: 'What is reader-new?' });
  expect(await form.getByRole('radio', { name: /^Reader native/ }).isChecked()).toBe(true);
  await form.getByRole('button', { name: 'Check' }).click();
  await form.getByText('Choose a machine, or none.').waitFor();
  await form.getByLabel('For which machine?').and(page.locator(':focus')).waitFor();
  await form.getByLabel('For which machine?').selectOption('Lathe');
  expect(await form.getByLabel('Its id from now on').inputValue()).toBe('lathe-reader');
  await form.getByRole('button', { name: 'Check' }).click();
  await form
    .getByText('lathe-reader: { kind: native, password_file: secrets/reader-lathe-reader }')
    .waitFor();
  expect(fileOf(story)).toBe(yaml);
  await form.getByRole('button', { name: 'Write it and assign' }).click();

  const done = panel.getByRole('region', { name: 'The reader lathe-reader is assigned.' });
  await done.getByText('It has taken its own password over by itself.').waitFor();
  const own = await fresh.credentials;
  expect(await typedAt(done, 'Password')).toBe(own.password);
  expect(own.client).toBe('reader-lathe-reader');
  await done.getByRole('button', { name: 'I have noted it' }).click();
  await panel.getByText('No device waits.').waitFor();
  expect(await page.content()).not.toContain(own.password);
  const reader = simulateReader({ url: story.url, reader: 'lathe-reader', password: own.password });
  closing.push(reader.close);
  await reader.ready();
  await page.getByRole('article', { name: 'lathe-reader' }).getByText('There').waitFor();
  expect(await reader.tap(badge)).toMatchObject({ outcome: 'granted', machine: 'lathe' });
  expect(await reader.tap(badge)).toMatchObject({ outcome: 'ended' });
  return reader;
}

/** It comes from an allowed address with whatever it had, and is set up with what is shown. */
async function takesInThePlug(story: Story, reader: Reader): Promise<SimulatedTasmota> {
  const box = { url: story.url, client: 'DVES_A1B2C3', topic: 'plug' };
  const stranger = simulateTasmota({ ...box, user: 'DVES_USER', password: 'of the maker' });
  closing.push(stranger.close);
  await stranger.ready();
  const panel = panelOf(story);
  const card = panel.getByRole('article', { name: 'DVES_A1B2C3' });
  await card.getByText('from an allowed address').waitFor();
  await card.getByText(/^What it said: \d+ messages$/).click();
  await card.getByText('tele/plug/LWT').waitFor();
  await panel.getByRole('button', { name: 'Assign DVES_A1B2C3' }).click();

  const form = panel.getByRole('region', { name: 'What is DVES_A1B2C3?' });
  await form.getByRole('radio', { name: /^Switch tasmota, topic: plug, relay: 1/ }).check();
  await form.getByLabel('For which machine?').selectOption('Lathe');
  await answersForSafety(form);
  await form.getByLabel('Its id from now on').fill('Lathe Plug');
  await form.getByRole('button', { name: 'Check' }).click();
  await form.getByText('Give it an id of lower-case letters, digits and hyphens.').waitFor();
  await form.getByLabel('Its id from now on').fill('lathe-plug');
  await form.getByRole('button', { name: 'Check' }).click();
  await form.getByText('officina.yaml gains these lines').waitFor();
  await form.getByText('switch: lathe-plug').waitFor();
  await fitsAPhone(story.visit);
  await form.getByRole('button', { name: 'Write it and assign' }).click();

  const done = panel.getByRole('region', { name: 'The switch lathe-plug is assigned.' });
  await done.getByText('It does not know its password yet').waitFor();
  const [user, own] = [await typedAt(done, 'User name'), await typedAt(done, 'Password')];
  await done.getByText(`MqttUser ${user}; MqttPassword ${own}; PowerOnState 0`).waitFor();
  await stranger.close();
  await done.getByRole('button', { name: 'I have noted it' }).click();
  const text = fileOf(story);
  for (const comment of yaml.match(/#.*$/gm) ?? []) expect(text).toContain(comment);
  expect(text).not.toContain(own);

  const plug = simulateTasmota({ ...box, user, password: own });
  closing.push(plug.close);
  await plug.ready();
  expect(await reader.tap(badge)).toMatchObject({ outcome: 'granted', machine: 'lathe' });
  await eventually('the lathe to get power', () => plug.isOn());
  return plug;
}

/** Nothing on the page is wider than the screen, however long the lines of the file are. */
async function fitsAPhone({ page }: Visit): Promise<void> {
  const before = page.viewportSize() ?? { width: 1280, height: 900 };
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await page.setViewportSize(before);
}

/** Neither is answered before somebody did, and after a no it says what to do instead. */
async function answersForSafety(form: Locator): Promise<void> {
  const safety = form.getByRole('region', { name: 'Two questions about safety' });
  expect(await safety.getByRole('radio', { checked: true }).count()).toBe(0);
  await form.getByRole('button', { name: 'Check' }).click();
  await safety.getByText('Answer both questions.').waitFor();
  const restart = safety.getByRole('group', { name: /does Lathe stay off until somebody starts it/ });
  const stop = safety.getByRole('group', { name: /is not an emergency stop/ });
  await restart.getByRole('radio', { name: 'No', exact: true }).check();
  await restart.getByText('Put a contactor with a latch between the two').waitFor();
  await stop.getByRole('radio', { name: 'Yes' }).check();
  await form.getByRole('button', { name: 'Check' }).click();
  await restart.getByRole('radio', { name: 'Yes' }).check();
}

/** Somebody cuts the power of the session at the plug itself, and the session ends by it. */
async function hearsOfTheButton(
  { visit: { page, untilCard } }: Story,
  plug: SimulatedTasmota,
): Promise<void> {
  await page.getByRole('link', { name: 'Board' }).click();
  await untilCard('Lathe', 'In use');
  plug.press();
  const strip = page.getByRole('region', { name: 'Exceptions' });
  await strip.getByText('Switched by hand').waitFor();
  await strip.getByRole('button', { name: 'Seen' }).click();
  // It is over once somebody knows of it.
  await strip.getByText('Switched by hand').waitFor({ state: 'hidden' });
  await untilCard('Lathe', 'Free');
  expect(plug.isOn()).toBe(false);
}

/** The same box has a reader, too: it signs in as before. */
async function describesAnotherPart(story: Story): Promise<void> {
  const { page } = story.visit;
  await page.getByRole('link', { name: 'Desk', exact: true }).click();
  await page.getByRole('link', { name: 'Devices', exact: true }).click();
  const panel = panelOf(story);
  await panel.getByText('Described boxes').click();
  await panel.getByRole('button', { name: 'Add another part of DVES_A1B2C3' }).click();
  const form = panel.getByRole('region', { name: 'Another part of DVES_A1B2C3' });
  await form.getByRole('radio', { name: /^Reader tasmota, topic: plug/ }).check();
  await form.getByLabel('For which machine?').selectOption('Saw');
  await form.getByLabel('Its id from now on').fill('lathe-reader');
  await form.getByRole('button', { name: 'Check' }).click();
  await form.getByText(/Line \d+: "lathe-reader" stands here already/).waitFor();
  await form.getByLabel('Its id from now on').fill('saw-reader');
  await form.getByRole('button', { name: 'Check' }).click();
  await form.getByRole('button', { name: 'Write it and assign' }).click();
  await panel.getByText('It signs in as before, and connects anew once.').waitFor();
  await panel.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('article', { name: 'saw-reader' }).getByText('There').waitFor();
  expect(fileOf(story).match(/password_file: secrets\/switch-lathe-plug/g)).toHaveLength(2);
}

/** What stands beside that label, to be copied. */
const typedAt = async (shown: Locator, label: string): Promise<string> => {
  const term = shown.page().getByRole('term').filter({ hasText: label });
  const row = shown.locator('.copy-rows > div', { has: term });
  return (await row.locator('code').textContent()) ?? '';
};
