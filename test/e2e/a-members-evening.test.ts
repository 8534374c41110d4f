// A member's evening on My page, seen in a real browser: a call to her turn, a start by badge over real MQTT, the price that
// runs, the line and how it came about, a dispute, a lost badge, her name, and a copy of her data. Nothing on the page is out
// of reach for whoever sees or moves differently, light and dark, on a phone and at a desk.

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { outside } from '../outside.ts';
import type { Visit } from './browser.ts';
import { readJournal } from './journal-file.ts';
import { adasPage, badges, type EveningStory, openEveningStory } from './members-evening-story.ts';
import { eventually } from './program.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe.skipIf(!outside('chromium'))('an evening of a member', () => {
  it('is on one page, from her turn to a copy of her data', { timeout: 180_000 }, async () => {
    const story = await openEveningStory(closing);
    const ada = await adasPage(story);
    closing.push(ada.close);
    await needsNothing(ada);
    await isCalled(ada, story);
    await seesThePriceRun(ada, story);
    await readsTheLine(ada);
    await contests(ada);
    await readsHerRights(ada);
    await hasNoFlaws(ada);
    await hidesHerName(ada);
    await takesACopy(ada);
    await losesHerBadge(ada, story);
    await looksAtErasure(ada);
    expect(ada.complaints()).toEqual([]);
  });
});

async function needsNothing({ page }: Visit): Promise<void> {
  await page.getByRole('region', { name: 'What is due' }).getByText('Nothing needs you now.').waitFor();
  await page.getByText('Nothing was used in this month.').waitFor();
}

/** Bo holds the laser; Ada's tap takes a ticket, and Bo's next tap calls her. */
async function isCalled({ page }: Visit, { front, plug }: EveningStory): Promise<void> {
  expect(await front.tap(badges.bo)).toMatchObject({ outcome: 'granted' });
  await eventually('the power for Bo', () => plug.isOn());
  expect(await front.tap(badges.ada)).toMatchObject({ outcome: 'queued' });
  await page.getByRole('heading', { name: 'Tickets and bookings' }).click();
  await page.getByText('You are number 1.').first().waitFor();
  expect(await front.tap(badges.bo)).toMatchObject({ outcome: 'ended' });
  const due = page.getByRole('region', { name: 'What is due' });
  await due.getByText(/It is your turn at Laser 1: tap there before \d\d:\d\d/).waitFor();
  await due.getByRole('link', { name: 'I come' }).waitFor();
  await due.getByRole('button', { name: 'Pass' }).waitFor();
  await eventually('the power to go off', () => !plug.isOn());
}

async function seesThePriceRun({ page }: Visit, { front, plug }: EveningStory): Promise<void> {
  expect(await front.tap(badges.ada)).toMatchObject({ outcome: 'granted', machine: 'laser' });
  await eventually('the power for Ada', () => plug.isOn());
  const due = page.getByRole('region', { name: 'What is due' });
  await due.getByText(/You hold Laser 1 since/).waitFor();
  const price = due.getByText(/€[\d.]+ so far/);
  const first = await price.textContent();
  await eventually('the price to grow', async () => (await price.textContent()) !== first);
  expect(await front.tap(badges.ada)).toMatchObject({ outcome: 'ended' });
  await eventually('the power to go off', () => !plug.isOn());
}

/** The newest line comes by itself when the session is over. */
async function readsTheLine({ page }: Visit): Promise<void> {
  const statement = page.getByRole('region', { name: 'Statement' });
  const line = statement.getByRole('listitem').filter({ hasText: 'Laser 1' });
  await line.locator('summary').click();
  await line.getByText(/€3,600.00\/h while you hold it/).waitFor();
  await line.getByText('No cost code: yours alone').waitFor();
  await page.getByText('How these come about').click();
  await page.getByText('From 1 session that has ended this month.').waitFor();
}

