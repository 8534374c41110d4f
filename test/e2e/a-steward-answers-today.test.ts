// A steward's morning in a real browser: Today tells what waits, an action in its place takes it away; keys lead through the desk,
// the search finds people without their accents, and the journal proves itself. axe finds no mistake on any of these pages.

import { afterEach, describe, expect, it } from 'vitest';
import { outside } from '../outside.ts';
import { openDeskStory, visitAs } from './desk-story.ts';
import { expectNoMistakes } from './no-mistakes.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe.skipIf(!outside('chromium'))('a steward answers today', () => {
  it('sees what waits, goes by keys, searches, and proves the journal', { timeout: 120_000 }, async () => {
    const story = await openDeskStory(closing);
    const eva = await visitAs('eva', story);
    closing.push(eva.close);
    const { page } = eva;
    await page.getByRole('article', { name: 'Laser', exact: true }).getByRole('link').first().click();
    await page.getByRole('link', { name: 'Care' }).click();
    await page.getByRole('button', { name: 'Report a problem' }).click();
    await page.locator('.care-form textarea').fill('It smells of smoke.');
    await page.locator('.care-form input[type=radio]').first().check();
    await page.locator('.care-form button[type=submit]').click();
    await page.getByText('It smells of smoke.').waitFor();

    await page.getByRole('link', { name: 'Desk', exact: true }).click();
    const problems = page.getByRole('region', { name: 'Problems reported' });
    await problems.getByText('1 problem').waitFor();
    await expectNoMistakes(eva);
    await problems.getByRole('link', { name: 'See it: Laser' }).click();
    await page.getByRole('button', { name: 'Mended' }).click();
    await page.getByRole('button', { name: 'Mended' }).waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: 'Desk', exact: true }).click();
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
    await problems.waitFor({ state: 'hidden' });

    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('nicolo');
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /Nicolò Serra/ })
      .waitFor();
    await expectNoMistakes(eva);
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('j');
    await page.getByRole('heading', { name: 'Journal', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Prove the journal' }).click();
    await page.getByText(/^The chain holds: \d+ entries/).waitFor();
    await page.locator('select[name=member]').selectOption({ label: 'Bo Weiß' });
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByText('This view is recorded.').waitFor();
    await expectNoMistakes(eva);
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByText('"type":"usage-viewed"').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    for (const room of ['Care', 'Tokens', 'Members']) {
      await page.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: room }).click();
      await page.getByRole('heading', { name: room, level: 1 }).waitFor();
      await expectNoMistakes(eva);
    }
    expect(eva.complaints()).toEqual([]);
  });
});
