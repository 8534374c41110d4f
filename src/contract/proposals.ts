// Proposals to change the policy and votes on them, as they go over HTTP. Times are RFC 3339 in UTC.

import { type Static, type TSchema, Type } from 'typebox';
import { type PolicyRead, policySchema } from './policy.ts';

const Nullable = <T extends TSchema>(schema: T, description?: string) =>
  Type.Union([schema, Type.Null()], description === undefined ? {} : { description });

const choice = Type.Enum(['yes', 'no', 'blank']);
const whole = (description: string) => Type.Integer({ minimum: 0, description });
const instant = (description: string) => Type.String({ description });

export type ProposalRequest = Static<typeof ProposalRequest>;
export const ProposalRequest = Type.Object(
  {
    title: Type.String({ minLength: 1, maxLength: 240, description: 'At most 120 characters on one line.' }),
    reason: Type.String({
      maxLength: 4_000,
      description: 'At most 2000 characters. Like the title it can be erased; the journal holds a digest.',
    }),
    document: policySchema,
    takesEffect: Type.Optional(
      Nullable(
        Type.String({ maxLength: 40, description: 'RFC 3339.' }),
        'Left out: as soon as the notice after the vote is over.',
      ),
    ),
  },
  { $id: 'ProposalRequest', additionalProperties: false },
);

export type ProposalMade = Static<typeof ProposalMade>;
export const ProposalMade = Type.Object({ proposal: Type.String() }, { $id: 'ProposalMade' });

export type CommentRequest = Static<typeof CommentRequest>;
export const CommentRequest = Type.Object(
  { text: Type.String({ minLength: 1, maxLength: 1_000, description: 'At most 500 characters.' }) },
  { $id: 'CommentRequest', additionalProperties: false },
);

export type BallotRequest = Static<typeof BallotRequest>;
export const BallotRequest = Type.Object(
  {
    choice,
    receipt: Type.Optional(
      Nullable(
        Type.String({ pattern: '^[0-9a-f]{1,64}$' }),
        'Of the ballot that this one takes the place of; only in a secret vote.',
      ),
    ),
  },
  { $id: 'BallotRequest', additionalProperties: false },
);

export type BallotDone = Static<typeof BallotDone>;
export const BallotDone = Type.Object(
  { receipt: Nullable(Type.String(), 'Told this once; null in an open vote.') },
  { $id: 'BallotDone' },
);

const Tally = Type.Object({
  yes: whole('Ballots.'),
  no: whole('Ballots.'),
  blank: whole('Ballots.'),
  electors: whole('Who could have voted.'),
});

const VoteRules = Type.Object({
  quorumPercent: whole('Of all who can vote, so many must.'),
  majorityPercent: whole('Of the yes and no, more than so many must be a yes.'),
  secret: Type.Boolean(),
  openDays: whole('A vote is open for so long.'),
  noticeDays: whole('From the end of the vote until it takes effect, at least.'),
});

export type ProposalLine = Static<typeof ProposalLine>;
export const ProposalLine = Type.Object(
  {
    proposal: Type.String(),
    title: Nullable(Type.String(), 'Null when its words were erased.'),
    by: Nullable(Type.String(), 'A name, `console` or `admin-token`; null for who is gone.'),
    mine: Type.Boolean({ description: 'I opened it.' }),
    status: Type.Enum(['open', 'accepted', 'rejected', 'no-quorum', 'withdrawn']),
    secret: Type.Boolean(),
    opens: instant('When it was opened.'),
    closes: instant('Until when one can vote.'),
    ended: Nullable(Type.String(), 'When it was closed or withdrawn; null while it is open.'),
    takesEffect: instant('If it is accepted, or when it does.'),
    voted: whole('How many have voted.'),
    electors: whole('How many can.'),
    tally: Nullable(Tally, 'Null until it is closed, and for one that was withdrawn.'),
    iVoted: Type.Boolean({ description: 'While it is open.' }),
  },
  { $id: 'ProposalLine' },
);

export type ProposalList = Static<typeof ProposalList>;
export const ProposalList = Type.Object(
  {
    proposals: Type.Array(ProposalLine, {
      description: 'Open ones first; then the last hundred that are over, newest first.',
    }),
    votes: Nullable(VoteRules, 'How a new one would be voted on; null where nobody can open one.'),
    document: Nullable(Type.Unsafe<PolicyRead>(Type.Object({})), 'The policy in force, to begin from.'),
  },
  { $id: 'ProposalList' },
);

export type ProposalView = Static<typeof ProposalView>;
export const ProposalView = Type.Object(
  {
    ...ProposalLine.properties,
    reason: Nullable(Type.String()),
    document: Type.Unsafe<PolicyRead>(Type.Object({})),
    changes: Type.Array(
      Type.Object({
        path: Type.Array(Type.String(), { description: 'As in pools, lasers, minutes.' }),
        before: Nullable(Type.String(), 'Null: left out.'),
        after: Nullable(Type.String(), 'Null: left out.'),
      }),
      { description: 'Against the policy that was in force when it was opened.' },
    ),
    outdated: Type.Boolean({ description: 'Another policy has begun since.' }),
    votes: VoteRules,
    comments: Type.Array(
      Type.Object({
        by: Nullable(Type.String()),
        at: Type.String(),
        text: Nullable(Type.String(), 'Null when it was erased.'),
      }),
    ),
    myChoice: Nullable(choice, 'In an open vote that is not over.'),
    receipts: Type.Array(Type.Object({ receipt: Type.String(), choice }), {
      description: 'Every ballot of a secret vote that is over, in the order of the receipts.',
    }),
    version: Nullable(Type.Integer(), 'Under which it was adopted.'),
  },
  { $id: 'ProposalView' },
);