async function contests({ page }: Visit): Promise<void> {
  await page.getByRole('button', { name: /Contest the charge for Laser 1/ }).click();
  await page.getByLabel('What is wrong with it?').fill('The lens was broken.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  const contested = page.getByRole('region', { name: 'Contested charges' });
  await contested.getByText('The lens was broken.').waitFor();
}

async function readsHerRights({ page }: Visit): Promise<void> {
  await page.getByRole('heading', { name: 'Certificates', exact: true }).click();
  await page.getByText('Counts for Laser 1.').waitFor();
  await page.getByRole('link', { name: 'Mill asks for Mill basic.' }).waitFor();
  await page.getByRole('heading', { name: 'Who pays, and invoices' }).click();
  await page.getByText('With the cost code Thesis: Thesis.').waitFor();
}

/** Every part is open; axe looks at all four faces of the page. */
async function hasNoFlaws({ page }: Visit): Promise<void> {
  for (const name of ['My badge and PIN', 'How I am shown', 'Votes', 'Signing in', 'My data'])
    await page.getByRole('heading', { name, exact: true }).click();
  await page.getByRole('heading', { name: 'Passkeys' }).waitFor();
  await page.getByRole('heading', { name: 'Badges', exact: true }).waitFor();
  await page.evaluate(readFileSync(axePath, 'utf8'));
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [width, height] of [
      [390, 844],
      [1280, 900],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height });
      // Colours fade into each other.
      await page.evaluate('Promise.all(document.getAnimations().map(({ finished }) => finished))');
      expect(await flawsOf(page), `${colorScheme} ${width}`).toEqual([]);
      expect(await page.locator('html').evaluate(({ scrollWidth }) => scrollWidth)).toBeLessThanOrEqual(
        width,
      );
    }
}

const axePath = new URL('../../node_modules/axe-core/axe.min.js', import.meta.url);

type Found = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

async function flawsOf(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Found[] }> } };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
  });
  return found;
}

/** Shown at once, and taken back within ten seconds by a further entry. */
async function hidesHerName({ page }: Visit): Promise<void> {
  const shown = page.getByRole('switch', { name: 'Show my name on the board' });
  await shown.click();
  await page.getByText('Saved: your name is shown.').waitFor();
  expect(await shown.isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Undo' }).click();
  await eventually('the name to be hidden again', async () => !(await shown.isChecked()));
}

/** Nothing of Bo is in it. */
async function takesACopy({ page }: Visit): Promise<void> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Take a copy (JSON)' }).click();
  const file = await (await coming).path();
  const text = readFileSync(file, 'utf8');
  expect(JSON.parse(text)).toMatchObject({ format: 'officina-member-1', profile: { handle: 'ada' } });
  expect(text).toContain('The lens was broken.');
  expect(text).not.toContain('Weiß');
}

async function losesHerBadge({ page }: Visit, { front, dir }: EveningStory): Promise<void> {
  await page.getByRole('button', { name: 'I lost it: badge ending in e580' }).click();
  await page.getByRole('button', { name: 'Take the badge away' }).click();
  await page.getByText('The badge ending in e580 opens nothing any more.').waitFor();
  expect(await front.tap(badges.ada)).toMatchObject({ outcome: 'refused', code: 'badge-unknown' });
  expect(readJournal(dir).some(({ type }) => type === 'dispute-opened')).toBe(true);
}

/** What goes and what stays is told before anything is asked; a wrong handle opens nothing. */
async function looksAtErasure({ page }: Visit): Promise<void> {
  await page.getByRole('button', { name: 'See what would go' }).click();
  await page.getByText(/^1 session, so that bills hold\.$/).waitFor();
  await page.getByRole('button', { name: 'Erase me', exact: true }).click();
  const act = page.getByRole('button', { name: 'Erase me for ever' });
  await page.getByLabel('Your handle').fill('bo');
  expect(await act.isDisabled()).toBe(true);
  await page.getByLabel('Your handle').fill('ada');
  await act.click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
}
