// Nobody is shut out of a room: axe-core finds no violation of WCAG 2.2 AA in any of them, light or dark, as each role and in
// each state; the keys reach everything, the focus is seen, and nothing is wider than the screen at 400 %.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Browsers, openBrowsers } from '../look/browsers.ts';
import { violations } from '../look/judge.ts';
import { openWorkshop, type Role, type Scene, type Workshop } from '../look/open-workshop.ts';
import { pairKiosk } from '../look/pair-kiosk.ts';
import { enter, type Room, rooms } from '../look/rooms.ts';
import { walkKeys } from '../look/walk-keys.ts';
import { outside } from '../outside.ts';

const closing: (() => unknown)[] = [];
let workshop: Workshop;
let browsers: Browsers;
let scene: Scene | null = null;
const pages = new Map<Role | null, Page>();

const isThere = outside('chromium');

if (isThere) {
  beforeAll(async () => {
    workshop = await openWorkshop(closing);
    browsers = await openBrowsers(workshop.url);
    closing.push(() => browsers.browser.close());
  }, 60_000);
  afterAll(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });
}

describe.skipIf(!isThere)('nobody is shut out', () => {
  it.each(rooms)('of $room, as $role', { timeout: 40_000 }, async (room) => {
    const page = await pageIn(room);
    expect(await violations(page, { colorScheme: 'dark' })).toEqual([]);
    expect(await violations(page, { colorScheme: 'light' })).toEqual([]);
    const walk = await walkKeys(page);
    expect(walk).toMatchObject({ missed: [], unseen: [] });
    expect(walk.stops).toBeGreaterThan(1);
    await page.setViewportSize({ width: 320, height: 640 });
    // The page lays itself out anew, and its charts after it.
    await vi.waitFor(async () => expect(await page.evaluate(tooWide)).toEqual([]), { timeout: 10_000 });
  });
});

describe.skipIf(!isThere)('nobody is shut out of the kiosk', () => {
  const kioskClosing: (() => unknown)[] = [];
  afterAll(async () => {
    for (const close of kioskClosing.splice(0).reverse()) await close();
  });

  it('calm, busy and without the gateway: axe-core, the keys, and keys of 112 px', {
    timeout: 60_000,
  }, async () => {
    const own = await openWorkshop(kioskClosing);
    const windows = await openBrowsers(own.url);
    kioskClosing.push(() => windows.browser.close());
    const page = await pairKiosk(windows, own.url);
    for (const state of ['calm', 'busy'] as const) {
      await own.show(state);
      for (const colorScheme of ['light', 'dark'] as const)
        expect(await violations(page, { colorScheme })).toEqual([]);
      expect(await walkKeys(page)).toMatchObject({ missed: [], unseen: [] });
      expect(await page.evaluate(smallKeys)).toEqual([]);
    }
    await own.kill();
    await page.getByRole('alert').waitFor({ timeout: 40_000 });
    expect(await violations(page, { colorScheme: 'dark' })).toEqual([]);
  });
});

describe.skipIf(!isThere)('what is opened', () => {
  it('is closed by Escape, which gives the focus back', { timeout: 40_000 }, async () => {
    const page = await pageIn({ room: 'board', role: 'member', hash: '#/', scene: 'busy' });
    const menu = page.locator('details.account');
    await menu.locator('summary').click();
    await menu.getByRole('combobox').focus();
    await page.keyboard.press('Escape');
    expect(await menu.getAttribute('open')).toBeNull();
    expect(await menu.locator('summary').and(page.locator(':focus')).count()).toBe(1);
    await page.getByRole('button', { name: 'Finish' }).click();
    await page.getByRole('group', { name: 'Finish' }).locator(':focus').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Finish' }).and(page.locator(':focus')).waitFor();
  });

  it('is read out: a new alarm at once, and only once', { timeout: 40_000 }, async () => {
    const page = await pageIn({ room: 'board', role: 'member', hash: '#/', scene: 'calm' });
    const loud = page.locator('[aria-live=assertive]');
    expect(await loud.textContent()).toBe('');
    await page.evaluate(hears);
    await workshop.show('busy');
    await loud.filter({ hasText: 'Brennofen' }).waitFor({ state: 'attached' });
    // Two reports of the alarm later it was still said once.
    await workshop.show('busy');
    expect(await page.evaluate('window.heard')).toHaveLength(1);
    scene = 'busy';
  });
});

/** Run in the page: notes every text that the loud region takes on. */
const hears = `window.heard = []; new MutationObserver(() => {
  const text = document.querySelector('[aria-live=assertive]').textContent;
  if (text !== '' && window.heard.at(-1) !== text) window.heard.push(text);
}).observe(document.querySelector('[aria-live=assertive]'), { childList: true, characterData: true, subtree: true });`;

/** Run in the page: keys that a glove would miss, 20 mm on a tablet of ten inches; those of the head are for stewards. */
const smallKeys = `[...document.querySelectorAll('main button')].filter((one) => {
  const { width, height } = one.getBoundingClientRect();
  return Math.min(width, height) < 112;
}).map((one) => one.textContent)`;

async function pageIn(room: Room): Promise<Page> {
  if (room.scene !== scene) await workshop.show(room.scene);
  scene = room.scene;
  const page = pages.get(room.role) ?? (await (await browsers.as(room.role)).newPage());
  pages.set(room.role, page);
  await page.setViewportSize({ width: 1280, height: 900 });
  if (page.url() === 'about:blank') await page.goto(workshop.url);
  await enter(page, room);
  return page;
}

/** Run in the page, 1280 px at 400 %: what stands out to the right, when the page can be moved sideways. */
const tooWide = `document.documentElement.scrollWidth <= 320 ? [] : [...document.querySelectorAll('body *')]
  .filter((one) => one.getBoundingClientRect().right > 321)
  .map((one) => one.tagName + '.' + one.className + ' ' + (one.textContent ?? '').slice(0, 40))`;
