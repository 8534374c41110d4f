// A vote passes, seen in real browsers: members read what would change, talk, vote in secret, change their mind with the
// receipt, and find their ballot in the result; the policy is adopted in the journal, and the journal is proved.

import { afterEach, describe, expect, it } from 'vitest';
import { secretVotes } from '../fakes/voting-world.ts';
import { outside } from '../outside.ts';
import type { Visit } from './browser.ts';
import { readJournal } from './journal-file.ts';
import { runOfficina } from './program.ts';
import { openVotingStory, type VotingStory } from './voting-story.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe.skipIf(!outside('chromium'))('a vote', () => {
  it('passes and is adopted', { timeout: 120_000 }, async () => {
    const story = await openVotingStory(closing, { votes: secretVotes, openForMs: 35_000 });
    const [ada, bo] = await Promise.all([story.visitAs('ada'), story.visitAs('bo')]);
    closing.push(ada.close, bo.close);
    await reads(ada);
    await says(ada, bo);
    const receipt = await votes(ada, 'No');
    expect(await votes(bo, 'Yes')).not.toBe(receipt);
    const again = await changesTheirMind(ada);
    await result(bo, [again, receipt]);
    await isAdopted(story);
    expect([...ada.complaints(), ...bo.complaints()]).toEqual([]);
  });
});

async function reads({ page }: Visit): Promise<void> {
  await page.getByRole('link', { name: 'Votes' }).click();
  const line = page.getByRole('link', { name: /Longer turns/ });
  await line.filter({ hasText: '0 of 3 voted' }).click();
  await page.getByRole('heading', { name: 'Longer turns' }).waitFor();
  const row = page.getByRole('row', { name: /Pool lasers: Length of a turn, minutes/ });
  expect((await row.textContent())?.endsWith('6090')).toBe(true);
  await page.getByText('Two of us never finish within an hour.').waitFor();
}

async function says({ page }: Visit, other: Visit): Promise<void> {
  await other.page.getByRole('link', { name: 'Votes' }).click();
  await other.page.getByRole('link', { name: /Longer turns/ }).click();
  await page.getByLabel('Say something').fill('Yes, please.');
  await page.getByRole('button', { name: 'Say it' }).click();
  // Without a reload: the live stream says that there is something new.
  await other.page.getByText('Yes, please.').waitFor();
}

async function votes({ page }: Visit, choice: string): Promise<string> {
  const mine = page.getByRole('region', { name: 'Your vote' });
  await mine.getByRole('button', { name: choice, exact: true }).click();
  await mine.getByText('Your receipt').waitFor();
  return (await mine.locator('code').textContent()) ?? '';
}

async function changesTheirMind({ page }: Visit): Promise<string> {
  const mine = page.getByRole('region', { name: 'Your vote' });
  const before = (await mine.locator('code').textContent()) ?? '';
  expect(await mine.getByRole('textbox', { name: /^Receipt/ }).inputValue()).toBe(before);
  await mine.getByRole('button', { name: 'Yes', exact: true }).click();
  await mine.locator('code').filter({ hasNotText: before }).waitFor();
  return (await mine.locator('code').textContent()) ?? '';
}

async function result({ page }: Visit, [own, older]: readonly [string, string]): Promise<void> {
  const ended = page.getByRole('region', { name: 'Result' });
  await ended.getByText('Accepted').waitFor({ timeout: 60_000 });
  await ended.getByText('2 of 3 members voted.').waitFor();
  await ended.getByLabel('Find your receipt').fill(own);
  await ended.getByText('This ballot says: Yes.').waitFor();
  await ended.getByLabel('Find your receipt').fill(older);
  await ended.getByText('No ballot has this receipt.').waitFor();
}

async function isAdopted({ dir, program, proposal }: VotingStory): Promise<void> {
  const entries = readJournal(dir, ['ballot-cast', 'proposal-closed', 'policy-adopted']);
  expect(entries.map(({ type }) => type)).toEqual([
    'policy-adopted',
    'ballot-cast',
    'ballot-cast',
    'proposal-closed',
    'policy-adopted',
  ]);
  expect(entries.at(-1)?.data).toMatchObject({ version: 2, by: 'vote', proposal });
  const listed = await runOfficina(dir, ['proposal', 'list']);
  expect(listed.stdout, listed.stderr).toMatch(/^longer-turns {2}accepted .*2 of 3 voted {2}Longer turns\n$/);
  await program.stop();
  const proved = await runOfficina(dir, ['verify']);
  expect(proved.code, proved.stdout + proved.stderr).toBe(0);
}
