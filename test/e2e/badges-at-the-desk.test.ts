// Badges and PINs at the desk, seen in a real browser: a steward enrols a badge by a tap over real MQTT, it opens the
// machine, is reported lost, and opens nothing; members look after their own; and the devices tell how they are.

import type { Locator } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { outside } from '../outside.ts';
import type { Visit } from './browser.ts';
import { type DeskStory, openDeskStory, password, visitAs } from './desk-story.ts';
import { readJournal } from './journal-file.ts';
import { eventually } from './program.ts';

const newCard = '04de5f1eacc040';
const nextCard = '04de5f1eacc051';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe.skipIf(!outside('chromium'))('badges at the desk', () => {
  it('are enrolled, lost and replaced by a steward, and looked after by their member', {
    timeout: 90_000,
  }, async () => {
    const story = await openDeskStory(closing);
    const eva = await visitAs('eva', story);
    closing.push(eva.close);
    await findsAda(eva);
    await enrolsByTap(eva, story);
    await opensTheLaser(story);
    await isLostAndReplaced(eva, story);
    await setsPin(eva, story);
    await devicesTell(eva);
    const ada = await visitAs('ada', story);
    closing.push(ada.close);
    await looksAfterHerOwn(ada, story);
    expect([...eva.complaints(), ...ada.complaints()]).toEqual([]);
  });
});

/** By keyboard alone. */
async function findsAda({ page }: Visit): Promise<void> {
  await page.getByRole('link', { name: 'Desk', exact: true }).click();
  await page.getByRole('link', { name: 'Members' }).click();
  const field = page.getByRole('searchbox', { name: 'Find a member' });
  await field.fill('weiss');
  await page.getByRole('link', { name: /Bo Weiß/ }).waitFor();
  expect(await page.getByRole('link', { name: /Ada Rossi/ }).count()).toBe(0);
  await field.fill('ros');
  await field.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page
    .getByRole('article', { name: 'Ada Rossi' })
    .getByRole('heading', { name: 'Ada Rossi' })
    .waitFor();
  await page.getByText(/^ended on .*2025$/).waitFor();
}

async function enrolsByTap({ page }: Visit, { front, dir }: DeskStory): Promise<void> {
  const badges = page.getByRole('region', { name: 'Badges' });
  await badges.getByText('No badge yet.').waitFor();
  await badges.getByLabel('Reader').selectOption('front');
  await badges.getByRole('button', { name: 'Enrol by tap' }).click();
  await badges.getByText('Hold the new badge to front.').waitFor();
  await badges
    .getByRole('timer')
    .filter({ hasText: /^\d+ s$/ })
    .waitFor();
  expect(await front.tap(newCard)).toMatchObject({ outcome: 'notice' });
  await badges.getByText('Done. The badge ending in c040 opens machines from now on.').waitFor();
  await badges.getByRole('listitem').filter({ hasText: 'Ending in c040' }).waitFor();
  expect(JSON.stringify(readJournal(dir))).not.toContain(newCard);
}

async function opensTheLaser({ front, plug }: DeskStory): Promise<void> {
  expect(await front.tap(newCard)).toMatchObject({ outcome: 'granted', machine: 'laser' });
  await eventually('the laser to get power', () => plug.isOn());
}

/** Asked twice; the session ends by it; the next card at that reader takes its place. */
async function isLostAndReplaced({ page }: Visit, { front, plug }: DeskStory): Promise<void> {
  // Loaded again, the page knows what the badge holds now.
  await page.reload();
  const badges = page.getByRole('region', { name: 'Badges' });
  await badges.getByText('Holds Laser now').waitFor();
  await badges.getByRole('button', { name: 'Badge ending in c040 is lost' }).click();
  const question = badges.getByRole('group', { name: 'Badge ending in c040 is lost' });
  await question.getByText('A session on Laser ends by it').waitFor();
  await hasTheKeys(question.getByRole('button', { name: 'Keep the badge' }));
  await question.getByRole('button', { name: 'Keep the badge' }).click();
  expect(plug.isOn()).toBe(true);
  await badges.getByRole('button', { name: 'Badge ending in c040 is lost' }).click();
  await question.getByLabel('Replace it now').selectOption('front');
  await question.getByRole('button', { name: 'Take the badge away' }).click();
  await badges.getByText('The session on Laser ends.').waitFor();
  await eventually('the laser to lose power', () => !plug.isOn());

  await badges.getByText('Hold the new badge to front.').waitFor();
  expect(await front.tap(nextCard)).toMatchObject({ outcome: 'notice' });
  await badges.getByText('Done. The badge ending in c051 opens machines from now on.').waitFor();
  // Inv. 6: a refusal changes nothing.
  expect(await front.tap(newCard)).toMatchObject({ outcome: 'refused', code: 'badge-unknown' });
  expect(plug.isOn()).toBe(false);
  await badges.getByRole('listitem').filter({ hasText: 'c051' }).waitFor();
  expect(await badges.getByRole('listitem').count()).toBe(1);
}

