// The rules of a vote as tables: from which state a proposal goes where, who may do what, and where quorum and majority lie.

import { describe, expect, it } from 'vitest';
import { apply } from '../../../src/domain/journal/apply.ts';
import type { EntryBody, MemberRecorded } from '../../../src/domain/journal/entry.ts';
import {
  commentLimit,
  openProposalLimit,
  ownCommentLimit,
  type Tally,
} from '../../../src/domain/journal/proposal-entries.ts';
import { emptyState, type State } from '../../../src/domain/journal/state.ts';
import type { VotePolicy } from '../../../src/domain/policy/policy-document.ts';
import {
  closeProposal,
  decideBallot,
  decideComment,
  decideOpening,
  decideProposals,
  decideWithdrawal,
  outcomeOf,
} from '../../../src/domain/policy/proposals.ts';
import { sampleWorkshop } from '../../fakes/sample-workshop.ts';
import { dayMs, documentOf, openVotes, policyBodies, secretVotes } from '../../fakes/voting-world.ts';

const openedMs = Date.UTC(2026, 5, 1, 10);
const closesMs = openedMs + 7 * dayMs;
const at = (atMs: number) => ({ atMs, monoMs: 0 });
const member = (key: string, change: Partial<MemberRecorded> = {}): EntryBody => ({
  type: 'member-recorded',
  data: {
    ...{ member: key, status: 'active', team: null, roles: ['member'], certificates: [], badges: [] },
    ...{ shown: false, digest: 'd' },
    ...change,
  },
});

function add(state: State, bodies: readonly EntryBody[], atMs = openedMs): void {
  for (const body of bodies) {
    const head = { seq: state.seq + 1, gateway: 'g', boot: 'b', atMs, monoMs: 0, v: 1 } as const;
    apply(state, { ...body, ...head });
  }
}

function voting(votes: VotePolicy | null = openVotes): State {
  const state = emptyState('g');
  add(state, [
    { type: 'workshop-described', data: { workshop: sampleWorkshop } },
    { type: 'clock-judged', data: { synchronised: true } },
    ...['anna', 'bruno', 'carla'].map((key) => member(key)),
    ...policyBodies(documentOf(votes)),
  ]);
  return state;
}

const opened = (id = 'p1', votes: VotePolicy = openVotes, by = 'anna'): EntryBody => ({
  type: 'proposal-opened',
  data: {
    ...{ proposal: id, by, base: 1, hash: `hash of ${id}`, document: documentOf(votes, 90), votes },
    ...{ opensMs: openedMs, closesMs, fromMs: closesMs + 3 * dayMs, noteDigest: 'n' },
  },
});
const cast = (key: string, choice?: 'yes' | 'no' | 'blank'): EntryBody => ({
  type: 'ballot-cast',
  data: { proposal: 'p1', member: key, ...(choice ? { choice } : {}) },
});
const withdrawn: EntryBody = { type: 'proposal-withdrawn', data: { proposal: 'p1', by: 'anna' } };
const closed = (outcome: 'accepted' | 'rejected' | 'no-quorum'): EntryBody => ({
  type: 'proposal-closed',
  data: { proposal: 'p1', yes: 1, no: 0, blank: 0, electors: 3, outcome, receipts: [] },
});

const ballot = { proposal: 'p1', member: 'bruno', receipt: null };
const asAnna = { proposal: 'p1', by: 'anna' };

describe('what may be done in which state', () => {
  const inTime = at(openedMs + dayMs);
  const over = at(closesMs);
  it.each([
    ['nothing is there', [], inTime, ['proposal-unknown', 'proposal-unknown', 'proposal-unknown', 0]],
    ['open', [opened()], inTime, ['ok', 'ok', 'ok', 0]],
    ['its time is over', [opened()], over, ['proposal-over', 'ok', 'proposal-over', 1]],
    ['withdrawn', [opened(), withdrawn], inTime, ['proposal-over', 'proposal-over', 'proposal-over', 0]],
    [
      'accepted',
      [opened(), closed('accepted')],
      over,
      ['proposal-over', 'proposal-over', 'proposal-over', 0],
    ],
    [
      'rejected',
      [opened(), closed('rejected')],
      over,
      ['proposal-over', 'proposal-over', 'proposal-over', 0],
    ],
    [
      'no quorum',
      [opened(), closed('no-quorum')],
      over,
      ['proposal-over', 'proposal-over', 'proposal-over', 0],
    ],
  ] as const)('%s', (_, bodies, stamp, expected) => {
    const state = voting();
    add(state, bodies);
    const codes = [
      decideBallot(state, ballot, stamp),
      decideComment(state, asAnna),
      decideWithdrawal(state, asAnna, stamp),
    ].map((said) => (said.ok ? 'ok' : said.code));
    expect([...codes, decideProposals(state, stamp).length]).toEqual(expected);
  });

  it('keeps how the last ones ended', () => {
    const state = voting();
    add(state, [opened(), closed('rejected')], closesMs);
    expect(state.proposals.size).toBe(0);
    expect(state.pastProposals).toMatchObject([{ proposal: 'p1', outcome: 'rejected', endedMs: closesMs }]);
  });
});

