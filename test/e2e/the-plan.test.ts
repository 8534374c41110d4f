// The plan of the demo shop in a browser: choosing a plate marks its row, choosing it again opens its page; the rooms of a
// machine have addresses, and its chart is moved through with the keys.

import { afterEach, describe, expect, it } from 'vitest';
import { outside } from '../outside.ts';
import { visit } from './browser.ts';
import { eventually, startProgram, storyDir } from './program.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe.skipIf(!outside('chromium'))('the plan of the workshop', () => {
  it('stands beside the list, and leads to each machine', { timeout: 90_000 }, async () => {
    const dir = storyDir('plan');
    closing.push(dir.remove);
    const program = await startProgram({ dir: dir.path });
    closing.push(() => program.kill());
    const seen = await visit(program.url);
    closing.push(seen.close);
    const { page, card } = seen;

    await page.getByRole('heading', { name: 'Lasers' }).waitFor();
    const spot = page.locator('.spot').filter({ hasText: 'Kiln' });
    await spot.click();
    await page.locator('.row[data-chosen="true"]').filter({ hasText: 'Kiln' }).waitFor();
    expect(await page.locator('.row[data-chosen="true"]').count()).toBe(1);
    await card('Mill').hover();
    await page.locator('.spot[data-chosen="true"]').filter({ hasText: 'Mill' }).waitFor();
    // Screen readers and the keyboard have the list.
    expect(await page.getByRole('button', { name: 'Kiln' }).count()).toBe(0);
    await spot.click();
    await spot.click();
    await page.getByRole('heading', { name: 'Kiln', level: 1 }).waitFor();

    await page.getByRole('link', { name: 'Care', exact: true }).click();
    await page.getByRole('heading', { name: 'Care' }).waitFor();
    expect(page.url()).toMatch(/#\/machines\/kiln\/care$/);
    await page.goto(`${program.url}/#/machines/mill`);
    const chart = page.getByRole('group', { name: /^Chart\. The arrow keys/ });
    await chart.locator('canvas').waitFor();
    await eventually('the keys to move the cursor', async () => {
      await chart.press('ArrowLeft');
      return /^\d\d:\d\d:\d\d: \d+\sW$/.test((await chart.getByRole('status').textContent()) ?? '');
    });
    expect(seen.complaints()).toEqual([]);
  });
});
