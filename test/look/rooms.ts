// The rooms of the dashboard as they are looked at and proven: where each is, who looks, and in which scene. A new room is
// one row here, and is then in the pictures and in the test that nobody is shut out.

import type { Page } from 'playwright-core';
import { handles, password, type Role, type Scene } from './open-workshop.ts';

export type Room = {
  /** A name for the file and the test. */
  readonly room: string;
  /** Null: nobody has signed in. */
  readonly role: Role | null;
  readonly hash: string;
  readonly scene: Scene;
  /** Done in the room before it is looked at. */
  readonly before?: (page: Page) => Promise<unknown>;
};

const pressed = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();

export const rooms: readonly Room[] = [
  { room: 'sign-in', role: null, hash: '#/', scene: 'calm' },
  {
    room: 'sign-in-refused',
    role: null,
    hash: '#/',
    scene: 'calm',
    before: (page) => signIn(page, 'nobody'),
  },
  { room: 'board-calm', role: 'member', hash: '#/', scene: 'calm' },
  { room: 'bookings', role: 'member', hash: '#/book/lasers', scene: 'calm' },
  { room: 'booking-refused', role: 'member', hash: '#/book/kilns', scene: 'calm' },
  { room: 'own', role: 'member', hash: '#/own', scene: 'calm' },
  { room: 'me', role: 'member', hash: '#/me/turns', scene: 'calm' },
  { room: 'statement', role: 'member', hash: '#/statement', scene: 'calm' },
  { room: 'policy', role: 'member', hash: '#/policy', scene: 'calm' },
  { room: 'proposals', role: 'member', hash: '#/proposals', scene: 'calm' },
  { room: 'members-refused', role: 'member', hash: '#/members', scene: 'calm' },
  { room: 'accessibility', role: 'member', hash: '#/accessibility', scene: 'calm' },
  { room: 'board-busy', role: 'member', hash: '#/', scene: 'busy' },
  { room: 'machine-held', role: 'member', hash: '#/machines/laser', scene: 'busy' },
  { room: 'machine-alarm', role: 'member', hash: '#/machines/kiln', scene: 'busy' },
  { room: 'machine-door', role: 'member', hash: '#/machines/mill', scene: 'busy' },
  { room: 'machine-offline', role: 'member', hash: '#/machines/saw', scene: 'busy' },
  { room: 'machine-taken', role: 'other', hash: '#/machines/laser', scene: 'busy' },
  { room: 'machine-queue', role: 'other', hash: '#/machines/laser/queue', scene: 'busy' },
  { room: 'machine-certificates', role: 'trainer', hash: '#/machines/laser/certificates', scene: 'busy' },
  { room: 'machine-sessions', role: 'steward', hash: '#/machines/laser/sessions', scene: 'busy' },
  { room: 'machine-care', role: 'steward', hash: '#/machines/laser-2/care', scene: 'busy' },
  {
    room: 'machine-lock',
    role: 'steward',
    hash: '#/machines/mill',
    scene: 'busy',
    before: pressed(/^(Lock this machine|Maschine sperren)$/),
  },
  { room: 'board-alarms', role: 'steward', hash: '#/', scene: 'busy' },
  { room: 'members', role: 'steward', hash: '#/members', scene: 'busy' },
  { room: 'devices', role: 'steward', hash: '#/devices', scene: 'busy' },
  { room: 'replay', role: 'steward', hash: '#/replay', scene: 'busy' },
  { room: 'books', role: 'treasurer', hash: '#/books', scene: 'busy' },
  { room: 'setup', role: 'admin', hash: '#/setup', scene: 'busy' },
];

/** Goes there and waits until what it shows has come. */
export async function enter(page: Page, { hash, before }: Pick<Room, 'hash' | 'before'>): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/${hash}`);
  await page.reload();
  await page.locator('main').getByText(/\S/).first().waitFor();
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);
  await before?.(page);
}

/** Signs in by the fields' names, in whatever language the page is; resolves at once where it is refused. */
export async function signIn(page: Page, who: Role | 'nobody'): Promise<void> {
  await page.locator('input[name=handle]').fill(who === 'nobody' ? who : handles[who]);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form button[type=submit]').click();
  if (who === 'nobody') await page.getByRole('alert').first().waitFor();
  else await page.getByRole('article').first().waitFor();
}
