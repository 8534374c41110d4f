// Proposals to change the policy: any member reads, opens, comments and votes. Who opens or says much is slowed down, so that
// no script fills the journal.

import { Type } from 'typebox';
import {
  BallotDone,
  BallotRequest,
  CommentRequest,
  ProposalList,
  ProposalMade,
  ProposalRequest,
  ProposalView,
} from '../contract/proposals.ts';
import { Id } from '../contract/requests.ts';
import type { ProposalList as ProposalsTold, ProposalTold } from '../gateway/gateway.ts';
import { createAttempts } from './attempts.ts';
import { instantMs } from './instant.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';

const tags = ['proposals'];
const params = Type.Object({ proposal: Id });

/** Of one member: openings, comments and ballots together. */
const mostWords = 60;
const hourMs = 3_600_000;

export function proposalRoutes(api: Api, parts: Parts): void {
  const slow = createAttempts({ limit: mostWords, windowMs: hourMs, clock: parts.options.clock });
  readRoutes(api, parts);
  openRoute(api, parts, slow);
  commentRoute(api, parts, slow);
  ballotRoute(api, parts, slow);
  withdrawRoute(api, parts);
}

type Slow = ReturnType<typeof createAttempts>;

function readRoutes(api: Api, { options }: Parts): void {
  api.get(
    '/api/proposals',
    {
      config: { needs: ['self:read'] },
      schema: {
        summary: 'Proposals to change the policy',
        tags,
        response: { 200: ProposalList, ...problemAnswers },
      },
    },
    async (request) => listView(await options.gateway.proposals(viewerOf(request).member)),
  );

  api.get(
    '/api/proposals/:proposal',
    {
      config: { needs: ['self:read'], refusals: ['proposal-unknown'] },
      schema: {
        summary: 'A proposal: what it would change, what was said, and how it ended',
        description:
          'While it is open nobody is told how it stands, only how many have voted. Once a secret vote is over, everybody finds their receipt in `receipts`.',
        tags,
        params,
        response: { 200: ProposalView, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { proposal } = request.params;
      const told = await options.gateway.proposal({ proposal, viewer: viewerOf(request).member });
      return told === null ? refuse(reply, 'proposal-unknown') : proposalView(told);
    },
  );
}

function openRoute(api: Api, { options }: Parts, slow: Slow): void {
  api.post(
    '/api/proposals',
    {
      config: {
        needs: ['proposals:write'],
        refusals: [
          ...([
            'votes-none',
            'proposals-full',
            'proposals-own-full',
            'document-same',
            'document-wrong',
          ] as const),
          ...(['effect-early', 'effect-late', 'text-unreadable', 'member-unknown', 'clock-unset'] as const),
          ...(['time-unreadable', 'too-many-attempts', ...journalRefusals] as const),
        ],
      },
      schema: {
        summary: 'Propose another policy',
        description:
          'Eight are open at once, two of one member. The rules of the vote are those in force at the opening.',
        tags,
        body: ProposalRequest,
        response: { 200: ProposalMade, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by } = viewerOf(request);
      const retryAfterS = slow.take(by);
      if (retryAfterS > 0) return refuse(reply, 'too-many-attempts', { retryAfterS });
      const { title, reason, document, takesEffect = null } = request.body;
      const fromMs = takesEffect === null ? null : instantMs(takesEffect);
      if (fromMs !== null && Number.isNaN(fromMs))
        return refuse(reply, 'time-unreadable', { field: 'takesEffect' });
      const outcome = await options.gateway.openProposal({ by, title, reason, document, fromMs });
      if (outcome.ok) return { proposal: outcome.proposal };
      return refuse(reply, outcome.code, 'about' in outcome ? { about: outcome.about } : {});
    },
  );
}

function commentRoute(api: Api, { options }: Parts, slow: Slow): void {
  api.post(
    '/api/proposals/:proposal/comments',
    {
      config: {
        needs: ['proposals:write'],
        refusals: [
          ...(['proposal-unknown', 'proposal-over', 'comments-full', 'text-unreadable'] as const),
          ...(['member-unknown', 'too-many-attempts', ...journalRefusals] as const),
        ],
      },
      schema: {
        summary: 'Say something to a proposal',
        description: 'Under one’s own name. It can be erased; the journal holds a digest.',
        tags,
        params,
        body: CommentRequest,
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by } = viewerOf(request);
      const retryAfterS = slow.take(by);
      if (retryAfterS > 0) return refuse(reply, 'too-many-attempts', { retryAfterS });
      const outcome = await options.gateway.commentProposal({ ...request.params, ...request.body, by });
      if (!outcome.ok) return refuse(reply, outcome.code);
      reply.status(204);
      return null;
    },
  );
}

function ballotRoute(api: Api, { options }: Parts, slow: Slow): void {
  api.post(
    '/api/proposals/:proposal/ballot',
    {
      config: {
        needs: ['proposals:write'],
        refusals: [
          ...(['member-none', 'proposal-unknown', 'proposal-over', 'elector-none', 'clock-unset'] as const),
          ...(['receipt-needed', 'receipt-unknown', 'too-many-attempts', ...journalRefusals] as const),
        ],
      },
      schema: {
        summary: 'Vote, or vote again',
        description:
          'Until it closes the last one counts. In a secret vote the answer has a receipt, told this once; who votes again gives it back and gets another.',
        tags,
        params,
        body: BallotRequest,
        response: { 200: BallotDone, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { member } = viewerOf(request);
      if (member === null) return refuse(reply, 'member-none');
      const retryAfterS = slow.take(member);
      if (retryAfterS > 0) return refuse(reply, 'too-many-attempts', { retryAfterS });
      const { choice, receipt = null } = request.body;
      const ballot = { ...request.params, member, choice, receipt };
      const outcome = await options.gateway.castBallot(ballot);
      return outcome.ok ? { receipt: outcome.receipt } : refuse(reply, outcome.code);
    },
  );
}

function withdrawRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/proposals/:proposal/withdraw',
    {
      config: {
        needs: ['proposals:write'],
        refusals: [
          ...(['proposal-unknown', 'proposal-over', 'proposal-not-yours', 'clock-unset'] as const),
          ...journalRefusals,
        ],
      },
      schema: {
        summary: 'Withdraw my proposal',
        tags,
        params,
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by } = viewerOf(request);
      const outcome = await options.gateway.withdrawProposal({ ...request.params, by });
      if (!outcome.ok) return refuse(reply, outcome.code);
      reply.status(204);
      return null;
    },
  );
}

/** The same, in arrays of its own. */
const listView = ({ proposals, votes, document }: ProposalsTold): ProposalList => ({
  proposals: [...proposals],
  votes,
  document,
});

const proposalView = ({ changes, comments, receipts, ...told }: ProposalTold): ProposalView => ({
  ...told,
  changes: changes.map(({ path, ...values }) => ({ ...values, path: [...path] })),
  comments: [...comments],
  receipts: [...receipts],
});
