// An evening at the kiosk, seen in a real browser: a steward pairs it, Ada begins with her PIN, extends, reports and
// finishes, a stranger and somebody without training are told why not, and the gateway goes away and comes back.

import { afterEach, describe, expect, it } from 'vitest';
import { outside } from '../outside.ts';
import type { Visit } from './browser.ts';
import { badges, type KioskStory, openKioskStory, pairedKiosk, pressed, typesIn } from './kiosk-story.ts';
import { eventually } from './program.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe.skipIf(!outside('chromium'))('an evening at the kiosk', () => {
  it('begins with a PIN, and ends with a receipt', { timeout: 120_000 }, async () => {
    const story = await openKioskStory(closing);
    const kiosk = await pairedKiosk(story);
    closing.push(kiosk.close);
    await isNobody(kiosk, story);
    await learnsWhyNot(kiosk);
    await isRefusedAWrongPin(kiosk);
    await begins(kiosk, story);
    await isNotDisturbed(kiosk, story);
    await makesItLonger(kiosk);
    await reports(kiosk);
    await finishes(kiosk, story);
    await tapsAtTheReader(kiosk, story);
    await looksOnWithoutTheGateway(kiosk, story);
    expect(kiosk.complaints()).toEqual([]);
  });
});

/** The steward is signed out by pairing; the screen has no member. */
async function isNobody({ page }: Visit, { url }: KioskStory): Promise<void> {
  await page.getByRole('status').filter({ hasText: 'Free' }).waitFor();
  await page.getByText('Danger? Press the red button on the machine.').waitFor();
  const self = await page.evaluate(async () => (await fetch('/api/session')).json());
  expect(self).toMatchObject({ member: null, scopes: ['board:read', 'kiosk'] });
  const start = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
  expect((await fetch(`${url}/api/kiosk/start`, start)).status).toBe(401);
}

/** The real conditions in the order in which they are judged. */
async function learnsWhyNot({ page }: Visit): Promise<void> {
  await pressed(page, 'Enter PIN');
  await typesIn(page, 'cem');
  await page.getByRole('heading', { name: 'Not yet' }).waitFor();
  await page.getByText(/needs the certificate Laser basic/).waitFor();
  const conditions = page.getByRole('list', { name: 'What is asked, in this order' }).getByRole('listitem');
  const said = await conditions.allTextContents();
  expect(said[0]).toMatch(/kept$/);
  expect(said.find((text) => text.endsWith('not kept'))).toMatch(/trainings are held/);
  expect(said.at(-1)).toMatch(/not reached$/);
  await page
    .getByRole('timer')
    .filter({ hasText: /^locks in \d+ s$/ })
    .waitFor();
  await pressed(page, 'Lock now');
  await page.getByRole('button', { name: 'Enter PIN' }).waitFor();
}

async function isRefusedAWrongPin({ page }: Visit): Promise<void> {
  await pressed(page, 'Enter PIN');
  await typesIn(page, 'ada', { pin: '000000' });
  await page.getByRole('alert').filter({ hasText: 'Handle and PIN do not belong together.' }).waitFor();
  await pressed(page, 'Cancel');
}

async function begins({ page }: Visit, { plug }: KioskStory): Promise<void> {
  await pressed(page, 'Enter PIN');
  await typesIn(page, 'ada');
  await page.getByRole('heading', { name: 'Hello Ada Rossi' }).waitFor();
  await page.getByText('about 1 h 30 min at €8.00 an hour').waitFor();
  await pressed(page, 'Lower ceiling', page.getByText('about 1 h 15 min at €8.00 an hour'));
  await pressed(page, 'Change', page.getByText('Thesis'));
  expect(plug.isOn()).toBe(false);
  await pressed(page, 'Start session');
  await page.getByRole('status').filter({ hasText: 'In use' }).waitFor();
  await page.getByText(/^ceiling €10.00/).waitFor();
  await page.getByText('Locked · your badge or PIN opens it').waitFor();
  await eventually('the laser to get power', () => plug.isOn());
}

/** inv. 6: what a stranger is told stands at the side, and passes. */
async function isNotDisturbed({ page }: Visit, { front, plug }: KioskStory): Promise<void> {
  const told = page.getByRole('alert').filter({ hasText: 'We do not know this badge' });
  await front.tap('04ffffffffff11');
  await told.waitFor();
  await page.getByRole('button', { name: 'Finish' }).waitFor();
  await told.waitFor({ state: 'detached' });
  expect(plug.isOn()).toBe(true);
}

async function makesItLonger({ page }: Visit): Promise<void> {
  await pressed(page, 'Extend');
  await typesIn(page, 'ada');
  await pressed(page, /^\+30 min/);
  await page.getByText(/^ceiling €14.00/).waitFor();
  await page.getByText('Your session').waitFor();
}

async function reports({ page }: Visit): Promise<void> {
  await pressed(page, 'Report');
  await pressed(page, 'It is dirty');
  await page.getByRole('heading', { name: 'Is it safe to use?' }).waitFor();
  await pressed(page, 'Yes, it works');
  await page.getByRole('alert').filter({ hasText: 'Thank you. A steward is told.' }).waitFor();
}

/** Asked once more at another place, with what will happen; then the receipt, which passes. */
async function finishes({ page }: Visit, { laser, plug }: KioskStory): Promise<void> {
  await pressed(page, 'Finish');
  await typesIn(page, 'ada');
  await page.getByText('Your session ends now, and the power goes off.').waitFor();
  await pressed(page, 'Yes, finish');
  await page
    .getByRole('status')
    .filter({ hasText: /on Laser 1, €0\.\d\d\.$/ })
    .waitFor();
  laser.report({ activity: 'idle' });
  await eventually('the power to go off', () => !plug.isOn());
  await page.getByRole('status').filter({ hasText: 'Free' }).waitFor();
}

/** What the reader answers stands on the screen before a person has looked up. */
async function tapsAtTheReader({ page }: Visit, { front, plug }: KioskStory): Promise<void> {
  const tapped = front.tap(badges.bo);
  await page.getByRole('status').filter({ hasText: 'In use' }).waitFor();
  await tapped;
  await eventually('the laser to get power', () => plug.isOn());
}

/** inv. 7: no button is left, and the last state has its time; a person finds the screen locked afterwards. */
async function looksOnWithoutTheGateway({ page }: Visit, story: KioskStory): Promise<void> {
  await story.stop();
  await page
    .getByRole('alert')
    .filter({ hasText: /We cannot reach the gateway since \d\d:\d\d/ })
    .waitFor();
  await page.getByText('Last known: In use').waitFor();
  expect(await page.getByRole('button').count()).toBe(0);
  await story.startAgain();
  await page.getByRole('button', { name: 'Finish' }).waitFor({ timeout: 40_000 });
}
