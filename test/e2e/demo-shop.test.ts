// What a newcomer sees who types `npm start` in an empty folder: the demo shop, its badges to click, a laser that
// unlocks, works and locks again, and the statement.

import { afterEach, describe, expect, it } from 'vitest';
import { outside } from '../outside.ts';
import { type Visit, visit } from './browser.ts';
import { startProgram, storyDir } from './program.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe.skipIf(!outside('chromium'))('the demo shop', () => {
  it('lets a newcomer unlock a laser, watch it work and find it on the statement', {
    timeout: 100_000,
  }, async () => {
    const dir = storyDir('demo');
    closing.push(dir.remove);
    const program = await startProgram({ dir: dir.path });
    closing.push(() => program.kill());
    expect(program.log()).toContain('this is the demo shop, for this computer only');
    const seen = await visit(program.url);
    closing.push(seen.close);
    const { page, untilCard, card } = seen;

    await untilCard('Laser 1', 'Free');
    await click(seen, 'Dario Conti');
    await card('Laser 1').getByText('certificate-missing').waitFor();
    await click(seen, 'Ada Rossi');
    await untilCard('Laser 1', /In use|Running/);
    await card('Laser 1').getByText('Ada Rossi').waitFor();
    await untilCard('Laser 1', 'Running');
    await click(seen, 'Ada Rossi');
    await untilCard('Laser 1', 'Ending');

    // The big laser is locked again before its laptop has sent a job.
    await page.getByRole('combobox', { name: 'Reader' }).selectOption({ label: 'Big laser · reader-3' });
    await click(seen, 'Eva Lindt');
    await untilCard('Big laser', /In use|Running/);
    await click(seen, 'Eva Lindt');
    await untilCard('Big laser', 'Free', 60_000);

    await page.getByRole('link', { name: 'Statement' }).click();
    const adas = page.getByRole('region', { name: 'Ada Rossi' });
    await adas.getByRole('rowheader', { name: 'Laser 1' }).waitFor();
    expect(await adas.getByRole('cell', { name: '€18.00/h' }).count()).toBe(1);

    // Meanwhile three members work by themselves.
    await page.getByRole('link', { name: 'Board' }).click();
    await untilCard('Laser 2', /Running|Door open/);
    await card('Laser 2').getByText('Gita Rao').waitFor();
    // Who comes in between is answered as in life.
    await page.getByRole('combobox', { name: 'Reader' }).selectOption({ label: 'Laser 2 · reader-2' });
    await click(seen, 'Bo Weiß');
    await card('Laser 2').getByText('machine-in-use').waitFor();
    await untilCard('Printer', /Heating|Running/);
    await untilCard('Mill', 'Running');
    // What is heard now is told as such, also beside a chart whose parts are hours.
    await card('Mill').getByRole('link').first().click();
    await page.getByRole('radio', { name: '31 d' }).check({ force: true });
    await page.locator('.plot canvas').waitFor();
    expect(await page.locator('.sentence').textContent()).toMatch(/^Power: \d+\sW now\.$/);
    await page.getByRole('link', { name: 'Board' }).first().click();
    await card('Mill').getByText('Ivo Kern').waitFor();
    expect(seen.complaints()).toEqual([]);
    expect(await program.stop()).toBe(0);
  });
});

const click = ({ page }: Visit, badge: string): Promise<void> =>
  page.getByRole('region', { name: 'Demo: click a badge' }).getByRole('button', { name: badge }).click();
