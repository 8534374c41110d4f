// Bookings in a real browser: Ada books a time, moves it by a button, gives it to Bo who accepts it, and Bo cancels it; what
// each sees is what the journal says, and nobody begins a session by it (invariant 8).

import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openBrowsers } from '../look/browsers.ts';
import { handles, openWorkshop, type Workshop } from '../look/open-workshop.ts';
import { outside } from '../outside.ts';
import { readJournal } from './journal-file.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe.skipIf(!outside('chromium'))('a booking', () => {
  it('inv. 8: is made, moved, given away, accepted and cancelled by buttons', {
    timeout: 90_000,
  }, async () => {
    const workshop = await openWorkshop(closing);
    const browsers = await openBrowsers(workshop.url);
    closing.push(() => browsers.browser.close());
    const [ada, bo] = await Promise.all(
      (['member', 'other'] as const).map(async (role) => (await browsers.as(role)).newPage()),
    );
    if (!ada || !bo) throw new Error('two pages are opened');
    const complaints: string[] = [];
    for (const page of [ada, bo]) page.on('pageerror', ({ message }) => complaints.push(message));
    await books(ada, workshop);
    await moves(ada);
    await gives(ada);
    await accepts(bo, workshop);
    await cancels(bo);
    const said = readJournal(workshop.dir).filter(({ type }) => /^(booking|session)-/.test(type));
    const types = said.map(({ type }) => type).filter((type) => !/charge/.test(type));
    expect(types.filter((type) => type.startsWith('session'))).toEqual([]);
    expect(types).toEqual(expect.arrayContaining(['booking-made', 'booking-moved', 'booking-offered']));
    const [from, to] = said.filter(({ type }) => type === 'booking-made').map(({ data }) => data.fromMs);
    expect(to).not.toBe(from);
    expect(complaints).toEqual([]);
  });
});

const own = (page: Page): Locator => page.getByRole('region', { name: 'My bookings' });

/** The first free start of the day after tomorrow, for an hour. */
async function books(page: Page, { url }: Workshop): Promise<void> {
  await page.goto(`${url}/#/book/lasers`);
  const day = page.locator('.booking-day').nth(2);
  await day.getByRole('button').first().click();
  const chosen = page.getByRole('region', { name: 'Book a time' });
  await chosen.getByText(/^Laser \d, /).waitFor();
  await chosen.getByRole('button', { name: 'Book it' }).click();
  await chosen.getByText('Booked. It stands among your bookings.').waitFor();
  await page.getByRole('link', { name: 'My bookings' }).click();
  await own(page)
    .getByText(/^Laser \d/)
    .waitFor();
}

/** Changed their mind once, by Escape, then to a start that is offered. */
async function moves(page: Page): Promise<void> {
  const panel = own(page);
  const before = (await panel.getByRole('listitem').first().locator('p').first().textContent()) ?? '';
  await panel.getByRole('button', { name: 'Move' }).click();
  const question = panel.getByRole('group', { name: 'Move' });
  await question.getByLabel('New start').waitFor();
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  expect(await panel.getByRole('button', { name: 'Move' }).and(page.locator(':focus')).count()).toBe(1);

  await panel.getByRole('button', { name: 'Move' }).click();
  const start = question.getByLabel('New start');
  expect(await question.getByRole('button', { name: 'Move it' }).isDisabled()).toBe(true);
  await start.waitFor();
  const offered = await start.locator('option').evaluateAll(valuesOf);
  // The last: far enough away to be cancelled in time.
  const at = offered.at(-1);
  await start.selectOption(at ?? '');
  await question.getByRole('button', { name: 'Move it' }).click();
  await question.waitFor({ state: 'detached' });
  await panel.getByRole('listitem').first().filter({ hasNotText: before }).waitFor();
}

const valuesOf = (options: readonly { readonly value?: string }[]): readonly string[] =>
  options.map(({ value }) => value ?? '');

async function gives(page: Page): Promise<void> {
  const panel = own(page);
  await panel.getByRole('button', { name: 'Give away' }).click();
  const question = panel.getByRole('group', { name: 'Give away' });
  await question.getByLabel('Handle of the member').fill('nobody-here');
  await question.getByRole('button', { name: 'Offer it' }).click();
  await question.getByRole('alert').waitFor();
  await question.getByLabel('Handle of the member').fill(handles.other);
  await question.getByRole('button', { name: 'Offer it' }).click();
  await panel.getByText('Offered to another member.').waitFor();
}

async function accepts(page: Page, { url }: Workshop): Promise<void> {
  await page.goto(`${url}/#/me/turns`);
  const panel = own(page);
  await panel.getByText(/offers you this booking\.$/).waitFor();
  await panel.getByRole('button', { name: 'Accept' }).click();
  await panel.getByRole('button', { name: 'Accept it' }).click();
  await panel.getByRole('button', { name: 'Cancel' }).waitFor();
}

async function cancels(page: Page): Promise<void> {
  const panel = own(page);
  await panel.getByRole('button', { name: 'Cancel' }).click();
  const question = panel.getByRole('group', { name: 'Cancel' });
  await question.getByText('It costs nothing now.').waitFor();
  await question.getByRole('button', { name: 'Cancel it' }).click();
  await panel.getByText('You have no bookings.').waitFor();
}
