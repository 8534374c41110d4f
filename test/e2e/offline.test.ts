// A phone that opens the board again while it has no network: the page stands, what it shows is marked as old with its time,
// and it is up to date again a moment after the network is back.

import { chromium } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { outside } from '../outside.ts';
import { startProgram, storyDir } from './program.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe.skipIf(!outside('chromium'))('without a network', () => {
  it('the board stands as it was, says since when, and comes back', { timeout: 90_000 }, async () => {
    const dir = storyDir('offline');
    closing.push(dir.remove);
    const program = await startProgram({ dir: dir.path });
    closing.push(() => program.kill());
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    closing.push(() => browser.close());
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB' });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    const laser = page.getByRole('article', { name: 'Laser 1', exact: true });

    await page.goto(program.url);
    await laser.getByRole('status').filter({ hasText: 'Free' }).waitFor();
    const manifest = await (await context.request.get(`${program.url}/manifest.webmanifest`)).json();
    expect(manifest.icons.map(({ purpose }: { purpose: string }) => purpose)).toContain('maskable');
    for (const { src } of manifest.icons)
      expect((await context.request.get(program.url + src)).headers()['content-type']).toBe('image/png');
    await page.evaluate(untilKept);

    await context.setOffline(true);
    await page.reload();
    await page.getByRole('alert').filter({ hasText: 'We cannot reach the gateway since' }).waitFor();
    await laser.getByRole('status').filter({ hasText: 'Unknown' }).waitFor();
    await laser.getByText('Last known: Free').waitFor();
    // Rooms are there too; nothing of the API was kept.
    await laser.getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Laser 1', level: 1 }).waitFor();
    const kept: string[] = await page.evaluate(keptPaths);
    expect(kept.length).toBeGreaterThan(10);
    expect(kept.filter((path) => path.startsWith('/api'))).toEqual([]);
    await page.goBack();

    await context.setOffline(false);
    await page.getByText(/Back at \d\d:\d\d, up to date/).waitFor();
    await laser.getByRole('status').filter({ hasText: 'Free' }).waitFor();
    expect(complaints).toEqual([]);
  });
});

/** Run in the page: resolves when the service worker has kept everything and answers for this page. */
const untilKept = `(async () => {
  const { serviceWorker } = navigator;
  if (serviceWorker.controller === null)
    await new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
  await serviceWorker.ready;
})()`;

/** Run in the page: the path of everything that it has kept. */
const keptPaths = `(async () => {
  const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
  return all.flat().map(({ url }) => new URL(url).pathname);
})()`;
