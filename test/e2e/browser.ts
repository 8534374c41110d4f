// A real browser that looks at the page of a story and finds things as people do: by role and by label.

import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

export const browserArgs: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export type Visit = {
  readonly page: Page;
  /** The card of a machine on the board. */
  card(name: string): Locator;
  /** Resolves when the word on the card is this one. */
  untilCard(name: string, word: string | RegExp, limitMs?: number): Promise<void>;
  /** Errors that the page's own code did not catch. */
  complaints(): readonly string[];
  close(): Promise<void>;
};

/** Opens the page in Chromium; every wait in it is bounded. With `trusting`, certificates are not judged. */
export async function visit(url: string, { trusting = false } = {}): Promise<Visit> {
  const browser: Browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [...browserArgs],
  });
  const page = await browser.newPage({
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    ignoreHTTPSErrors: trusting,
  });
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  const card = (name: string): Locator => page.getByRole('article', { name, exact: true });
  return {
    page,
    card,
    untilCard: (name, word, limitMs = 20_000) =>
      card(name).getByRole('status').filter({ hasText: word }).waitFor({ timeout: limitMs }),
    complaints: () => complaints,
    close: () => browser.close(),
  };
}
