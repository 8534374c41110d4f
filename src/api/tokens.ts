// A member's own bearer tokens, for scripts and wall screens: the secret is shown once and kept as a digest, the scopes
// are never more than the member's own.

import { Type } from 'typebox';
import type { Scope } from '../contract/people.ts';
import { Id, TokenMade, TokenRequest } from '../contract/requests.ts';
import { TokenView } from '../contract/token-view.ts';
import { newId } from '../domain/ids.ts';
import type { Token } from '../gateway/ports.ts';
import { rfc3339 } from './instant.ts';
import { machinesOfToken } from './kiosk-tokens.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { problemAnswers, refuse } from './problem.ts';
import { listScopes } from './scopes.ts';
import { randomText } from './sign-ins.ts';
import type { Viewer } from './viewers.ts';

/** All tokens are held in memory and searched at every request. */
export const mostTokens = 500;
const mostPerMember = 20;
const dayMs = 86_400_000;

export function tokenRoutes(api: Api, parts: Parts): void {
  api.get(
    '/api/tokens',
    {
      config: { needs: ['tokens:write'] },
      schema: {
        summary: 'My tokens',
        tags: ['tokens'],
        response: { 200: Type.Array(TokenView), ...problemAnswers },
      },
    },
    (request) => ownTokens(parts, viewerOf(request)).map(tokenView),
  );
  makeRoute(api, parts);
  dropRoute(api, parts);
}

function makeRoute(api: Api, parts: Parts): void {
  api.post(
    '/api/tokens',
    {
      config: {
        needs: ['tokens:write'],
        refusals: ['member-none', 'token-by-token', 'scope-above-own', 'token-limit'],
      },
      schema: {
        summary: 'Make a token; its secret is shown this once',
        tags: ['tokens'],
        body: TokenRequest,
        response: { 201: TokenMade, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const { label, scopes, days } = request.body;
      // Otherwise a token that expires could make one that does not.
      if (viewer.through === 'token') return refuse(reply, 'token-by-token');
      if (viewer.member === null) return refuse(reply, 'member-none');
      if (scopes.some((scope) => !viewer.scopes.has(scope))) return refuse(reply, 'scope-above-own');
      const full = parts.tokens.count() >= mostTokens || ownTokens(parts, viewer).length >= mostPerMember;
      if (full) return refuse(reply, 'token-limit');
      const made = makeToken(parts, { member: viewer.member, label, scopes, days });
      await parts.tokens.put(made.token);
      reply.code(201);
      return { token: tokenView(made.token), secret: made.secret };
    },
  );
}

function dropRoute(api: Api, parts: Parts): void {
  api.delete(
    '/api/tokens/:token',
    {
      config: { needs: ['tokens:write'], refusals: ['token-none'] },
      schema: {
        summary: 'Drop one of my tokens; it stops working at once',
        tags: ['tokens'],
        params: Type.Object({ token: Id }),
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const token = ownTokens(parts, viewerOf(request)).find(({ id }) => id === request.params.token);
      if (token === undefined) return refuse(reply, 'token-none');
      await parts.tokens.drop(token);
      reply.code(204);
      return null;
    },
  );
}

function ownTokens({ tokens }: Parts, viewer: Viewer): readonly Token[] {
  return viewer.member === null ? [] : tokens.ofMember(viewer.member);
}

type Wanted = Pick<TokenRequest, 'label' | 'days'> & {
  readonly member: string;
  readonly scopes: readonly string[];
};

export function makeToken(
  { options }: Pick<Parts, 'options'>,
  wanted: Wanted,
): { token: Token; secret: string } {
  const { clock, chance, secrets } = options;
  const nowMs = clock.wallMs();
  // The prefix lets scanners of leaked secrets know one when they see it.
  const secret = `officina_${randomText(chance)}`;
  const token: Token = {
    id: newId(nowMs, chance.bytes(10)),
    digest: secrets.digest(secret),
    member: wanted.member,
    label: wanted.label,
    scopes: wanted.scopes,
    createdAtMs: nowMs,
    expiresAtMs: wanted.days === null ? null : nowMs + wanted.days * dayMs,
  };
  return { token, secret };
}

function tokenView(token: Token): TokenView {
  const machines = machinesOfToken(token);
  return {
    id: token.id,
    label: token.label,
    scopes: listScopes(new Set<string>(token.scopes)) satisfies Scope[],
    created: rfc3339(token.createdAtMs),
    expires: token.expiresAtMs === null ? null : rfc3339(token.expiresAtMs),
    ...(machines.length > 0 && { machines: [...machines] }),
  };
}
