// Proposals as one viewer may see them. Who speaks in a debate is named to the members; how a secret vote stands is told to
// nobody, and of an open one only how many have voted, until it is closed.

import type { Entry } from '../domain/journal/entry.ts';
import type { OpenProposal, PastProposal, ProposalOpened } from '../domain/journal/proposal-entries.ts';
import { changedValues } from '../domain/policy/changed-values.ts';
import type { PolicyDocument } from '../domain/policy/policy-document.ts';
import { turnoutOf } from '../domain/policy/proposals.ts';
import type { Committer } from './commit.ts';
import type { PeopleIndex } from './people-index.ts';
import type { Journal } from './ports.ts';
import type { ProposalLine, ProposalList, ProposalTold } from './proposals-asked.ts';

export type ReadProposals = {
  readonly committer: Committer;
  readonly people: Pick<PeopleIndex, 'byMember'>;
  readonly journal: Pick<Journal, 'notes' | 'query'>;
};

/** @param viewer a member key; null for a token of the gateway itself */
export async function readProposals(box: ReadProposals, viewer: string | null): Promise<ProposalList> {
  const words = await readWords(box);
  const state = box.committer.durable();
  const context = { box, viewer, words };
  const open = [...state.proposals.values()].toSorted((a, b) => a.closesMs - b.closesMs);
  return {
    proposals: [
      ...open.map((one) => openLine(context, one)),
      ...state.pastProposals.toReversed().map((one) => pastLine(context, one)),
    ],
    votes: state.policy?.document.votes ?? null,
    document: state.policy?.document ?? null,
  };
}

type Asked = { readonly proposal: string; readonly viewer: string | null };

/** Null where no proposal has this id, or it is older than what is kept at hand. */
export async function readProposal(box: ReadProposals, asked: Asked): Promise<ProposalTold | null> {
  const context = { box, viewer: asked.viewer, words: await readWords(box) };
  const state = box.committer.durable();
  const open = state.proposals.get(asked.proposal);
  if (open) return openTold(context, open);
  const past = state.pastProposals.find(({ proposal }) => proposal === asked.proposal);
  return past ? pastTold(context, past) : null;
}

type Context = {
  readonly box: ReadProposals;
  readonly viewer: string | null;
  /** By the id of what they stand beside. */
  readonly words: ReadonlyMap<string, string>;
};

async function readWords({ journal }: ReadProposals): Promise<Context['words']> {
  return new Map((await journal.notes()).map(({ session, text }) => [session, text]));
}

function lineOf(
  { box, viewer, words }: Context,
  one: Pick<PastProposal, 'proposal' | 'by' | 'opensMs' | 'closesMs' | 'fromMs' | 'secret'>,
) {
  return {
    proposal: one.proposal,
    title: words.get(one.proposal)?.split('\n')[0] ?? null,
    by: nameOf(box, one.by),
    mine: one.by === viewer,
    secret: one.secret,
    opens: instant(one.opensMs),
    closes: instant(one.closesMs),
    takesEffect: instant(one.fromMs),
  };
}

function openLine(context: Context, open: OpenProposal): ProposalLine {
  const { committer } = context.box;
  const { voted, electors } = turnoutOf(committer.durable(), open, committer.stamp());
  const iVoted = open.ballots.has(context.viewer ?? '');
  return {
    ...lineOf(context, { ...open, secret: open.votes.secret }),
    ...{ status: 'open', ended: null, tally: null, voted: voted.length, electors, iVoted },
  };
}

function pastLine(context: Context, past: PastProposal): ProposalLine {
  const { outcome, endedMs, tally } = past;
  const { yes = 0, no = 0, blank = 0, electors = 0 } = tally ?? {};
  return {
    ...lineOf(context, past),
    ...{ status: outcome, ended: instant(endedMs), tally, iVoted: false },
    ...{ voted: yes + no + blank, electors },
  };
}

async function openTold(context: Context, open: OpenProposal): Promise<ProposalTold> {
  const { policy } = context.box.committer.durable();
  return {
    ...openLine(context, open),
    ...(await whatItSays(context, open)),
    outdated: policy?.version !== open.base,
    comments: open.comments.map((one) => commentTold(context, one)),
    myChoice: open.ballots.get(context.viewer ?? '') ?? null,
    receipts: [],
    version: null,
  };
}

/** What the state has put away is read from the journal: all of it lies between its opening and its end. */
async function pastTold(context: Context, past: PastProposal): Promise<ProposalTold | null> {
  const types = ['proposal-opened', 'proposal-commented', 'proposal-closed', 'policy-adopted'] as const;
  const span = { fromMs: past.opensMs, toMs: past.endedMs + 1 };
  const entries = await context.box.journal.query({ types, ...span });
  const own = entries.filter(({ data }) => 'proposal' in data && data.proposal === past.proposal);
  const opened = first(own, 'proposal-opened')?.data;
  if (!opened) return null;
  const closed = first(own, 'proposal-closed')?.data;
  const adopted = first(own, 'policy-adopted')?.data;
  return {
    ...pastLine(context, past),
    ...(adopted ? { takesEffect: instant(adopted.fromMs) } : {}),
    ...(await whatItSays(context, opened)),
    outdated: false,
    comments: own.flatMap((entry) =>
      entry.type === 'proposal-commented' ? commentTold(context, { ...entry.data, atMs: entry.atMs }) : [],
    ),
    myChoice: null,
    receipts: closed?.receipts ?? [],
    version: adopted?.version ?? null,
  };
}

function first<T extends Entry['type']>(entries: readonly Entry[], type: T) {
  return entries.find((entry): entry is Extract<Entry, { type: T }> => entry.type === type);
}

async function whatItSays(
  { box, words }: Context,
  { proposal, document, votes, base }: Omit<ProposalOpened, 'noteDigest'>,
) {
  const reason = words.get(proposal)?.split('\n').slice(1).join('\n') ?? null;
  const changes = changedValues(await documentAt(box, base), document);
  return { reason, document, votes, changes };
}

/** Of an earlier version, from the journal. */
async function documentAt(
  { committer, journal }: ReadProposals,
  version: number,
): Promise<PolicyDocument | null> {
  const { policy } = committer.durable();
  if (policy?.version === version) return policy.document;
  const adopted = await journal.query({
    types: ['policy-adopted'],
    fromMs: 0,
    toMs: Number.MAX_SAFE_INTEGER,
  });
  const found = adopted.find((entry) => entry.type === 'policy-adopted' && entry.data.version === version);
  return found?.type === 'policy-adopted' ? found.data.document : null;
}

const commentTold = (
  { box, words }: Context,
  { comment, by, atMs }: { comment: string; by: string; atMs: number },
) => ({ by: nameOf(box, by), at: instant(atMs), text: words.get(comment) ?? null });

const nameOf = ({ people }: Pick<ReadProposals, 'people'>, by: string): string | null =>
  by === 'console' || by === 'admin-token' ? by : (people.byMember(by)?.name ?? null);

const instant = (atMs: number): string => new Date(atMs).toISOString();
