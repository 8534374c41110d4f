// What members have left, for themselves and for the desk; selling packs, moving money into wallets and out, and saying who
// pays for a use. The price of a use is never changed here.

import { Type } from 'typebox';
import {
  AllowancesView,
  PackList,
  PayersRequest,
  SaleDone,
  SaleRequest,
  WalletDone,
  WalletRequest,
} from '../contract/allowances.ts';
import { Id } from '../contract/requests.ts';
import { currencyDigits } from '../domain/money.ts';
import type { AllowancesTold } from '../gateway/gateway.ts';
import { askedMember } from './asked-member.ts';
import { rfc3339 } from './instant.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';

const tags = ['allowances'];

export function allowanceRoutes(api: Api, parts: Parts): void {
  readRoutes(api, parts);
  saleRoute(api, parts);
  walletRoute(api, parts);
  payersRoute(api, parts);
}

function readRoutes(api: Api, { options }: Parts): void {
  const { gateway } = options;
  api.get(
    '/api/allowances',
    {
      config: {
        needs: ['self:read', 'members:read'],
        refusals: ['member-none', 'member-unknown', 'scope-missing'],
      },
      schema: {
        summary: 'What a member has left, and what paid for their uses',
        description: 'For oneself, or with `members:read` for the member named.',
        tags,
        querystring: Type.Object({ member: Type.Optional(Id) }),
        response: { 200: AllowancesView, ...problemAnswers },
      },
    },
    (request, reply) => {
      const asked = askedMember(viewerOf(request), request.query.member);
      if (!asked.ok) return refuse(reply, asked.code);
      const { member } = asked;
      const told = gateway.allowances(member);
      return told ? allowancesView(told) : refuse(reply, 'member-unknown');
    },
  );

  api.get(
    '/api/packs',
    {
      config: { needs: ['self:read', 'members:read'] },
      schema: { summary: 'The packs that are sold', tags, response: { 200: PackList, ...problemAnswers } },
    },
    () => {
      const { paying, space } = gateway.state().workshop ?? {};
      const currency = space?.currency ?? 'EUR';
      const packs = Object.entries(paying?.packs ?? {}).map(([pack, sold]) => ({
        ...{ pack, name: sold.name, ms: sold.ms ?? null, minor: sold.minor ?? null },
        ...{ pools: sold.pools ? [...sold.pools] : null, price: sold.priceMinor, validDays: sold.validDays },
      }));
      return { currency, digits: currencyDigits(currency), packs };
    },
  );
}

function saleRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/packs/:pack/sales',
    {
      config: {
        needs: ['payments:write'],
        refusals: ['pack-unknown', 'member-unknown', 'sale-repeated', 'clock-unset', ...journalRefusals],
      },
      schema: {
        summary: 'Sell a pack to a member',
        description: 'Idempotent by `sale`.',
        tags,
        params: Type.Object({ pack: Id }),
        body: SaleRequest,
        response: { 200: SaleDone, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by } = viewerOf(request);
      const { pack } = request.params;
      const outcome = await options.gateway.sellPack({ ...request.body, pack, by });
      if (!outcome.ok) return refuse(reply, outcome.code, about(outcome));
      const { lot, expiresMs, repeated } = outcome;
      return { lot, expires: rfc3339(expiresMs), repeated };
    },
  );
}

function walletRoute(api: Api, { options }: Parts): void {
  const { gateway } = options;
  api.post(
    '/api/wallets/:member/moves',
    {
      config: {
        needs: ['payments:write'],
        refusals: ['member-unknown', 'account-short', 'posting-key-used', 'clock-unset', ...journalRefusals],
      },
      schema: {
        summary: 'Top a wallet up, or pay money back from it',
        description: 'Idempotent by `key`. What is held for a session that runs is not paid back.',
        tags,
        params: Type.Object({ member: Id }),
        body: WalletRequest,
        response: { 200: WalletDone, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { member } = request.params;
      const outcome = await gateway.moveWallet({ ...request.body, member });
      if (!outcome.ok) {
        const { code } = outcome;
        const known = ['member-unknown', 'account-short', 'posting-key-used', 'clock-unset'] as const;
        return refuse(reply, known.find((one) => one === code) ?? 'posting-refused', about(outcome));
      }
      const minor = gateway.allowances(member)?.wallet.minor ?? 0n;
      return { posting: outcome.posting, repeated: outcome.repeated, minor: minor.toString() };
    },
  );
}

function payersRoute(api: Api, { options }: Parts): void {
  api.put(
    '/api/charges/:session/payers',
    {
      config: {
        needs: ['payments:write'],
        refusals: ['charge-unknown', 'payers-wrong', 'clock-unset', ...journalRefusals],
      },
      schema: {
        summary: 'Say who pays for a use, by parts',
        description: 'The price stays as it is; what was paid otherwise is given back by further postings.',
        tags,
        params: Type.Object({ session: Id }),
        body: PayersRequest,
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by } = viewerOf(request);
      const { session } = request.params;
      const outcome = await options.gateway.setPayers({ session, payers: request.body.payers, by });
      if (!outcome.ok) return refuse(reply, outcome.code, about(outcome));
      reply.code(204);
      return null;
    },
  );
}

const about = (no: { readonly about: string | null }) => (no.about === null ? {} : { about: no.about });

const allowancesView = ({
  member,
  currency,
  digits,
  lots,
  wallet,
  uses,
}: AllowancesTold): AllowancesView => ({
  ...{ member, currency, digits },
  wallet: { minor: wallet.minor.toString(), heldMinor: wallet.heldMinor.toString() },
  lots: lots.map(({ lot, kind, name, pools, unit, amount, left, fromMs, expiresMs }) => ({
    ...{ lot, kind, name, unit, amount: amount.toString(), left: left.toString() },
    ...{ pools: pools && [...pools], from: rfc3339(fromMs), expires: rfc3339(expiresMs) },
  })),
  uses: uses.map(({ session, machine, pool, fromMs, minor, parts }) => ({
    ...{ session, machine, pool, from: rfc3339(fromMs), minor: minor.toString() },
    parts: parts.map((part) => ({ ...part, amount: part.amount.toString(), minor: part.minor.toString() })),
  })),
});
