// One browser in which somebody of each role has signed in once: the gateway lets an address try ten times a minute.

import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { browserArgs } from '../e2e/browser.ts';
import type { Role } from './open-workshop.ts';
import { signIn } from './rooms.ts';

export type Browsers = {
  /** A window of somebody of this role, signed in; null: nobody has. Each has its own cookies. */
  as(role: Role | null, more?: BrowserContextOptions): Promise<BrowserContext>;
  readonly browser: Browser;
};

/** Windows of these options share the sign-ins; close the browser when done. */
export async function openBrowsers(url: string): Promise<Browsers> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: [...browserArgs] });
  const kept = new Map<Role, NonNullable<BrowserContextOptions['storageState']>>();
  async function signedIn(role: Role) {
    const known = kept.get(role);
    if (known) return known;
    const context = await browser.newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(url);
    await signIn(page, role);
    const state = await context.storageState();
    await context.close();
    kept.set(role, state);
    return state;
  }
  return {
    browser,
    async as(role, more = {}) {
      const cookies = role === null ? {} : { storageState: await signedIn(role) };
      const context = await browser.newContext({ locale: 'en-GB', ...cookies, ...more });
      context.setDefaultTimeout(20_000);
      return context;
    },
  };
}
