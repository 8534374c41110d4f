// The workshop of the treasurer's stories: the real program, four members with a month of use behind them, and a treasurer who may
// sign in.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, type Program, runOfficina, startProgram } from './program.ts';

const adminToken = 'the-books-need-an-administrator';
export const password = 'correct horse battery';

/** Hours of the laser at 12.00 an hour, and whether their address is known. */
const people = [
  { handle: 'ada', name: 'Ada Rossi', minutes: 60, hasAddress: true },
  { handle: 'bo', name: 'Bo Weiss', minutes: 60, hasAddress: true },
  { handle: 'cleo', name: 'Cleo Blanc', minutes: 60, hasAddress: true },
  { handle: 'dora', name: 'Dora Klein', minutes: 40, hasAddress: false },
] as const;

/** The month before this one, `yyyy-mm`, well inside of which they used the laser. */
function lastMonth(): string {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 15)).toISOString().slice(0, 7);
}

export async function openMoneyStory(dir: string, yaml: string) {
  const rows = people.map(({ handle, name }) => `${handle},${name},,,,,member`);
  const members = [
    'member,name,email,team,badges,certificates,roles',
    ...rows,
    'tess,Tess Conti,,,,,treasurer',
  ];
  writeFileSync(join(dir, 'officina.yaml'), yaml, { mode: 0o600 });
  writeFileSync(join(dir, 'members.csv'), `${members.join('\n')}\n`);
  const imported = await runOfficina(dir, ['import', 'members.csv']);
  if (imported.code !== 0) throw new Error(imported.stderr);
  const program = await startProgram({ dir, env: { OFFICINA_ADMIN_TOKEN: adminToken } });
  const month = lastMonth();
  const listed = (await askAs(program, { path: '/api/members' })) as { member: string; handle: string }[];
  for (const { member, handle } of listed)
    if (handle === 'ada' || handle === 'tess')
      await askAs(program, { method: 'PUT', path: `/api/members/${member}/password`, body: { password } });
  const sessions = new Map<string, string>();
  for (const [day, { handle, name, minutes, hasAddress }] of people.entries()) {
    const from = `${month}-1${day}T10:00:00Z`;
    const to = new Date(Date.parse(from) + minutes * 60_000).toISOString();
    const body = { member: handle, from, to, why: 'badge-forgotten' };
    const { session } = (await askAs(program, {
      method: 'POST',
      path: '/api/machines/laser/usage',
      body,
    })) as {
      session: string;
    };
    sessions.set(handle, session);
    const address = { name, street: 'Via Verdi 2', zip: '40100', city: 'Bologna', country: 'IT' };
    if (hasAddress)
      await askAs(program, { method: 'PUT', path: `/api/books/buyers/${handle}`, body: address });
  }
  await contest(program, sessions.get('ada') ?? '');
  return { program, month, sessions };
}

/** As the member; the charge is made a moment after the use was entered. */
async function contest({ url }: Program, charge: string): Promise<void> {
  const json = { 'content-type': 'application/json' };
  const signIn = { method: 'POST', headers: json, body: JSON.stringify({ handle: 'ada', password }) };
  const cookie = (await fetch(`${url}/api/session`, signIn)).headers.get('set-cookie')?.split(';')[0] ?? '';
  const body = JSON.stringify({ charge, text: 'The machine stood still.' });
  // A member may ask thirty times an hour.
  let nextMs = performance.now();
  let said = '';
  await eventually(
    () => `the charge to be there and contested: ${said}`,
    async () => {
      if (performance.now() < nextMs) return false;
      nextMs = performance.now() + 800;
      const asked = await fetch(`${url}/api/disputes`, {
        method: 'POST',
        headers: { ...json, cookie },
        body,
      });
      said = asked.ok ? '' : await asked.text();
      return asked.ok;
    },
  );
}

type Asking = { readonly method?: string; readonly path: string; readonly body?: unknown };

/** As the administrator; a refusal fails the story. */
export async function askAs({ url }: Program, { method = 'GET', path, body }: Asking): Promise<unknown> {
  const headers = {
    authorization: `Bearer ${adminToken}`,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const response = await fetch(`${url}${path}`, {
    ...{ method, headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}
