// One browser in which somebody of each role has signed in once: the gateway lets an address try ten times a minute.

import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { browserArgs } from '../e2e/browser.ts';
import type { Role } from './open-workshop.ts';
import { signIn } from './rooms.ts';

export type Browsers = {
  /** A window of somebody of this role, signed in; null: nobody has. Each has its own cookies. */
  as(role: Role | null, more?: BrowserContextOptions): Promise<BrowserContext>;
  /** The same by a sign-in that no other window shares. */
  asNew(role: Role, more?: BrowserContextOptions): Promise<BrowserContext>;
  readonly browser: Browser;
};

type State = NonNullable<BrowserContextOptions['storageState']>;

/** Windows of these options share the sign-ins; close the browser when done. */
export async function openBrowsers(url: string): Promise<Browsers> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: [...browserArgs] });
  const kept = new Map<Role, State>();
  async function open(state: State | null, more: BrowserContextOptions): Promise<BrowserContext> {
    const context = await browser.newContext({
      locale: 'en-GB',
      ...(state && { storageState: state }),
      ...more,
    });
    context.setDefaultTimeout(20_000);
    return context;
  }
  async function stateOf(role: Role): Promise<State> {
    const context = await open(null, {});
    const page = await context.newPage();
    await page.goto(url);
    await signIn(page, role);
    const state = await context.storageState();
    await context.close();
    return state;
  }
  return {
    browser,
    async as(role, more = {}) {
      if (role === null) return open(null, more);
      const state = kept.get(role) ?? (await stateOf(role));
      kept.set(role, state);
      return open(state, more);
    },
    asNew: async (role, more = {}) => open(await stateOf(role), more),
  };
}
