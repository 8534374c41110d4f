// Five pages look on while the power of the gateway fails and comes back: the board, a machine, the kiosk beside it, a member's
// own page and the desk. Each says so with the time, stands still, offers nothing, and recovers by itself; nothing is doubled.

import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { type Browsers, openBrowsers } from '../look/browsers.ts';
import { handles, openWorkshop, password, type Workshop } from '../look/open-workshop.ts';
import { pairKiosk } from '../look/pair-kiosk.ts';
import { outside } from '../outside.ts';
import { readJournal } from './journal-file.ts';
import { eventually } from './program.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

type Looking = { readonly name: string; readonly page: Page; readonly complaints: string[] };

/** Screens with a token of a steward, which outlives a restart, and what may be pressed only while the gateway is there. */
const pages = [
  { name: 'board', hash: '#/', deed: null },
  { name: 'machine', hash: '#/machines/mill', deed: 'Lock this machine' },
  { name: 'own page', hash: '#/own', deed: null },
  { name: 'desk', hash: '#/members', deed: null },
] as const satisfies readonly { name: string; hash: string; deed: string | null }[];

describe.skipIf(!outside('chromium'))('inv. 1, 7: a restart with five pages', () => {
  it('is told on each with its time, and each is back by itself with nothing doubled', {
    timeout: 120_000,
  }, async () => {
    const workshop = await openWorkshop(closing);
    await workshop.show('busy');
    const browsers = await openBrowsers(workshop.url);
    closing.push(() => browsers.browser.close());
    const looking = await openPages(browsers, workshop);
    const kiosk = await openKiosk(browsers, workshop);
    const all = [...looking, kiosk];
    const member = await openMember(browsers, workshop);
    await streamsAre(all.length + 1, workshop);
    const before = await Promise.all(looking.map(rowsOf));

    await workshop.kill();
    await Promise.all([...all, member].map(tellsThatItIsAway));
    await Promise.all(looking.map(standsStill));
    await deedsAreThere(looking, false);
    await Promise.all(looking.map(offersNothing));
    expect(await kiosk.page.getByRole('button').count()).toBe(0);

    const back = looking.map(tellsThatItIsBack);
    await workshop.startAgain();
    await Promise.all(back);
    await kiosk.page.getByRole('button').first().waitFor();
    await deedsAreThere(looking, true);
    for (const { page } of all)
      await page.getByText('We cannot reach the gateway').waitFor({ state: 'detached' });
    await signsInAgain(member);
    // Also when some time has passed, in which others could have come.
    await Promise.all(looking.map(({ page }) => page.getByText(/^Back at/).waitFor({ state: 'detached' })));
    await streamsAre(all.length + 1, workshop);
    expect(await Promise.all(looking.map(rowsOf))).toEqual(before);
    expect(readJournal(workshop.dir, ['session-started'])).toHaveLength(1);
    expect([...all, member].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});

async function openPages(browsers: Browsers, { url }: Workshop): Promise<readonly Looking[]> {
  const context = await browsers.as('steward');
  const { scopes } = (await (await context.request.get(`${url}/api/session`)).json()) as { scopes: string[] };
  const data = { label: 'Screens', scopes, days: null };
  const made = await context.request.post(`${url}/api/tokens`, { data });
  const { secret } = (await made.json()) as { secret: string };
  const headers = { authorization: `Bearer ${secret}` };
  expect((await context.request.post(`${url}/api/session/token`, { headers })).status()).toBe(200);
  return Promise.all(
    pages.map(async ({ name, hash, deed }) => {
      const page = await context.newPage();
      const looking = { name, page, complaints: complaintsOf(page) };
      await page.goto(`${url}/${hash}`);
      await page.locator('main').getByRole('heading').first().waitFor();
      if (deed !== null) await page.getByRole('button', { name: deed }).first().waitFor();
      return looking;
    }),
  );
}

/** Somebody with a password, whose sign-in lives no longer than the gateway. */
async function openMember(browsers: Browsers, { url }: Workshop): Promise<Looking> {
  const page = await (await browsers.as('member')).newPage();
  const complaints = complaintsOf(page);
  await page.goto(`${url}/#/machines/laser`);
  await page.getByRole('region', { name: 'Your session' }).waitFor();
  return { name: 'member', page, complaints };
}

/** They are asked once, and stand where they stood. */
async function signsInAgain({ page }: Looking): Promise<void> {
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.locator('input[name=handle]').fill(handles.member);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form button[type=submit]').click();
  await page.getByRole('heading', { name: 'Laser 1', level: 1 }).waitFor();
  await page.getByRole('region', { name: 'Your session' }).waitFor();
}

async function openKiosk(browsers: Browsers, workshop: Workshop): Promise<Looking> {
  const page = await pairKiosk(browsers, workshop.url);
  return { name: 'kiosk', page, complaints: complaintsOf(page) };
}

function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  return complaints;
}

async function tellsThatItIsAway({ page }: Looking): Promise<void> {
  await page
    .getByRole('alert')
    .filter({ hasText: /We cannot reach the gateway since \d\d:\d\d/ })
    .waitFor({ timeout: 40_000 });
}

/** For four seconds, so whoever waits for it begins before the start. */
const tellsThatItIsBack = ({ page }: Looking): Promise<void> =>
  page.getByText(/^Back at \d\d:\d\d, up to date\.$/).waitFor({ timeout: 60_000 });

/** The clock is struck through and does not go on while the page's own second does. */
async function standsStill({ page, name }: Looking): Promise<void> {
  const clock = page.locator('time.clock');
  expect(await clock.getAttribute('data-frozen'), name).toBe('true');
  const texts = () => page.locator('main time, main .figure, time.clock').allTextContents();
  const before = await texts();
  await page.evaluate(twoSeconds);
  expect(await texts(), name).toEqual(before);
}

/** Run in the page: two turns of the second that moves every clock of it. */
const twoSeconds = 'new Promise((resolve) => setTimeout(resolve, 2_100))';

async function deedsAreThere(looking: readonly Looking[], are: boolean): Promise<void> {
  for (const [index, { deed }] of pages.entries()) {
    if (deed === null) continue;
    const button = looking[index]?.page.getByRole('button', { name: deed }).first();
    await button?.waitFor({ state: are ? 'visible' : 'detached' });
  }
}

/** What can still be pressed only moves what stands here. */
async function offersNothing({ page, name }: Looking): Promise<void> {
  const left = await page.locator('main button:not(:disabled)').allTextContents();
  expect(left, name).toEqual([]);
}

/** How many of each thing stand on a page: cards, panels, rows of tables and lists. */
const rowsOf = async ({ page }: Looking): Promise<Readonly<Record<string, number>>> => ({
  articles: await page.getByRole('article').count(),
  panels: await page.locator('main section').count(),
  headings: await page.locator('main').getByRole('heading').count(),
  rows: await page.locator('main tr').count(),
});

async function streamsAre(count: number, { url }: Workshop): Promise<void> {
  let open = -1;
  await eventually(
    () => `${count} live streams; there are ${open}`,
    async () => {
      const text = await (await fetch(`${url}/metrics`)).text();
      open = Number(/^officina_http_live_streams (\d+)$/m.exec(text)?.[1] ?? -1);
      return open === count;
    },
  );
}
