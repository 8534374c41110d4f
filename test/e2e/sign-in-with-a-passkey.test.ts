// A member adds a passkey with a real browser and its virtual authenticator, signs out, comes back with it and no handle,
// and removes it. Every request that a page makes goes to the gateway.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outside } from '../outside.ts';
import { type Visit, visit } from './browser.ts';
import { type Program, runOfficina, startProgram, storyDir } from './program.ts';

const yaml = `space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: en }
http: { host: 127.0.0.1 }
mqtt: { host: 127.0.0.1 }
machines:
  lathe: { name: Lathe, pool: lathes, reader: front, switch: plug }
readers:
  front: { kind: native, password: front-secret }
switches:
  plug: { kind: native, password: plug-secret }
`;
const adminToken = 'only-for-this-story-0123456789';
const members = 'member,name,email,team,badges,certificates,roles\nada,Ada Rossi,,,04a1b2c3d4e580,,admin\n';
const password = 'a-long-password-1';

describe.skipIf(!outside('chromium'))('a passkey in a browser', { timeout: 120_000 }, () => {
  const story = storyDir('passkey');
  let program: Program;
  let seen: Visit;
  let page: Page;
  let url = '';
  const requested: string[] = [];

  beforeAll(async () => {
    program = await startProgram({ dir: story.path, yaml, env: { OFFICINA_ADMIN_TOKEN: adminToken } });
    writeFileSync(join(story.path, 'members.csv'), members);
    await runOfficina(story.path, ['import', 'members.csv', '--data', 'data']);
    const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
    const [ada] = (await (await fetch(`${program.url}/api/members`, { headers })).json()) as {
      member: string;
    }[];
    const body = JSON.stringify({ password });
    await fetch(`${program.url}/api/members/${ada?.member}/password`, { method: 'PUT', headers, body });
    url = `http://localhost:${program.httpPort}`;
    seen = await visit(url);
    page = seen.page;
    page.on('request', (request) => requested.push(request.url()));
    await addAuthenticator(await page.context().newCDPSession(page));
  }, 60_000);
  afterAll(async () => {
    await seen?.close();
    await program?.kill();
    story.remove();
  });

  it('is added on one’s own page after signing in', async () => {
    await page.getByLabel('Handle').fill('ada');
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await seen.card('Lathe').waitFor();
    await page.goto(`${url}/#/own`);
    await page.getByLabel('What do you call it?').fill('My phone');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByText('Never used yet.').waitFor();
  });

  it('signs in without a handle, and its use is told', async () => {
    await page.getByLabel('Your account: Ada Rossi').click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByText('Last used').waitFor();
    await page.getByText('By passkey').first().waitFor();
  });

  it('removed, it signs nobody in, and whoever came in with it is out', async () => {
    await page.getByRole('button', { name: 'Remove the passkey My phone' }).click();
    await page.getByRole('button', { name: 'Remove it' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByText('does not open this page').waitFor();
  });

  it('no page asks anybody but the gateway, and nothing is refused by the content policy', async () => {
    await page.getByLabel('Password').fill(password);
    await page.getByLabel('Handle').fill('ada');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { name: 'Passkeys' }).waitFor();
    const refused: string[] = [];
    page.on('console', (line) => {
      if (/content security policy/i.test(line.text())) refused.push(line.text());
    });
    const rooms = [
      '',
      'machines/lathe',
      'statement',
      'books',
      'members',
      'devices',
      'proposals',
      'policy',
      'replay',
      'book/lathes',
      'setup',
    ];
    for (const room of rooms) {
      await page.goto(`${url}/#/${room}`);
      await page.locator('main').first().waitFor();
    }
    await page.getByText('only on this computer').first().waitFor();
    expect(requested.length).toBeGreaterThan(20);
    expect(requested.filter((one) => new URL(one).origin !== url && !one.startsWith('data:'))).toEqual([]);
    expect(refused).toEqual([]);
    expect(seen.complaints()).toEqual([]);
  });
});

/** An authenticator in the device itself that asks for a finger, finds one, and keeps what it made. */
async function addAuthenticator(session: CDPSession): Promise<void> {
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
