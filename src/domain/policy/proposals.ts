// The rules of a vote: who may open, say, cast and withdraw, when it is over and how it ended. A proposal is open until it is
// withdrawn or closed (accepted, rejected, no quorum), and what is accepted is adopted in the commit that closes it.

import type { EntryBody, MemberRecorded } from '../journal/entry.ts';
import {
  type Choice,
  commentLimit,
  type OpenProposal,
  openProposalLimit,
  ownCommentLimit,
  ownProposalLimit,
  type ReceiptLine,
  type Tally,
  type VoteOutcome,
} from '../journal/proposal-entries.ts';
import type { State } from '../journal/state.ts';
import { hourMs, localDate, type Stamp } from '../time.ts';
import type { VotePolicy } from './policy-document.ts';

export type ProposalRefusal =
  | 'clock-unset'
  /** The policy in force says nothing of votes, or there is none. */
  | 'votes-none'
  | 'proposals-full'
  | 'proposals-own-full'
  | 'document-same'
  | 'effect-early'
  | 'effect-late'
  | 'proposal-unknown'
  | 'proposal-over'
  | 'proposal-not-yours'
  | 'elector-none'
  | 'comments-full'
  /** A secret ballot is changed only by who has its receipt. */
  | 'receipt-needed'
  | 'receipt-unknown';

type Refused = { readonly ok: false; readonly code: ProposalRefusal };
const refused = (code: ProposalRefusal): Refused => ({ ok: false, code });

const dayMs = 24 * hourMs;

/** From the close until it takes effect, at most: who comes later would not know of it. */
const effectWithinMs = 400 * dayMs;

type Opening = {
  readonly by: string;
  readonly hash: string;
  /** When it is to take effect; null: as soon as its notice is over. */
  readonly fromMs: number | null;
};

export type OpeningDecision =
  | {
      readonly ok: true;
      readonly base: number;
      readonly votes: VotePolicy;
      readonly opensMs: number;
      readonly closesMs: number;
      readonly fromMs: number;
    }
  | Refused;

/** A new one: its times and the rules of its vote. */
export function decideOpening(state: State, { by, hash, fromMs }: Opening, stamp: Stamp): OpeningDecision {
  if (!state.synchronised) return refused('clock-unset');
  const votes = state.policy?.document.votes;
  if (!state.policy || !votes) return refused('votes-none');
  const open = [...state.proposals.values()];
  if (open.length >= openProposalLimit) return refused('proposals-full');
  if (open.filter((one) => one.by === by).length >= ownProposalLimit) return refused('proposals-own-full');
  if (hash === state.policy.hash) return refused('document-same');
  const closesMs = stamp.atMs + votes.openDays * dayMs;
  const soonestMs = closesMs + votes.noticeDays * dayMs;
  if (fromMs !== null && fromMs < soonestMs) return refused('effect-early');
  if (fromMs !== null && fromMs > soonestMs + effectWithinMs) return refused('effect-late');
  return {
    ok: true,
    base: state.policy.version,
    votes,
    opensMs: stamp.atMs,
    closesMs,
    fromMs: fromMs ?? soonestMs,
  };
}

export type BallotDecision =
  | { readonly ok: true; readonly isFirst: boolean; readonly secret: boolean }
  | Refused;

type BallotWish = { readonly proposal: string; readonly member: string; readonly receipt: string | null };

/** Whether the receipt that is given is in the box is for the caller to look up. */
export function decideBallot(state: State, wish: BallotWish, stamp: Stamp): BallotDecision {
  const found = openAt(state, wish.proposal);
  if (!found.ok) return found;
  if (!state.synchronised) return refused('clock-unset');
  const { open } = found;
  if (stamp.atMs >= open.closesMs) return refused('proposal-over');
  if (!electorsOf(state, stamp).has(wish.member)) return refused('elector-none');
  const isFirst = !open.ballots.has(wish.member);
  if (open.votes.secret && !isFirst && wish.receipt === null) return refused('receipt-needed');
  return { ok: true, isFirst, secret: open.votes.secret };
}

/** Until it is closed, also after its time. */
export function decideComment(
  state: State,
  { proposal, by }: { proposal: string; by: string },
): { readonly ok: true } | Refused {
  const found = openAt(state, proposal);
  if (!found.ok) return found;
  const { comments } = found.open;
  const own = comments.filter((one) => one.by === by).length;
  return comments.length >= commentLimit || own >= ownCommentLimit ? refused('comments-full') : { ok: true };
}

