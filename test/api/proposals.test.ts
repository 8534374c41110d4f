// Proposals over HTTP: who may do what, what is bounded, and how refusals come back.

import { expect, it } from 'vitest';
import { problems } from '../../src/api/problem.ts';
import { proposalRefusals } from '../../src/contract/proposal-words.ts';
import { ProposalList, ProposalView } from '../../src/contract/proposals.ts';
import type { ProposalLine, ProposalTold } from '../../src/gateway/gateway.ts';
import { documentOf, openVotes } from '../fakes/voting-world.ts';
import { adminToken, expectProblem, expectShape, openApi } from './open-api.ts';

const url = '/api/proposals';
const post = (path: string, payload?: object) =>
  ({ method: 'POST', url: `${url}${path}`, ...(payload ? { payload } : {}) }) as const;
const line: ProposalLine = {
  ...{ proposal: 'p1', title: 'Longer turns', by: 'Ada', mine: true, secret: false },
  status: 'open',
  ...{ opens: '2026-11-01T10:00:00.000Z', closes: '2026-11-08T10:00:00.000Z', ended: null },
  ...{ takesEffect: '2026-11-11T10:00:00.000Z', voted: 1, electors: 3, tally: null, iVoted: true },
};
const told: ProposalTold = {
  ...line,
  ...{ reason: 'So.', document: documentOf(openVotes, 90), outdated: false, votes: openVotes, version: null },
  changes: [{ path: ['pools', 'lasers', 'minutes'], before: '60', after: '90' }],
  comments: [{ by: null, at: '2026-11-02T10:00:00.000Z', text: null }],
  myChoice: 'yes',
  receipts: [],
};
const body = { title: 'Longer turns', reason: 'So.', document: documentOf(openVotes, 90) };

it('lists them and tells one, to any member, and names what is not there', async () => {
  const { as, gateway } = await openApi();
  gateway.proposalList = { proposals: [line], votes: openVotes, document: documentOf(openVotes) };
  gateway.proposalTold.set('p1', told);
  const ada = await as('ada');
  const list = (await ada({ url })).json();
  expectShape(ProposalList, { ...list, document: {} });
  expect(list).toEqual(gateway.proposalList);
  const view = (await ada({ url: `${url}/p1` })).json();
  expectShape(ProposalView, { ...view, document: {} });
  expect(view).toEqual(told);
  expectProblem(await ada({ url: `${url}/p9` }), 404, 'proposal-unknown');
});

it('opens one under the name of who asks', async () => {
  const { as, gateway } = await openApi();
  const answer = await (await as('ada'))(post('', { ...body, takesEffect: '2026-12-24T08:00:00+01:00' }));
  expect(answer.json()).toEqual({ proposal: 'proposal-1' });
  expect(gateway.asked.at(-1)).toEqual({
    verb: 'openProposal',
    with: { ...body, by: 'key-ada', fromMs: Date.UTC(2026, 11, 24, 7) },
  });
});

it.each([
  ['a key that nobody knows', { document: { pools: {}, extra: 1 } }],
  ['a pool that is no id', { document: { pools: { 'Laser 1': {} } } }],
  ['a key of a pool that nobody knows', { document: { pools: { lasers: { minuts: 60 } } } }],
  ['a number that is none', { document: { pools: { lasers: { minutes: '60' } } } }],
  ['half a minute', { document: { pools: { lasers: { minutes: 60.5 } } } }],
  ['a majority of all', { document: { pools: {}, votes: { ...openVotes, majorityPercent: 100 } } }],
  [
    'an hour that no clock has',
    { document: { pools: { lasers: { peak: [{ days: ['mo'], from: '9', to: '18' }] } } } },
  ],
  ['no document', { document: undefined }],
  ['a title of a book', { title: 'x'.repeat(241) }],
])('inv. 11: refuses %s before anybody reads it', async (_, change) => {
  const { as, gateway } = await openApi();
  expectProblem(await (await as('ada'))(post('', { ...body, ...change })), 400, 'request-invalid');
  expect(gateway.asked).toEqual([]);
});

it('inv. 11: refuses a time that is none, and a document that is too large', async () => {
  const { as } = await openApi();
  const ada = await as('ada');
  expectProblem(await ada(post('', { ...body, takesEffect: '2026' })), 400, 'time-unreadable');
  const pools = Object.fromEntries(
    Array.from({ length: 2000 }, (_, i) => [`pool-${i}`, { minutes: 60, halfLifeDays: 7 }]),
  );
  expectProblem(await ada(post('', { ...body, document: { pools } })), 413, 'body-too-large');
});

it('votes for the member who asks, once more with the receipt, and for nobody behind a token of the gateway', async () => {
  const { as, gateway } = await openApi();
  gateway.nextBallot = { ok: true, receipt: 'ab12' };
  const ada = await as('ada');
  expect((await ada(post('/p1/ballot', { choice: 'yes' }))).json()).toEqual({ receipt: 'ab12' });
  await ada(post('/p1/ballot', { choice: 'no', receipt: 'ab12' }));
  expect(gateway.asked.map((one) => one.with)).toEqual([
    { proposal: 'p1', member: 'key-ada', choice: 'yes', receipt: null },
    { proposal: 'p1', member: 'key-ada', choice: 'no', receipt: 'ab12' },
  ]);
  expectProblem(await (await as(adminToken))(post('/p1/ballot', { choice: 'yes' })), 403, 'member-none');
  expectProblem(await ada(post('/p1/ballot', { choice: 'maybe' })), 400, 'request-invalid');
});

it('comments and withdraws', async () => {
  const { as, gateway } = await openApi();
  const ada = await as('ada');
  expect((await ada(post('/p1/comments', { text: 'Yes.' }))).statusCode).toBe(204);
  expect((await ada(post('/p1/withdraw'))).statusCode).toBe(204);
  expect(gateway.asked).toEqual([
    { verb: 'commentProposal', with: { proposal: 'p1', text: 'Yes.', by: 'key-ada' } },
    { verb: 'withdrawProposal', with: { proposal: 'p1', by: 'key-ada' } },
  ]);
});

it('gives back each refusal with its own status, and what a document names', async () => {
  const { as, gateway } = await openApi();
  const ada = await as('ada');
  gateway.nextProposal = { ok: false, code: 'document-wrong', about: 'pools.ovens' };
  const wrong = await ada(post('', body));
  expectProblem(wrong, 422, 'document-wrong');
  expect(wrong.json().about).toBe('pools.ovens');
  gateway.nextBallot = { ok: false, code: 'receipt-needed' };
  expectProblem(await ada(post('/p1/ballot', { choice: 'yes' })), 422, 'receipt-needed');
  gateway.nextProposalWithdrawn = { ok: false, code: 'proposal-not-yours' };
  expectProblem(await ada(post('/p1/withdraw')), 403, 'proposal-not-yours');
  expect(Object.keys(proposalRefusals).filter((code) => !Object.hasOwn(problems, code))).toEqual([]);
});

it('inv. 10: slows down who says too much', async () => {
  const { as } = await openApi();
  const ada = await as('ada');
  const statuses: number[] = [];
  for (let i = 0; i < 61; i++)
    statuses.push((await ada(post('/p1/comments', { text: 'Again.' }))).statusCode);
  expect(statuses.slice(-2)).toEqual([204, 429]);
  expect((await (await as('bo'))(post('/p1/comments', { text: 'Mine.' }))).statusCode).toBe(204);
});
