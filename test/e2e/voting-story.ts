// The workshop of a vote: the real program with a policy in force and a proposal that is open for a short while, put into its
// journal beforehand as if days had passed, and browsers that sign in as its members.

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../src/adapters/sqlite/open-store.ts';
import type { Entry, EntryBody } from '../../src/domain/journal/entry.ts';
import type { VotePolicy } from '../../src/domain/policy/policy-document.ts';
import { policyText } from '../../src/domain/policy/policy-text.ts';
import { noteDigestText } from '../../src/domain/usage/note-digest.ts';
import type { PeopleChange } from '../../src/gateway/ports.ts';
import { dayMs, documentOf, policyBodies } from '../fakes/voting-world.ts';
import { type Visit, visit } from './browser.ts';
import { readJournal } from './journal-file.ts';
import { type Program, runOfficina, startProgram, storyDir } from './program.ts';

const adminToken = 'a-vote-needs-an-administrator';
const password = 'correct horse battery';
const members = `member,name,email,team,badges,certificates,roles
ada,Ada Rossi,,,,,member
bo,Bo Weiß,,,,,member
eva,Eva Lindt,,,,,steward
`;
const yaml = readFileSync(new URL('a-vote-passes.yaml', import.meta.url), 'utf8');

export type VotingStory = {
  readonly dir: string;
  readonly program: Program;
  readonly proposal: string;
  visitAs(handle: string): Promise<Visit>;
};

type Wish = { readonly votes: VotePolicy; readonly openForMs: number; readonly locale?: string };

/** `closing` is filled with what has to be closed, in order. */
export async function openVotingStory(
  closing: (() => unknown)[],
  { votes, openForMs, locale = 'en' }: Wish,
): Promise<VotingStory> {
  const dir = storyDir('vote');
  closing.push(dir.remove);
  writeFileSync(join(dir.path, 'members.csv'), members);
  const described = yaml.replace('locale: en', `locale: ${locale}`);
  writeFileSync(join(dir.path, 'officina.yaml'), described, { mode: 0o600 });
  const imported = await runOfficina(dir.path, ['import', 'members.csv']);
  if (imported.code !== 0) throw new Error(imported.stderr);
  const proposal = 'longer-turns';
  await putIntoJournal(dir.path, { proposal, votes, openForMs });
  const program = await startProgram({ dir: dir.path, env: { OFFICINA_ADMIN_TOKEN: adminToken } });
  closing.push(() => program.kill());
  await givePasswords(program);
  return { dir: dir.path, program, proposal, visitAs: (handle) => visitAs(handle, program) };
}

async function putIntoJournal(
  dir: string,
  { proposal, votes, openForMs }: { proposal: string; votes: VotePolicy; openForMs: number },
): Promise<void> {
  const said = readJournal(dir);
  const last = said.at(-1);
  const by = said.find(({ type }) => type === 'member-recorded')?.data.member;
  if (!last || typeof by !== 'string') throw new Error('the members are imported first');
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const store = await openStore({ dataDir: join(dir, 'data'), log });
  const document = documentOf(votes, 90);
  const text = 'Longer turns\nEngraving takes longer.\nTwo of us never finish within an hour.';
  const note = { session: proposal, member: by, text, salt: 'ab'.repeat(16) };
  const closesMs = Date.now() + openForMs;
  const bodies: readonly EntryBody[] = [
    ...policyBodies(documentOf(votes)),
    {
      type: 'proposal-opened',
      data: {
        ...{ proposal, by, base: 1, hash: sha256(policyText(document)), document, votes },
        ...{ opensMs: closesMs - 7 * dayMs, closesMs, fromMs: closesMs + votes.noticeDays * dayMs },
        noteDigest: sha256(noteDigestText(note)),
      },
    },
  ];
  const { boot, atMs, monoMs } = last;
  const gateway = await store.journal.gateway();
  const entries = bodies.map(
    (body, i): Entry => ({ ...body, seq: last.seq + 1 + i, gateway, boot, atMs, monoMs, v: 1 }),
  );
  const people: PeopleChange[] = [{ kind: 'note', note }];
  await store.journal.append({ entries, people, messages: [] });
  await store.close();
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function givePasswords({ url }: Program): Promise<void> {
  const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' };
  const known = (await (await fetch(`${url}/api/members`, { headers })).json()) as { member: string }[];
  const body = JSON.stringify({ password });
  for (const { member } of known) {
    const put = await fetch(`${url}/api/members/${member}/password`, { method: 'PUT', headers, body });
    if (put.status !== 204) throw new Error(`password: ${put.status}`);
  }
}

async function visitAs(handle: string, { url }: Program): Promise<Visit> {
  const seen = await visit(url);
  await seen.page.locator('input[name=handle]').fill(handle);
  await seen.page.locator('input[name=password]').fill(password);
  await seen.page.locator('button[type=submit]').click();
  await seen.page.getByRole('article').first().waitFor();
  return seen;
}
