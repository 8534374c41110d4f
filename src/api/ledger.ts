// GET /api/ledger and /api/ledger/postings: the books, for those with ledger:read. Members are opaque keys here; it only reads.

import { BalancesQuery, LedgerBalances, LedgerPostings, PostingsQuery } from '../contract/ledger.ts';
import type { Posted } from '../domain/ledger/books.ts';
import { instantMs, rfc3339 } from './instant.ts';
import type { Api, Parts } from './parts.ts';
import { problemAnswers, refuse } from './problem.ts';

const usualLimit = 100;

export function ledgerRoutes(api: Api, parts: Parts): void {
  balancesRoute(api, parts);
  postingsRoute(api, parts);
}

function balancesRoute(api: Api, { options }: Parts): void {
  api.get(
    '/api/ledger',
    {
      config: { needs: ['ledger:read'], refusals: ['range-wrong'] },
      schema: {
        summary: 'What stands on the accounts',
        description: 'Without those at zero. All balances of a unit sum to zero.',
        tags: ['ledger'],
        querystring: BalancesQuery,
        response: { 200: LedgerBalances, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { account = '', at } = request.query;
      const atMs = at === undefined ? null : instantMs(at);
      if (Number.isNaN(atMs)) return refuse(reply, 'range-wrong', { field: 'at' });
      const { books, state } = options.gateway;
      const balances = await books.ledger.balances({ account, atMs });
      return {
        closed: state().ledger.closed.month,
        balances: balances.map(({ minor, ...balance }) => ({ ...balance, minor: minor.toString() })),
        holds: books
          .holds(account)
          .map(({ expiresMs, ...held }) => ({ ...held, expires: rfc3339(expiresMs) })),
      };
    },
  );
}

function postingsRoute(api: Api, { options }: Parts): void {
  api.get(
    '/api/ledger/postings',
    {
      config: { needs: ['ledger:read'], refusals: ['range-wrong'] },
      schema: {
        summary: 'The postings of a span of time, in the order of their dates',
        description: 'Whole postings of which a line is on an account that was asked for, a page at a time.',
        tags: ['ledger'],
        querystring: PostingsQuery,
        response: { 200: LedgerPostings, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { account = '', from, to, after } = request.query;
      const limit = Number(request.query.limit ?? usualLimit);
      const fromMs = from === undefined ? 0 : instantMs(from);
      const toMs = to === undefined ? Number.MAX_SAFE_INTEGER : instantMs(to);
      if (!(fromMs < toMs)) return refuse(reply, 'range-wrong', { field: 'from' });
      const [dateMs = 0, seq = 0] = (after ?? '').split('-').map(Number);
      const place = after === undefined ? null : { dateMs, seq };
      const ask = { account, fromMs, toMs, after: place, limit };
      const found = await options.gateway.books.ledger.postings(ask);
      const last = found.at(-1);
      const next = last && found.length === limit ? `${last.dateMs}-${last.seq}` : null;
      return { postings: found.map(toView), next };
    },
  );
}

const toView = ({ seq, atMs, dateMs, reverses, lines, ...posted }: Posted) => ({
  posting: posted.posting,
  entry: seq,
  kind: posted.kind,
  reference: posted.reference,
  key: posted.key,
  date: rfc3339(dateMs),
  written: rfc3339(atMs),
  reverses: reverses ?? null,
  lines: [...lines],
});
