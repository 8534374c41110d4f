// Votes through the whole gateway: from the opening to the adoption, over crashes, and for random ballots, changes, suspensions
// and erasures against a counter of its own.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/domain/journal/entry.ts';
import type { Choice } from '../../src/domain/journal/proposal-entries.ts';
import type { World } from '../fakes/fake-world.ts';
import { memberInput } from '../fakes/fake-world.ts';
import {
  dayMs,
  documentOf,
  keyOf,
  openVotes,
  openVotingWorld,
  proposalOf,
  secretVotes,
} from '../fakes/voting-world.ts';

const entriesOf = <T extends Entry['type']>(world: World, type: T) =>
  world.journal.entries().filter((entry): entry is Extract<Entry, { type: T }> => entry.type === type);

async function open(world: World, votes = openVotes): Promise<string> {
  const document = documentOf(votes, 90);
  const made = await world.gateway.openProposal(proposalOf(keyOf(world, 'anna'), { document }));
  if (!made.ok) throw new Error(made.code);
  return made.proposal;
}

const vote = (world: World, ballot: { proposal: string; who: string; choice: Choice; receipt?: string }) =>
  world.gateway.castBallot({
    proposal: ballot.proposal,
    member: keyOf(world, ballot.who),
    choice: ballot.choice,
    receipt: ballot.receipt ?? null,
  });

/** In steps of an hour: the clock of the world looks at the gateway twice a second else. */
async function pass(world: World, ms: number): Promise<void> {
  world.clock.advance(ms);
  world.gateway.tick();
  for (let i = 0; i < 5; i++) await world.settle();
}

describe('an open vote', () => {
  it('passes, and is adopted in the commit that closes it, once', async () => {
    const world = await openVotingWorld(openVotes);
    const proposal = await open(world);
    expect(await vote(world, { proposal, who: 'anna', choice: 'yes' })).toEqual({ ok: true, receipt: null });
    await vote(world, { proposal, who: 'bruno', choice: 'no' });
    await vote(world, { proposal, who: 'bruno', choice: 'yes' });
    await pass(world, 7 * dayMs + 1000);
    await pass(world, dayMs);
    const [closed, ...none] = entriesOf(world, 'proposal-closed');
    const adopted = entriesOf(world, 'policy-adopted').filter(({ data }) => data.by === 'vote');
    expect(none).toEqual([]);
    expect(closed?.data).toMatchObject({ yes: 2, no: 0, blank: 0, electors: 3, outcome: 'accepted' });
    expect(adopted.map(({ seq, data }) => [seq, data.version, data.proposal])).toEqual([
      [(closed?.seq ?? 0) + 1, 2, proposal],
    ]);
    expect(adopted[0]?.data.fromMs).toBeGreaterThanOrEqual((closed?.atMs ?? 0) + 3 * dayMs);
    const told = await world.gateway.proposal({ proposal, viewer: null });
    expect(told).toMatchObject({
      status: 'accepted',
      version: 2,
      title: 'Longer turns',
      voted: 2,
      electors: 3,
    });
  });

  it('tells what it would change, what was said, and how many have voted, and not how', async () => {
    const world = await openVotingWorld(openVotes);
    const proposal = await open(world);
    const anna = keyOf(world, 'anna');
    await vote(world, { proposal, who: 'anna', choice: 'yes' });
    await world.gateway.commentProposal({ proposal, by: anna, text: 'As we said\nat the table.' });
    const told = await world.gateway.proposal({ proposal, viewer: anna });
    expect(told).toMatchObject({
      ...{
        status: 'open',
        by: 'anna Rossi',
        mine: true,
        iVoted: true,
        myChoice: 'yes',
        voted: 1,
        electors: 3,
      },
      ...{ tally: null, reason: 'Engraving takes longer.', outdated: false },
      changes: [{ path: ['pools', 'lasers', 'minutes'], before: '60', after: '90' }],
      comments: [{ by: 'anna Rossi', text: 'As we said at the table.' }],
    });
    const list = await world.gateway.proposals(keyOf(world, 'bruno'));
    expect(list).toMatchObject({ votes: openVotes, proposals: [{ proposal, mine: false, iVoted: false }] });
  });

  it.each([
    ['a title of nothing', { title: '  ' }, { code: 'text-unreadable' }],
    ['a title that is too long', { title: 'x'.repeat(121) }, { code: 'text-unreadable' }],
    ['a reason with a control character', { reason: 'a\u0000b' }, { code: 'text-unreadable' }],
    [
      'a pool that is not there',
      { document: { pools: { ovens: {} } } },
      { code: 'document-wrong', about: 'pools.ovens' },
    ],
    [
      'a machine of another pool',
      { document: { pools: { lasers: { short: { machines: ['mill'], minutes: 30 } } } } },
      { code: 'document-wrong', about: 'pools.lasers.short.machines.mill' },
    ],
    [
      'a team of nobody',
      { document: { pools: {}, weights: { acme: 50 } } },
      { code: 'document-wrong', about: 'weights.acme' },
    ],
    [
      'figures that contradict each other',
      { document: { pools: { lasers: { peakMinutes: 300, longMinutes: 200 } } } },
      { code: 'document-wrong', about: expect.stringContaining('pools.lasers: peakCapMs') },
    ],
    [
      'bookings that nobody could make',
      { document: { pools: { lasers: { bookings: { leastMinutes: 120, mostMinutes: 60 } } } } },
      { code: 'document-wrong', about: expect.stringContaining('pools.lasers.bookings') },
    ],
    ['somebody who is gone', { by: 'nobody' }, { code: 'member-unknown' }],
  ])('inv. 6: %s opens nothing', async (_, change, refusal) => {
    const world = await openVotingWorld(openVotes);
    const before = world.journal.entries().length;
    const said = await world.gateway.openProposal(proposalOf(keyOf(world, 'anna'), change));
    expect(said).toMatchObject({ ok: false, ...refusal });
    expect(world.journal.entries()).toHaveLength(before);
    expect(await world.journal.notes()).toEqual([]);
  });

  it('loses the words of who is erased, and keeps the count', async () => {
    const world = await openVotingWorld(openVotes);
    const proposal = await open(world);
    for (const who of ['anna', 'bruno']) await vote(world, { proposal, who, choice: 'yes' });
    await world.gateway.commentProposal({ proposal, by: keyOf(world, 'anna'), text: 'Please.' });
    await pass(world, 7 * dayMs + 1000);
    await world.gateway.eraseMember({ member: keyOf(world, 'anna'), dryRun: false });
    const told = await world.gateway.proposal({ proposal, viewer: null });
    expect(told).toMatchObject({
      ...{ title: null, reason: null, by: null, status: 'accepted' },
      comments: [{ by: null, text: null }],
      tally: { yes: 2, no: 0, blank: 0, electors: 3 },
    });
    expect(await world.journal.notes()).toEqual([]);
  });
});

