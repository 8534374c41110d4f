// A workshop whose members may vote: the policy in force says how, and a document stands ready that would change it.

import type { EntryBody } from '../../src/domain/journal/entry.ts';
import type { PolicyDocument, VotePolicy } from '../../src/domain/policy/policy-document.ts';
import type { ProposalInput } from '../../src/gateway/gateway.ts';
import type { Commit } from '../../src/gateway/ports.ts';
import { openWorld, type World, type WorldOptions } from './fake-world.ts';

export const dayMs = 24 * 3_600_000;

export const openVotes: VotePolicy = {
  quorumPercent: 50,
  majorityPercent: 50,
  secret: false,
  openDays: 7,
  noticeDays: 3,
};

export const secretVotes: VotePolicy = { ...openVotes, secret: true };

/** The pool is one of the sample workshop. */
export const documentOf = (votes: VotePolicy | null, minutes = 60): PolicyDocument => ({
  pools: { lasers: { minutes } },
  ...(votes ? { votes } : {}),
});

/** What puts a document into force. */
export const policyBodies = (document: PolicyDocument, version = 1): readonly EntryBody[] => [
  {
    type: 'policy-adopted',
    data: { version, hash: `hash-${version}`, document, fromMs: 0, by: 'file', proposal: null },
  },
  { type: 'policy-began', data: { version } },
];

/** The policy is in the journal before the gateway starts for the second time. */
export async function openVotingWorld(votes: VotePolicy | null, options: WorldOptions = {}): Promise<World> {
  const world = await openWorld(options);
  await world.crash();
  const last = world.journal.entries().at(-1);
  if (!last) throw new Error('a world has entries');
  const entries: Commit['entries'] = policyBodies(documentOf(votes)).map((body, i) => ({
    ...last,
    ...body,
    seq: last.seq + 1 + i,
  }));
  await world.journal.append({ entries, people: [], messages: [] });
  await world.restart();
  return world;
}

export const keyOf = (world: World, handle: string): string => {
  const found = world.gateway.personByHandle(handle);
  if (!found) throw new Error(`nobody is called ${handle}`);
  return found.member;
};

export const proposalOf = (by: string, change: Partial<ProposalInput> = {}): ProposalInput => ({
  by,
  title: 'Longer turns',
  reason: 'Engraving takes longer.',
  document: documentOf(openVotes, 90),
  fromMs: null,
  ...change,
});
