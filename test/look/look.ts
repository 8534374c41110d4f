// `npm run look`: pictures of every room as people of each role see it, on each screen, light and dark, in English and German,
// in each scene and while the gateway is away, with an index to look through. Where axe-core sees something, the index says so.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { type Browsers, openBrowsers } from './browsers.ts';
import { violations } from './judge.ts';
import { openWorkshop, type Scene, type Workshop } from './open-workshop.ts';
import { pairKiosk } from './pair-kiosk.ts';
import { type Picture, pictureIndex } from './picture-index.ts';
import { enter, type Room, rooms } from './rooms.ts';

const usage = `Use: npm run look [-- --room NAME] [--out FOLDER] [--screen NAME]

  --room NAME     only rooms whose name begins so; with a word that is none, they are listed
  --screen NAME   only this one: phone, tablet, desk or wall
  --out FOLDER    where the pictures go; left out, look/

Example:
  npm run look -- --room machine --screen phone
`;

const screens = {
  phone: { width: 390, height: 844 },
  tablet: { width: 1024, height: 768 },
  desk: { width: 1280, height: 900 },
  wall: { width: 1920, height: 1080 },
} as const;
type Screen = keyof typeof screens;

const themes = ['light', 'dark'] as const;
/** By the name that the chooser of the pages has for it. */
const languages = { en: 'English', de: 'Deutsch' } as const;

const names = [...rooms.map(({ room }) => room), 'kiosk', 'away'];
const { values } = parseArgs({
  options: {
    room: { type: 'string', default: '' },
    screen: { type: 'string' },
    out: { type: 'string', default: 'look' },
    help: { type: 'boolean', default: false },
  },
});
const isAsked = (name: string): boolean => name.startsWith(values.room);
const isScreen = (name: string): name is Screen => Object.hasOwn(screens, name);
async function look(): Promise<void> {
  const closing: (() => unknown)[] = [];
  rmSync(values.out, { recursive: true, force: true });
  mkdirSync(values.out, { recursive: true });
  const pictures: Picture[] = [];
  try {
    const workshop = await openWorkshop(closing);
    const browsers = await openBrowsers(workshop.url);
    closing.push(() => browsers.browser.close());
    for (const scene of ['calm', 'busy'] as const)
      pictures.push(...(await lookAtScene(browsers, workshop, scene)));
    if (isAsked('kiosk')) pictures.push(...(await lookAtKiosk(browsers, workshop)));
    if (isAsked('away')) pictures.push(...(await lookAway(browsers, workshop)));
  } finally {
    for (const close of closing.reverse()) await close();
  }
  writeFileSync(join(values.out, 'index.html'), pictureIndex(pictures));
  process.stdout.write(`${pictures.length} pictures; open ${join(values.out, 'index.html')}\n`);
}

async function lookAtScene(
  browsers: Browsers,
  workshop: Workshop,
  scene: Scene,
): Promise<readonly Picture[]> {
  const asked = rooms.filter((room) => room.scene === scene && isAsked(room.room));
  if (asked.length === 0) return [];
  await workshop.show(scene);
  const pictures: Picture[] = [];
  for (const role of new Set(asked.map((room) => room.role))) {
    const context = await browsers.as(role);
    const page = await context.newPage();
    await page.goto(workshop.url);
    for (const language of Object.keys(languages) as (keyof typeof languages)[]) {
      await chooseLanguage(page, { language, url: workshop.url });
      for (const room of asked.filter((one) => one.role === role))
        pictures.push(...(await lookAt(page, room, language)));
    }
    await context.close();
  }
  return pictures;
}

/** Through the chooser of the pages themselves: where one signs in, or in the menu under one's name. */
async function chooseLanguage(
  page: Page,
  { language, url }: { language: keyof typeof languages; url: string },
) {
  await page.setViewportSize(screens.desk);
  await page.goto(`${url}/#/`);
  await page.reload();
  await page.locator('main').getByText(/\S/).first().waitFor();
  await page.locator('details.account > summary, main.sign-in').first().waitFor();
  const menu = page.locator('details.account > summary');
  if (await menu.isVisible()) await menu.click();
  const chooser = page.locator('select', { has: page.locator('option[value="de"]') });
  await chooser.selectOption({ label: languages[language] });
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
}

async function lookAt(page: Page, room: Room, language: string): Promise<readonly Picture[]> {
  const pictures: Picture[] = [];
  for (const screen of screensOf(room)) {
    await page.setViewportSize(screens[screen]);
    await enter(page, room);
    for (const theme of themes) {
      const found = await violations(page, { colorScheme: theme, tags: [...best] });
      const file = `${room.room}-${screen}-${theme}-${language}.png`;
      await page.screenshot({ path: join(values.out, file), fullPage: screen !== 'wall' });
      pictures.push({ file, room: room.room, role: room.role ?? 'nobody', screen, theme, language, found });
    }
  }
  return pictures;
}

const best = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] as const;

/** The wall is the board's. */
const screensOf = ({ room }: Pick<Room, 'room'>): readonly Screen[] =>
  (Object.keys(screens) as Screen[]).filter(
    (screen) =>
      (screen !== 'wall' || room.startsWith('board')) &&
      (values.screen === undefined || values.screen === screen),
  );

async function lookAtKiosk(browsers: Browsers, workshop: Workshop): Promise<readonly Picture[]> {
  const page = await pairKiosk(browsers, workshop.url, { viewport: screens.tablet });
  const pictures: Picture[] = [];
  for (const scene of ['calm', 'busy'] as const) {
    await workshop.show(scene);
    for (const theme of themes)
      pictures.push(await pictureOf(page, { room: `kiosk-${scene}`, screen: 'tablet', theme }));
  }
  return pictures;
}

/** The last: the gateway does not come back. */
async function lookAway(browsers: Browsers, workshop: Workshop): Promise<readonly Picture[]> {
  const context = await browsers.as('member');
  const pages = await Promise.all(
    ['#/', '#/machines/laser', '#/own'].map(async (hash) => {
      const page = await context.newPage();
      await page.goto(`${workshop.url}/${hash}`);
      await page.locator('main').getByText(/\S/).first().waitFor();
      return { page, room: `away-${hash.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'board'}` };
    }),
  );
  await workshop.kill();
  const pictures: Picture[] = [];
  for (const { page, room } of pages) {
    await page.locator('.band-away').waitFor({ timeout: 40_000 });
    for (const screen of screensOf({ room }))
      for (const theme of themes) {
        await page.setViewportSize(screens[screen]);
        pictures.push(await pictureOf(page, { room, screen, theme }));
      }
  }
  return pictures;
}

type Shot = { readonly room: string; readonly screen: Screen; readonly theme: (typeof themes)[number] };

async function pictureOf(page: Page, { room, screen, theme }: Shot): Promise<Picture> {
  const found = await violations(page, { colorScheme: theme, tags: [...best] });
  const file = `${room}-${screen}-${theme}-en.png`;
  await page.screenshot({ path: join(values.out, file) });
  return { file, room, role: 'member', screen, theme, language: 'en', found };
}

if (values.help || !names.some(isAsked) || (values.screen !== undefined && !isScreen(values.screen))) {
  process.stderr.write(`${usage}\nRooms: ${names.join(', ')}\n`);
  process.exitCode = values.help ? 0 : 2;
} else await look();