describe('a secret vote', () => {
  it('knows who voted and not how, gives a receipt, and lists the receipts when it is over', async () => {
    const world = await openVotingWorld(secretVotes);
    const proposal = await open(world, secretVotes);
    const first = await vote(world, { proposal, who: 'anna', choice: 'yes' });
    const second = await vote(world, { proposal, who: 'bruno', choice: 'no' });
    if (!first.ok || !second.ok) throw new Error('both may vote');
    expect(first.receipt).toMatch(/^[0-9a-f]{20}$/);
    expect(entriesOf(world, 'ballot-cast').map(({ data }) => Object.keys(data).sort())).toEqual([
      ['member', 'proposal'],
      ['member', 'proposal'],
    ]);
    const open_ = await world.gateway.proposal({ proposal, viewer: keyOf(world, 'anna') });
    expect(open_).toMatchObject({ iVoted: true, myChoice: null, receipts: [], voted: 2, tally: null });
    await pass(world, 7 * dayMs + 1000);
    const told = await world.gateway.proposal({ proposal, viewer: null });
    expect(told?.receipts).toEqual(
      [
        { receipt: first.receipt, choice: 'yes' },
        { receipt: second.receipt, choice: 'no' },
      ].sort((a, b) => (String(a.receipt) < String(b.receipt) ? -1 : 1)),
    );
    expect(await world.journal.ballots(proposal)).toEqual([]);
  });

  it('is changed with the receipt alone, leaves no entry of the change, and counts once', async () => {
    const world = await openVotingWorld(secretVotes);
    const proposal = await open(world, secretVotes);
    const first = await vote(world, { proposal, who: 'anna', choice: 'yes' });
    if (!first.ok || first.receipt === null) throw new Error('she may vote');
    const before = world.journal.entries().length;
    expect(await vote(world, { proposal, who: 'anna', choice: 'no' })).toEqual({
      ok: false,
      code: 'receipt-needed',
    });
    expect(await vote(world, { proposal, who: 'anna', choice: 'no', receipt: '00' })).toEqual({
      ...{ ok: false, code: 'receipt-unknown' },
    });
    const again = await vote(world, { proposal, who: 'anna', choice: 'no', receipt: first.receipt });
    expect(again).toMatchObject({ ok: true, receipt: expect.not.stringMatching(first.receipt) });
    expect(world.journal.entries()).toHaveLength(before);
    expect(await world.journal.ballots(proposal)).toMatchObject([{ choice: 'no' }]);
    const used = await vote(world, { proposal, who: 'anna', choice: 'yes', receipt: first.receipt });
    expect(used).toEqual({ ok: false, code: 'receipt-unknown' });
  });

  it('two at once with one receipt: one of them counts', async () => {
    const world = await openVotingWorld(secretVotes);
    const proposal = await open(world, secretVotes);
    const first = await vote(world, { proposal, who: 'anna', choice: 'yes' });
    if (!first.ok || first.receipt === null) throw new Error('she may vote');
    const { receipt } = first;
    const said = await Promise.all(
      (['no', 'blank'] as const).map((choice) => vote(world, { proposal, who: 'anna', choice, receipt })),
    );
    expect(said.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await world.journal.ballots(proposal)).toHaveLength(1);
  });

  it('takes its box away when it is withdrawn', async () => {
    const world = await openVotingWorld(secretVotes);
    const proposal = await open(world, secretVotes);
    await vote(world, { proposal, who: 'bruno', choice: 'yes' });
    expect(await world.gateway.withdrawProposal({ proposal, by: keyOf(world, 'anna') })).toEqual({
      ok: true,
    });
    expect(await world.journal.ballots(proposal)).toEqual([]);
  });

  it('is closed by the next look after a crash, also one that lost the closing', async () => {
    const world = await openVotingWorld(secretVotes);
    const proposal = await open(world, secretVotes);
    for (const who of ['anna', 'bruno']) await vote(world, { proposal, who, choice: 'yes' });
    world.gate.hold();
    await pass(world, 7 * dayMs + 1000);
    expect(world.gate.atGate().length).toBeGreaterThan(0);
    await world.crash(0);
    await world.restart();
    expect(entriesOf(world, 'proposal-closed')).toEqual([]);
    await pass(world, 1000);
    expect(entriesOf(world, 'proposal-closed').map(({ data }) => data.yes)).toEqual([2]);
    expect(entriesOf(world, 'policy-adopted').filter(({ data }) => data.by === 'vote')).toHaveLength(1);
  });

  it('is tried again when the disk was full', async () => {
    const world = await openVotingWorld(secretVotes);
    await open(world, secretVotes);
    world.gate.setFull(true);
    await pass(world, 7 * dayMs + 1000);
    world.gate.setFull(false);
    await pass(world, 1000);
    await pass(world, 1000);
    expect(entriesOf(world, 'proposal-closed')).toHaveLength(1);
  });
});

