// The screen beside the laser, paired by a steward, as it stands there: on a tablet that lies on its side.

import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Browsers } from './browsers.ts';

export async function pairKiosk(
  browsers: Browsers,
  url: string,
  more: BrowserContextOptions = {},
): Promise<Page> {
  // A sign-in of its own: the one that pairs is signed out by it.
  const context = await browsers.asNew('steward', { viewport: { width: 1280, height: 800 }, ...more });
  const page = await context.newPage();
  await page.goto(`${url}/kiosk#laser`);
  await page.getByRole('button', { name: 'Pair', exact: true }).click();
  await page.getByText('Laser 1').first().waitFor();
  return page;
}
