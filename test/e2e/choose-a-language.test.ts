// Somebody who does not read the language of their browser chooses another one before they sign in, and keeps it.

import { afterEach, describe, expect, it } from 'vitest';
import { outside } from '../outside.ts';
import { visit } from './browser.ts';
import { startProgram, storyDir } from './program.ts';

const yaml = `space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: en }
machines:
  laser: { name: Laser, pool: lasers, link: { kind: mqtt, password: laser-secret } }
`;

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe.skipIf(!outside('chromium'))('the language of the pages', () => {
  it('is chosen on the page for signing in, kept over a reload and given back', {
    timeout: 60_000,
  }, async () => {
    const dir = storyDir('language');
    closing.push(dir.remove);
    const program = await startProgram({ dir: dir.path, yaml });
    closing.push(() => program.kill());
    const { page, complaints, close } = await visit(program.url);
    closing.push(close);
    const title = (text: string) => page.getByRole('heading', { name: text, exact: true }).waitFor();
    const language = () => page.locator('html').getAttribute('lang');

    await title('Sign in');
    await page.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'Italiano' });
    await title('Entra');
    expect(await language()).toBe('it');

    await page.reload();
    await title('Entra');
    await page.getByRole('textbox', { name: 'Nome breve' }).fill('nobody');
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Entra' }).click();
    await page.getByRole('alert').filter({ hasText: 'Nome breve e password non vanno insieme.' }).waitFor();

    await page.getByRole('combobox', { name: 'Lingua' }).selectOption({ label: 'Automatica' });
    await title('Sign in');
    expect(await language()).toBe('en');
    expect(complaints()).toEqual([]);
    expect(await program.stop()).toBe(0);
  });
});