describe('random votes', () => {
  const handles = ['ada', 'bo', 'cleo', 'dan', 'eva', 'fay'];
  const members = ['anna', ...handles].map((handle) => memberInput(handle));
  const who = fc.constantFrom(...handles);
  const deed = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ kind: fc.constant('vote'), who, choice: fc.constantFrom('yes', 'no', 'blank') }),
    },
    fc.record({ kind: fc.constantFrom('suspend', 'activate', 'erase'), who }),
    fc.record({ kind: fc.constant('restart'), written: fc.integer({ min: 0, max: 1 }) }),
  );

  it.each([
    ['open', openVotes],
    ['secret', secretVotes],
  ] as const)('inv. 3: an %s one ends as a counter of its own says', async (_, votes) => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 25 }), async (deeds) => {
        const world = await openVotingWorld(votes, { members });
        const keys = new Map(handles.map((handle) => [handle, keyOf(world, handle)]));
        const proposal = await open(world, votes);
        const paper = new Map<string, Choice>();
        const receipts = new Map<string, string>();
        const active = new Set(handles);
        const erased = new Set<string>();
        for (const one of deeds) {
          if (!('who' in one)) {
            await world.crash(one.written);
            await world.restart();
            continue;
          }
          const member = keys.get(one.who) ?? '';
          if ('choice' in one) {
            const receipt = receipts.get(one.who) ?? null;
            const choice = one.choice as Choice;
            const said = await world.gateway.castBallot({ proposal, member, choice, receipt });
            expect(said.ok).toBe(active.has(one.who));
            if (!said.ok) continue;
            paper.set(one.who, choice);
            if (said.receipt !== null) receipts.set(one.who, said.receipt);
          } else if (one.kind === 'erase') {
            await world.gateway.eraseMember({ member, dryRun: false });
            erased.add(one.who);
            active.delete(one.who);
          } else if (!erased.has(one.who)) {
            const status = one.kind === 'suspend' ? 'suspended' : 'active';
            await world.gateway.setStatus({ member, status, by: 'console' });
            if (status === 'active') active.add(one.who);
            else active.delete(one.who);
          }
        }
        await pass(world, 7 * dayMs + 1000);
        const counted = [...paper].filter(([handle]) => votes.secret || active.has(handle));
        const of = (choice: Choice) => counted.filter(([, one]) => one === choice).length;
        // Anna, who opened it, never votes.
        const electors = 1 + (votes.secret ? new Set([...active, ...paper.keys()]).size : active.size);
        const expected = { yes: of('yes'), no: of('no'), blank: of('blank'), electors };
        const passes = counted.length * 2 >= electors && expected.yes > expected.no ? [{ version: 2 }] : [];
        expect(entriesOf(world, 'proposal-closed').map(({ data }) => data)).toMatchObject([expected]);
        const adopted = entriesOf(world, 'policy-adopted').filter(({ data }) => data.by === 'vote');
        expect(adopted.map(({ data: { version } }) => ({ version }))).toEqual(passes);
      }),
      { numRuns: 40 },
    );
  });
});
