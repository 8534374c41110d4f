// Nobody is shut out of a room: axe-core finds no violation of WCAG 2.2 AA in any of them, light or dark, as each role and in
// each state; the keys reach everything, the focus is seen, and nothing is wider than the screen at 400 %.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browsers, openBrowsers } from '../look/browsers.ts';
import { violations } from '../look/judge.ts';
import { openWorkshop, type Role, type Scene, type Workshop } from '../look/open-workshop.ts';
import { enter, type Room, rooms } from '../look/rooms.ts';
import { walkKeys } from '../look/walk-keys.ts';
import { outside } from '../outside.ts';

const closing: (() => unknown)[] = [];
let workshop: Workshop;
let browsers: Browsers;
let scene: Scene | null = null;
const pages = new Map<Role | null, Page>();

describe.skipIf(!outside('chromium'))('nobody is shut out', () => {
  beforeAll(async () => {
    workshop = await openWorkshop(closing);
    browsers = await openBrowsers(workshop.url);
    closing.push(() => browsers.browser.close());
  }, 60_000);
  afterAll(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  it.each(rooms)('of $room, as $role', { timeout: 40_000 }, async (room) => {
    const page = await pageIn(room);
    expect(await violations(page, { colorScheme: 'dark' })).toEqual([]);
    expect(await violations(page, { colorScheme: 'light' })).toEqual([]);
    const walk = await walkKeys(page);
    expect(walk).toMatchObject({ missed: [], unseen: [] });
    expect(walk.stops).toBeGreaterThan(1);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(tooWide)).toEqual([]);
  });
});

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
