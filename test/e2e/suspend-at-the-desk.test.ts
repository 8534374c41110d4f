// A member is suspended at the desk, seen in a real browser: it is asked twice and says what ends, the power goes, a list that
// comes again changes nothing, and the command line lets them back in beside the running gateway.

import { afterEach, describe, expect, it } from 'vitest';
import { outside } from '../outside.ts';
import { openDeskStory, visitAs } from './desk-story.ts';
import { eventually, runOfficina } from './program.ts';

const bosBadge = '04a1b2c3d4e581';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe.skipIf(!outside('chromium'))('a suspension at the desk', () => {
  it('ends what the member holds, and only a word lets them back in', { timeout: 90_000 }, async () => {
    const { dir, front, plug, ...story } = await openDeskStory(closing);
    expect(await front.tap(bosBadge)).toMatchObject({ outcome: 'granted', machine: 'laser' });
    await eventually('the laser to get power', () => plug.isOn());
    const eva = await visitAs('eva', { dir, front, plug, ...story });
    closing.push(eva.close);
    const { page } = eva;
    await page.getByRole('link', { name: 'Desk', exact: true }).click();
    await page.getByRole('link', { name: 'Members' }).click();
    await page.getByRole('link', { name: /Bo Weiß/ }).click();
    const panel = page.getByRole('region', { name: 'Membership' });
    await panel.getByRole('button', { name: 'Suspend', exact: true }).click();
    await panel.getByText('Their session on Laser ends by it').waitFor();
    expect(plug.isOn()).toBe(true);
    await panel.getByRole('button', { name: 'Suspend this member' }).click();
    await panel.getByText('Suspended. The session on Laser ends.').waitFor();
    await page.getByRole('link', { name: /Bo Weiß.*Suspended/ }).waitFor();
    await eventually('the laser to lose power', () => !plug.isOn());
    expect(await runOfficina(dir, ['import', 'members.csv'])).toMatchObject({ code: 0 });
    expect(await front.tap(bosBadge)).toMatchObject({ outcome: 'refused', code: 'member-suspended' });

    const done = await runOfficina(dir, ['member', 'bo', '--reinstate']);
    expect(done).toMatchObject({ code: 0, stdout: expect.stringContaining('Bo Weiß (bo): active') });
    expect(await front.tap(bosBadge)).toMatchObject({ outcome: 'granted' });
    expect(eva.complaints()).toEqual([]);
  });
});
