// A trainer certifies two members at once in a real browser: sees who gains what before, takes it back, and withdraws one of another
// by name; the machine opens for whoever was certified. No page of it has a mistake that axe finds, in light or dark.

import { afterEach, describe, expect, it } from 'vitest';
import { outside } from '../outside.ts';
import { openDeskStory, visitAs } from './desk-story.ts';
import { expectNoMistakes } from './no-mistakes.ts';

const bosBadge = '04a1b2c3d4e581';
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe.skipIf(!outside('chromium'))('a trainer certifies', () => {
  it('two members at once, takes it back, and withdraws what somebody holds', {
    timeout: 90_000,
  }, async () => {
    const story = await openDeskStory(closing);
    const nico = await visitAs('nico', story);
    closing.push(nico.close);
    const { page } = nico;
    await page.getByRole('link', { name: 'Desk', exact: true }).click();
    await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
    await page.getByRole('link', { name: 'Members', exact: true }).click();
    await page.getByRole('button', { name: 'Certify members' }).click();
    const form = page.getByRole('region', { name: 'Certify members' });
    await form.getByLabel('Certificate').selectOption('laser-basic');
    await form.getByRole('button', { name: 'See what changes' }).click();
    await form.getByText('Choose at least one member.').waitFor();
    await form.getByLabel('Ada Rossi').check();
    await form.getByLabel('Bo Weiß').check();
    await form.getByRole('button', { name: 'See what changes' }).click();
    await form.getByText(/^Bo Weiß has it until .*2099, then without an end\.$/).waitFor();
    await form.getByRole('button', { name: 'Give the certificate' }).click();
    await form.getByText('Given to 1 member.').waitFor();
    await form.getByRole('button', { name: 'Undo' }).click();
    await form.getByText('Taken back.').waitFor();

    await page.getByRole('link', { name: /Bo Weiß/ }).click();
    const held = page.getByRole('region', { name: 'Certificates' });
    await held.getByText(/until .*2099/).waitFor();
    await held.getByRole('button', { name: 'Withdraw laser-basic' }).click();
    await held.getByText('No session ends by it.').waitFor();
    expect(await story.front.tap(bosBadge)).toMatchObject({ outcome: 'granted' });
    await held.getByRole('button', { name: 'Withdraw certificate' }).click();
    await held.getByText('None yet.').waitFor();
    await expectNoMistakes(nico);
    expect(nico.complaints()).toEqual([]);
  });
});
