// Signing in through a sign-in service: the browser goes there and comes back with a code. What the way there began with
// stays here, bound to the browser by a cookie of its own, so that nobody can be signed in as somebody else by a link.

import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { ProviderBegun, SignedOut } from '../contract/sign-in.ts';
import type { ProviderKept } from '../gateway/ports.ts';
import { createAttempts } from './attempts.ts';
import { giveReturnCookie, returnCookie, takeCookie, takeReturnCookie } from './cookie.ts';
import { letIn } from './let-in.ts';
import type { Api, Parts } from './parts.ts';
import { createPending, type Pending } from './pending.ts';
import { type ProblemCode, problemAnswers, refuse } from './problem.ts';
import { siteOf } from './site.ts';

/** The way back, to be named at the service. */
export const providerCallback = '/api/session/oidc/callback';

export function providerRoutes(api: Api, parts: Parts): void {
  const pending = createPending<ProviderKept>(parts.options);
  beginRoute(api, parts, pending);
  backRoute(api, parts, pending);
  signOutRoute(api, parts);
}

function beginRoute(api: Api, { options }: Parts, pending: Pending<ProviderKept>): void {
  const perAddress = createAttempts({ limit: 20, windowMs: 60_000, clock: options.clock });
  api.post(
    '/api/session/oidc',
    {
      config: { needs: 'public', refusals: ['provider-none', 'provider-away', 'too-many-attempts'] },
      schema: {
        summary: 'Begin to sign in through the sign-in service',
        tags: ['session'],
        response: { 200: ProviderBegun, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const waitS = perAddress.take(request.ip);
      if (waitS > 0) return refuse(reply, 'too-many-attempts', { retryAfterS: waitS });
      const provider = options.signInWays?.provider;
      const site = siteOf(options, request.headers.host);
      if (!provider || !site) return refuse(reply, 'provider-none');
      const begun = await provider.begin(`${site.origin}${providerCallback}`);
      if (!begun.ok) return refuse(reply, begun.code);
      giveReturnCookie(request, reply, pending.put(begun.kept));
      return { url: begun.url };
    },
  );
}

/** The browser comes back by a link, so it is answered with a page: the board, or the sign-in page and why not. */
function backRoute(api: Api, parts: Parts, pending: Pending<ProviderKept>): void {
  api.get(
    providerCallback,
    {
      config: { needs: 'public' },
      schema: {
        summary: 'Where the sign-in service sends the browser back to',
        tags: ['session'],
        response: { 303: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const kept = pending.take(request.cookies[returnCookie] ?? '');
      takeReturnCookie(request, reply);
      const why = kept === undefined ? 'attempt-over' : await comeBack(parts, { request, reply, kept });
      reply.code(303);
      reply.header('location', why === null ? '/' : `/#/sign-in/${why}`);
      return null;
    },
  );
}

type Back = { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly kept: ProviderKept };

/** Null when they are in. */
async function comeBack(parts: Parts, { request, reply, kept }: Back): Promise<ProblemCode | null> {
  const { options } = parts;
  const provider = options.signInWays?.provider;
  const site = siteOf(options, request.headers.host);
  if (!provider || !site) return 'provider-none';
  const said = await provider.finish({ url: `${site.origin}${request.url}`, kept });
  if (!said.ok) return said.code;
  const outcome = await options.gateway.signInVouched(said.vouched);
  if (!outcome.ok) return outcome.code;
  const entered = letIn(parts, { request, reply, who: { member: outcome.member, how: 'provider' } });
  return 'code' in entered ? 'member-suspended' : null;
}

function signOutRoute(api: Api, { options, signIns }: Parts): void {
  api.post(
    '/api/session/oidc/sign-out',
    {
      config: { needs: 'public' },
      schema: {
        summary: 'Sign out here, and learn where to sign out of the sign-in service',
        tags: ['session'],
        response: { 200: SignedOut, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { credential } = request;
      const place = credential.kind === 'cookie' ? signIns.placeOf(credential.digest) : undefined;
      if (credential.kind === 'cookie') signIns.close(credential.digest);
      takeCookie(request, reply);
      const site = siteOf(options, request.headers.host);
      const provider = place?.how === 'provider' ? options.signInWays?.provider : null;
      return { url: provider && site ? await provider.signOutUrl(`${site.origin}/`) : null };
    },
  );
}
