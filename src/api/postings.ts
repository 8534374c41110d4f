// Postings by hand, for those with books:write: a contribution, or one that takes another back. All that is charged, paid or invoiced
// posts by itself.

import { Type } from 'typebox';
import { PostedNow, PostingRequest, ReversalRequest } from '../contract/ledger.ts';
import { Id } from '../contract/requests.ts';
import { readTime } from '../domain/local-time.ts';
import type { PostOutcome } from '../gateway/gateway.ts';
import type { Api, Parts } from './parts.ts';
import { isProblemCode, journalRefusals, problemAnswers, type Refusable, refuse } from './problem.ts';

const refusals = [
  ...(['posting-unreadable', 'account-unknown', 'unit-unknown', 'amount-wrong', 'line-repeated'] as const),
  ...(['posting-unbalanced', 'posting-in-future', 'period-closed', 'account-short'] as const),
  ...(['clock-unset', 'workshop-missing', ...journalRefusals] as const),
] as const;
const tags = ['ledger'];
const answers = { 200: PostedNow, ...problemAnswers };

export function postingRoutes(api: Api, { options }: Parts): void {
  const { books, state } = options.gateway;
  api.post(
    '/api/ledger/postings',
    {
      config: { needs: ['books:write'], refusals: ['posting-key-used', 'day-wrong', ...refusals] },
      schema: {
        summary: 'Posts an amount from one account to another, by hand',
        description: 'A contribution or a pledge. The same key is posted once.',
        tags,
        body: PostingRequest,
        response: answers,
      },
    },
    async (request, reply) => {
      const { key, kind, reference, day, debit, credit, minor, dryRun } = request.body;
      const { workshop } = state();
      if (!workshop) return refuse(reply, 'workshop-missing');
      const { currency: unit, timezone } = workshop.space;
      const date = day === null ? null : readTime(`${day} 00:00`, timezone);
      if (date && !date.ok) return refuse(reply, 'day-wrong', { about: day ?? '' });
      const lines = [
        { account: debit, unit, minor },
        { account: credit, unit, minor: `-${minor}` },
      ];
      const wish = { key: `hand:${key}`, kind, reference, lines, dryRun };
      const outcome = await books.post({ ...wish, ...(date?.ok && { dateMs: date.atMs }) });
      return outcome.ok ? postedView(outcome) : refusePosting(reply, outcome);
    },
  );
  api.post(
    '/api/ledger/postings/:posting/reversal',
    {
      config: { needs: ['books:write'], refusals: ['posting-unknown', ...refusals] },
      schema: {
        summary: 'Takes a posting back by a further one, once',
        description: 'Dated now: a closed month is mended in the one that is open.',
        tags,
        params: Type.Object({ posting: Id }),
        body: ReversalRequest,
        response: answers,
      },
    },
    async (request, reply) => {
      const outcome = await books.reversePosting({ ...request.params, ...request.body });
      return outcome.ok ? postedView(outcome) : refusePosting(reply, outcome);
    },
  );
}

const postedView = ({ posting, repeated }: Extract<PostOutcome, { ok: true }>) => ({
  posting: posting === '' ? null : posting,
  repeated,
});

function refusePosting(
  reply: Refusable,
  { code, about }: { readonly code: string; readonly about: string | null },
) {
  if (!isProblemCode(code)) throw new TypeError(`a posting by hand settles no hold, and got ${code}`);
  return refuse(reply, code, about === null ? {} : { about });
}