async function setsPin({ page }: Visit, story: DeskStory): Promise<void> {
  expect(await tapWithPin(story, '2468')).toMatchObject({ outcome: 'refused' });
  const panel = page.getByRole('region', { name: 'PIN' });
  await panel.getByRole('button', { name: 'Set a PIN' }).click();
  await panel.getByLabel('New PIN', { exact: true }).fill('2468');
  await panel.getByLabel('New PIN again').fill('2469');
  await panel.getByRole('button', { name: 'Set this PIN' }).click();
  await panel.getByText('The two are not the same.').waitFor();
  await hasTheKeys(panel.getByLabel('New PIN again'));
  await panel.getByLabel('New PIN again').fill('2468');
  await panel.getByRole('button', { name: 'Set this PIN' }).click();
  await panel.getByText('The PIN is set.').waitFor();
  expect(await page.content()).not.toContain('2468');
  expect(await tapWithPin(story, '9999')).toMatchObject({ outcome: 'refused', code: 'pin-wrong' });
  expect(await tapWithPin(story, '2468')).toMatchObject({ outcome: 'granted', machine: 'lathe' });
}

async function devicesTell({ page }: Visit): Promise<void> {
  await page.getByRole('link', { name: 'Devices', exact: true }).click();
  const desk = page.getByRole('article', { name: 'desk', exact: true });
  await desk.getByText('Not heard since the gateway started').waitFor();
  const relay = page.getByRole('article', { name: 'lathe-relay' });
  await relay.getByText('PowerOnState is 3: it may give power').waitFor();
  await relay.getByText('good, -61 dBm').waitFor();
  await relay.getByRole('link', { name: 'Lathe' }).waitFor();
  await relay.getByRole('button', { name: 'Copy cmnd/lathe/PowerOnState 0' }).click();
  await relay.getByText(/^(Copied|Selected)/).waitFor();
}

async function looksAfterHerOwn({ page }: Visit, story: DeskStory): Promise<void> {
  expect(await page.getByRole('link', { name: 'Members' }).count()).toBe(0);
  await page.getByLabel('Your account: Ada Rossi').click();
  await page.getByRole('link', { name: 'My page' }).click();
  await page.getByText('My badge and PIN').click();
  const pin = page.getByRole('region', { name: 'PIN' });
  await pin.getByRole('button', { name: 'Set a new PIN' }).click();
  await pin.getByLabel('New PIN', { exact: true }).fill('13579');
  await pin.getByLabel('New PIN again').fill('13579');
  await pin.getByLabel('Your password').fill('somebody at her screen');
  await pin.getByRole('button', { name: 'Set this PIN' }).click();
  await pin.getByText('This is not your password.').waitFor();
  await pin.getByLabel('Your password').fill(password);
  await pin.getByRole('button', { name: 'Set this PIN' }).click();
  await pin.getByText('The PIN is set.').waitFor();

  const badges = page.getByRole('region', { name: 'Badges' });
  await badges.getByRole('button', { name: 'I lost it: badge ending in c051' }).click();
  await badges.getByText('A session on Lathe ends by it').waitFor();
  await badges.getByRole('button', { name: 'Take the badge away' }).click();
  await badges.getByText('The session on Lathe ends.').waitFor();
  await badges.getByText('No badge yet.').waitFor();
  await eventually('the lathe to lose power', () => !story.box.isOn());
  expect(await story.front.tap(nextCard)).toMatchObject({ outcome: 'refused', code: 'badge-unknown' });
}

const hasTheKeys = (place: Locator): Promise<void> => place.and(place.page().locator(':focus')).waitFor();

/** The answer of the back reader to a tap of the new card with a PIN. */
async function tapWithPin({ back }: DeskStory, pin: string): Promise<unknown> {
  const tap = `pins:${++taps}`;
  const answered = new Promise((resolve) => {
    const stop = back.onAnswer((answer) => {
      if (answer.tap !== tap) return;
      stop();
      resolve(answer);
    });
  });
  await back.sendTap({ badge: nextCard, tap, pin });
  return answered;
}

let taps = 0;