describe('who may open one', () => {
  const wish = { by: 'anna', hash: 'new', fromMs: null };
  const many = (count: number, by: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => opened(`p${i}`, openVotes, by(i)));
  const unset: EntryBody = { type: 'clock-judged', data: { synchronised: false } };
  it.each([
    ['anybody', openVotes, [], {}, 'ok'],
    ['nobody under a clock that is not set', openVotes, [unset], {}, 'clock-unset'],
    ['nobody where the policy speaks of no votes', null, [], {}, 'votes-none'],
    ['nobody beyond eight', openVotes, many(openProposalLimit, String), {}, 'proposals-full'],
    ['nobody a third of their own', openVotes, many(2, () => 'anna'), {}, 'proposals-own-full'],
    ['others beside two of one', openVotes, many(2, () => 'bruno'), {}, 'ok'],
    ['nobody for what is so already', openVotes, [], { hash: 'hash-1' }, 'document-same'],
    ['not before its notice', openVotes, [], { fromMs: closesMs + 3 * dayMs - 1 }, 'effect-early'],
    ['from the end of its notice', openVotes, [], { fromMs: closesMs + 3 * dayMs }, 'ok'],
    ['not for a far year', openVotes, [], { fromMs: closesMs + 404 * dayMs }, 'effect-late'],
  ] as const)('%s', (_, votes, bodies, change, expected) => {
    const state = voting(votes);
    add(state, bodies);
    const said = decideOpening(state, { ...wish, ...change }, at(openedMs));
    expect(said.ok ? 'ok' : said.code).toBe(expected);
  });

  it('takes the rules of the vote that are in force then, and its times from them', () => {
    const said = decideOpening(voting(secretVotes), wish, at(openedMs));
    const times = { opensMs: openedMs, closesMs, fromMs: closesMs + 3 * dayMs };
    expect(said).toEqual({ ok: true, base: 1, votes: secretVotes, ...times });
  });
});

describe('who may vote', () => {
  const stamp = at(openedMs + dayMs);
  it.each([
    ['a member', [], 'ok'],
    ['nobody who is suspended', [member('bruno', { status: 'suspended' })], 'elector-none'],
    ['nobody who is erased', [{ type: 'member-erased', data: { member: 'bruno' } }], 'elector-none'],
    ['nobody whose membership is over', [member('bruno', { until: '2026-06-01' })], 'elector-none'],
    ['who has their last day', [member('bruno', { until: '2026-06-02' })], 'ok'],
    ['nobody whose membership has not begun', [member('bruno', { from: '2026-06-03' })], 'elector-none'],
    [
      'nobody while the clock is not set',
      [{ type: 'clock-judged', data: { synchronised: false } }],
      'clock-unset',
    ],
  ] as const)('%s', (_, bodies, expected) => {
    const state = voting();
    add(state, [opened(), ...(bodies as readonly EntryBody[])]);
    const said = decideBallot(state, ballot, stamp);
    expect(said.ok ? 'ok' : said.code).toBe(expected);
  });

  it('asks for the receipt of the ballot that a secret one takes the place of', () => {
    const state = voting(secretVotes);
    add(state, [opened('p1', secretVotes)]);
    expect(decideBallot(state, ballot, stamp)).toEqual({ ok: true, isFirst: true, secret: true });
    add(state, [cast('bruno')]);
    expect(decideBallot(state, ballot, stamp)).toEqual({ ok: false, code: 'receipt-needed' });
    const again = decideBallot(state, { ...ballot, receipt: 'r' }, stamp);
    expect(again).toEqual({ ok: true, isFirst: false, secret: true });
  });
});

it('is withdrawn by nobody but who opened it', () => {
  const state = voting();
  add(state, [opened()]);
  const said = decideWithdrawal(state, { proposal: 'p1', by: 'bruno' }, at(openedMs));
  expect(said).toEqual({ ok: false, code: 'proposal-not-yours' });
});

it.each([
  ['of one member', ownCommentLimit, () => 'anna'],
  ['of all', commentLimit, (i: number) => `member-${i}`],
] as const)('inv. 10: comments %s are bounded', (_, limit, by) => {
  const state = voting();
  add(state, [opened()]);
  for (let i = 0; i < limit; i++) {
    expect(decideComment(state, asAnna).ok).toBe(true);
    add(state, [
      { type: 'proposal-commented', data: { proposal: 'p1', comment: `c${i}`, by: by(i), noteDigest: 'n' } },
    ]);
  }
  expect(decideComment(state, asAnna)).toEqual({ ok: false, code: 'comments-full' });
});

