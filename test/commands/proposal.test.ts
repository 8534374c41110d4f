// `proposal`: what it asks of the gateway and as whom, what it prints, and wrong use told before anything.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningGateway } from '../../src/commands/boxes.ts';
import { documentOf, openVotes } from '../fakes/voting-world.ts';
import { call, fakeBoxes } from './fake-boxes.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'officina-proposal-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

function running(status: number, body: unknown) {
  const asked: Parameters<RunningGateway['ask']>[0][] = [];
  const ask: RunningGateway['ask'] = async (request) => {
    asked.push(request);
    return { status, body };
  };
  return { asked, boxes: fakeBoxes({ running: async () => ({ url: 'http://127.0.0.1:1', ask }) }) };
}

const line = {
  ...{
    proposal: 'p1',
    title: 'Longer \u001b[31mturns',
    by: null,
    mine: false,
    status: 'open',
    secret: false,
  },
  ...{ opens: '2026-11-01T10:00:00.000Z', closes: '2026-11-08T10:00:00.000Z', ended: null, iVoted: false },
  ...{ takesEffect: '2026-11-11T10:00:00.000Z', voted: 1, electors: 3, tally: null },
};
const view = {
  ...line,
  ...{
    reason: 'So.\nYes.',
    document: documentOf(openVotes),
    outdated: true,
    votes: openVotes,
    version: null,
  },
  changes: [{ path: ['pools', 'lasers', 'minutes'], before: '60', after: null }],
  comments: [{ by: 'Ada', at: '2026-11-02T10:00:00.000Z', text: null }],
  ...{ myChoice: null, receipts: [{ receipt: 'ab', choice: 'no' }] },
};

it('lists and shows them, and lets no terminal be painted', async () => {
  const list = await call(
    ['proposal', 'list'],
    running(200, { proposals: [line], votes: null, document: null }),
  ).done;
  expect(list.code, list.err).toBe(0);
  expect(list.out).toMatch(/^p1 {2}open until 2026-11-08 11:00, 1 of 3 voted {2}Longer .*turns\n$/);
  const { out } = await call(['proposal', 'show', 'p1'], running(200, view)).done;
  expect(out).not.toContain('\u001b');
  expect(out.split('\n').slice(1)).toEqual([
    'State     open until 2026-11-08 11:00, 1 of 3 voted',
    'Opened    2026-11-01 11:00 by somebody who is gone',
    'Vote      open, 50 % must vote, more than 50 % of yes and no must be a yes',
    'Effect    2026-11-11 11:00, if it is accepted',
    'Note      Another policy has begun since this was opened.',
    'Reason    So.',
    'Reason    Yes.',
    'Change    pools.lasers.minutes: 60 → (left out)',
    'Comment   2026-11-02 11:00, Ada: (erased)',
    'Receipt   ab no',
    '',
  ]);
});

it('opens one from a file', async () => {
  const gateway = running(200, { proposal: 'p1' });
  const file = fileOf('longer.json', JSON.stringify(documentOf(openVotes, 90)));
  const args = ['proposal', 'open', '--file', file, '--title', 'Longer'];
  expect((await call(args, gateway).done).out).toBe('Opened: p1\n');
  expect(gateway.asked).toMatchObject([
    {
      ...{ method: 'POST', path: '/api/proposals' },
      body: { title: 'Longer', reason: '', document: documentOf(openVotes, 90) },
    },
  ]);
  expect(gateway.asked[0]).not.toHaveProperty('token');
});

it('votes with the token of a member, and says the receipt', async () => {
  const gateway = running(200, { receipt: 'ab12' });
  const env = { OFFICINA_TOKEN: 'of-ada' };
  const args = ['proposal', 'vote', 'p1', 'yes', '--receipt', 'cd'];
  expect((await call(args, { ...gateway, env }).done).out).toContain('told this once: ab12');
  expect(gateway.asked).toMatchObject([
    { path: '/api/proposals/p1/ballot', token: 'of-ada', body: { choice: 'yes', receipt: 'cd' } },
  ]);
});

it.each([
  [403, { code: 'member-none' }, /OFFICINA_TOKEN/],
  [
    422,
    { code: 'document-wrong', about: 'pools.ovens' },
    /names something that is not there.*\(pools\.ovens\)/,
  ],
  [403, { code: 'scope-missing', title: 'No.', detail: 'Ask.' }, /No\. Ask\./],
])('says why not: %s %j', async (status, body, text) => {
  const { code, err } = await call(['proposal', 'vote', 'p1', 'yes'], running(status, body)).done;
  expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(text) });
});

it.each([
  [['sing'], /no deed/],
  [['show', 'P 1'], /no proposal/],
  [['list', 'p1'], /one word too many/],
  [['vote', 'p1', 'maybe'], /yes, no or blank/],
  [['open', '--title', 'x'], /needs --file and --title/],
  [['open', '--title', 'x', '--file', '/nowhere/x'], /cannot be read/],
])('inv. 6: asks nothing for %j', async (args, text) => {
  const gateway = running(200, {});
  const { code, err } = await call(['proposal', ...args], gateway).done;
  expect({ code, err, asked: gateway.asked }).toEqual({
    code: 2,
    err: expect.stringMatching(text),
    asked: [],
  });
});

it('says so where no gateway runs, and where the file is no JSON', async () => {
  const alone = await call(['proposal', 'list'], { boxes: fakeBoxes({ running: async () => null }) }).done;
  expect(alone).toMatchObject({ code: 1, err: expect.stringMatching(/No gateway runs/) });
  const broken = await call(
    ['proposal', 'open', '--title', 'x', '--file', fileOf('no.json', '{')],
    running(200, {}),
  ).done;
  expect(broken).toMatchObject({ code: 2, err: expect.stringMatching(/is not JSON/) });
});