/** By nobody but who opened it, and not once its time is over: nobody takes back what they are about to lose. */
export function decideWithdrawal(
  state: State,
  { proposal, by }: { proposal: string; by: string },
  stamp: Stamp,
): { readonly ok: true; readonly secret: boolean } | Refused {
  const found = openAt(state, proposal);
  if (!found.ok) return found;
  if (found.open.by !== by) return refused('proposal-not-yours');
  if (!state.synchronised) return refused('clock-unset');
  if (stamp.atMs >= found.open.closesMs) return refused('proposal-over');
  return { ok: true, secret: found.open.votes.secret };
}

type Found = { readonly ok: true; readonly open: OpenProposal } | Refused;

function openAt(state: State, id: string): Found {
  const open = state.proposals.get(id);
  if (open) return { ok: true, open };
  const isPast = state.pastProposals.some(({ proposal }) => proposal === id);
  return refused(isPast ? 'proposal-over' : 'proposal-unknown');
}

/** Members whose time is running: not suspended, not erased, and within the days of their membership. */
function electorsOf(state: State, { atMs }: Pick<Stamp, 'atMs'>): ReadonlySet<string> {
  const today = localDate(atMs, state.workshop?.space.timezone ?? 'UTC');
  const may = ({ status, from, until }: MemberRecorded): boolean =>
    status === 'active' && (from ?? today) <= today && today <= (until ?? today);
  return new Set([...state.members.values()].filter(may).map(({ member }) => member));
}

/** Open ones whose time is over: a level, true until they are closed. A clock that is not set closes nothing. */
export function decideProposals(state: State, stamp: Stamp): readonly OpenProposal[] {
  if (!state.synchronised) return [];
  return [...state.proposals.values()].filter(({ closesMs }) => stamp.atMs >= closesMs);
}

/**
 * Closes it, and adopts what was accepted.
 * @param box all ballots of a secret vote; not looked at in an open one
 */
export function closeProposal(
  state: State,
  { open, box }: { open: OpenProposal; box: readonly ReceiptLine[] },
  stamp: Stamp,
): readonly EntryBody[] {
  const { proposal, votes, hash, document } = open;
  const receipts = votes.secret
    ? box.map(({ receipt, choice }) => ({ receipt, choice })).toSorted(byReceipt)
    : [];
  const tally = tallyOf(state, { open, receipts }, stamp);
  const outcome = outcomeOf(tally, votes);
  const closed: EntryBody = { type: 'proposal-closed', data: { proposal, ...tally, outcome, receipts } };
  if (outcome !== 'accepted') return [closed];
  // The notice begins when the outcome is known: a gateway that was away at the close shortens it for nobody.
  const fromMs = Math.max(open.fromMs, stamp.atMs + votes.noticeDays * dayMs);
  const version = state.policyVersion + 1;
  return [
    closed,
    { type: 'policy-adopted', data: { version, hash, document, fromMs, by: 'vote', proposal } },
  ];
}

const byReceipt = (one: ReceiptLine, other: ReceiptLine): number => (one.receipt < other.receipt ? -1 : 1);

/**
 * An open vote counts the ballots of who may vote when it closes. In a secret one nobody can tell which ballot is whose, so
 * every ballot that was cast counts, and whoever cast one and is gone counts among those who could.
 */
function tallyOf(
  state: State,
  { open, receipts }: { open: OpenProposal; receipts: readonly ReceiptLine[] },
  stamp: Stamp,
): Tally {
  const { electors, voted } = turnoutOf(state, open, stamp);
  const cast = open.votes.secret ? receipts.map(({ choice }) => choice) : voted.map(([, choice]) => choice);
  const count = (choice: Choice): number => cast.filter((one) => one === choice).length;
  return { yes: count('yes'), no: count('no'), blank: count('blank'), electors };
}

/** Who has voted and counts, and how many could. */
export function turnoutOf(
  state: State,
  open: OpenProposal,
  stamp: Pick<Stamp, 'atMs'>,
): { readonly voted: readonly (readonly [member: string, Choice | null])[]; readonly electors: number } {
  const electors = electorsOf(state, stamp);
  const cast = [...open.ballots];
  if (!open.votes.secret)
    return { voted: cast.filter(([member]) => electors.has(member)), electors: electors.size };
  return { voted: cast, electors: electors.size + cast.filter(([member]) => !electors.has(member)).length };
}

/** Shares are compared as whole numbers: no rounding decides a vote. */
export function outcomeOf({ yes, no, blank, electors }: Tally, votes: VotePolicy): VoteOutcome {
  if ((yes + no + blank) * 100 < votes.quorumPercent * electors) return 'no-quorum';
  return yes * 100 > votes.majorityPercent * (yes + no) ? 'accepted' : 'rejected';
}