describe('how it ends', () => {
  const rules = (quorumPercent: number, majorityPercent: number): VotePolicy => ({
    ...openVotes,
    quorumPercent,
    majorityPercent,
  });
  const tally = (yes: number, no: number, blank: number, electors: number): Tally => ({
    yes,
    no,
    blank,
    electors,
  });
  it.each([
    ['exactly the quorum', tally(2, 1, 0, 6), rules(50, 50), 'accepted'],
    ['one below it', tally(2, 0, 0, 5), rules(50, 50), 'no-quorum'],
    ['blank ones count for the quorum', tally(1, 0, 2, 6), rules(50, 50), 'accepted'],
    ['and not for the majority', tally(1, 1, 8, 10), rules(50, 50), 'rejected'],
    ['exactly the majority is not more', tally(2, 2, 0, 4), rules(0, 50), 'rejected'],
    ['one more is', tally(3, 2, 0, 5), rules(0, 50), 'accepted'],
    ['two thirds, exactly', tally(2, 1, 0, 3), rules(0, 66), 'accepted'],
    ['two thirds, one short', tally(66, 34, 0, 100), rules(0, 66), 'rejected'],
    ['nobody votes and nobody must', tally(0, 0, 0, 9), rules(0, 50), 'rejected'],
    ['all blank', tally(0, 0, 9, 9), rules(50, 50), 'rejected'],
    ['nobody is there', tally(0, 0, 0, 0), rules(50, 50), 'rejected'],
    ['a third of a number that it does not divide', tally(3, 0, 0, 10), rules(30, 50), 'accepted'],
    ['all must', tally(9, 0, 0, 10), rules(100, 50), 'no-quorum'],
  ] as const)('%s', (_, counted, votes, expected) => {
    expect(outcomeOf(counted, votes)).toBe(expected);
  });

  const closeAt = (state: State, atMs: number, box: Parameters<typeof closeProposal>[1]['box'] = []) => {
    const [open] = decideProposals(state, at(atMs));
    return open ? closeProposal(state, { open, box }, at(atMs)) : [];
  };

  it('counts an open vote by who may vote when it closes, and adopts in the same commit', () => {
    const state = voting();
    add(state, [
      opened(),
      cast('anna', 'yes'),
      cast('bruno', 'no'),
      cast('carla', 'yes'),
      cast('carla', 'blank'),
    ]);
    add(state, [member('bruno', { status: 'suspended' })]);
    const [end, adopted, ...more] = closeAt(state, closesMs);
    const counted = { yes: 1, no: 0, blank: 1, electors: 2, receipts: [] };
    expect(end).toMatchObject({ type: 'proposal-closed', data: { ...counted, outcome: 'accepted' } });
    expect(adopted).toEqual({
      type: 'policy-adopted',
      data: {
        ...{
          version: 2,
          hash: 'hash of p1',
          document: documentOf(openVotes, 90),
          by: 'vote',
          proposal: 'p1',
        },
        fromMs: closesMs + 3 * dayMs,
      },
    });
    expect(more).toEqual([]);
  });

  it('gives the whole notice where the gateway was away at the close', () => {
    const state = voting();
    add(state, [opened(), cast('anna', 'yes'), cast('bruno', 'yes')]);
    const bodies = closeAt(state, closesMs + 5 * dayMs);
    expect(bodies[1]).toMatchObject({ data: { fromMs: closesMs + 8 * dayMs } });
  });

  it('counts every secret ballot, also of who is gone, since nobody can tell which one is theirs', () => {
    const state = voting(secretVotes);
    add(state, [opened('p1', secretVotes), cast('anna'), cast('bruno')]);
    add(state, [{ type: 'member-erased', data: { member: 'bruno' } }]);
    const box = [
      { receipt: 'b', choice: 'no' },
      { receipt: 'a', choice: 'yes' },
    ] as const;
    const [end] = closeAt(state, closesMs, box);
    const data = { yes: 1, no: 1, blank: 0, electors: 3, outcome: 'rejected', receipts: [box[1], box[0]] };
    expect(end).toEqual({ type: 'proposal-closed', data: { proposal: 'p1', ...data } });
  });

  it('inv. 4: a clock that is not set closes nothing, and one that is set then does', () => {
    const state = voting();
    add(state, [opened(), { type: 'clock-judged', data: { synchronised: false } }]);
    expect(decideProposals(state, at(closesMs + dayMs))).toEqual([]);
    add(state, [{ type: 'clock-judged', data: { synchronised: true } }]);
    expect(decideProposals(state, at(closesMs - 1))).toEqual([]);
    expect(decideProposals(state, at(closesMs))).toHaveLength(1);
  });

  it('closes once', () => {
    const state = voting();
    add(state, [opened(), cast('anna', 'yes'), cast('bruno', 'yes')]);
    add(state, closeAt(state, closesMs), closesMs);
    expect(closeAt(state, closesMs)).toEqual([]);
    expect(state.coming).toHaveLength(1);
  });
});
