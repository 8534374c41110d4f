// Signing in and out of the dashboard, and what the signed-in member may change about themselves. Every attempt is
// counted per address and per handle, and a wrong handle takes as long as a wrong password.

import { Type } from 'typebox';
import { Self, SignIn } from '../contract/people.ts';
import { ShownChoice } from '../contract/requests.ts';
import { type Attempts, createAttempts } from './attempts.ts';
import { giveCookie, takeCookie } from './cookie.ts';
import { letIn, selfView } from './let-in.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';
import { signInLastsS } from './sign-ins.ts';
import { bearerOf } from './viewers.ts';

const minuteMs = 60_000;
/** Browsers keep no cookie for longer than 400 days. */
const longestCookieS = 400 * 86_400;

export function sessionRoutes(api: Api, parts: Parts): void {
  const { clock } = parts.options;
  const perAddress = createAttempts({ limit: 10, windowMs: minuteMs, clock });
  const perHandle = createAttempts({ limit: 10, windowMs: 15 * minuteMs, clock });
  selfRoutes(api, parts);
  passwordRoute(api, parts, { perAddress, perHandle });
  tokenRoute(api, parts, perAddress);
}

function selfRoutes(api: Api, parts: Parts): void {
  const { signIns, options } = parts;
  api.get(
    '/api/session',
    {
      config: { needs: ['board:read', 'self:read'] },
      schema: {
        summary: 'Who I am and what I may do',
        tags: ['session'],
        response: { 200: Self, ...problemAnswers },
      },
    },
    (request) => {
      const { credential } = request;
      const place = credential.kind === 'cookie' ? signIns.placeOf(credential.digest) : undefined;
      return { ...selfView(parts, viewerOf(request)), ...(place && { how: place.how }) };
    },
  );
  api.delete(
    '/api/session',
    {
      config: { needs: 'public' },
      schema: { summary: 'Sign out', tags: ['session'], response: { 204: Type.Null(), ...problemAnswers } },
    },
    (request, reply) => {
      if (request.credential.kind === 'cookie') signIns.close(request.credential.digest);
      takeCookie(request, reply);
      reply.code(204);
      return null;
    },
  );
  api.put(
    '/api/session/shown',
    {
      config: { needs: ['self:write'], refusals: ['member-none', ...journalRefusals] },
      schema: {
        summary: 'Whether the board may show my name',
        tags: ['session'],
        body: ShownChoice,
        response: { 200: Self, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      if (viewer.member === null) return refuse(reply, 'member-none');
      await options.gateway.setShown(viewer.member, request.body.shown);
      return selfView(parts, viewer);
    },
  );
}

function passwordRoute(
  api: Api,
  parts: Parts,
  attempts: { readonly perAddress: Attempts; readonly perHandle: Attempts },
): void {
  const { options } = parts;
  api.post(
    '/api/session',
    {
      config: {
        needs: 'public',
        refusals: ['sign-in-failed', 'member-suspended', 'too-many-attempts', 'secrets-busy'],
      },
      schema: {
        summary: 'Sign in with handle and password',
        tags: ['session'],
        body: SignIn,
        response: { 200: Self, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { handle, password } = request.body;
      const waitS = Math.max(attempts.perAddress.take(request.ip), attempts.perHandle.take(handle));
      if (waitS > 0) return refuse(reply, 'too-many-attempts', { retryAfterS: waitS });
      const person = options.gateway.personByHandle(handle);
      const right = await options.secrets.verifyPassword(password, person?.password ?? null);
      if (!right || person === undefined) return refuse(reply, 'sign-in-failed');
      return letIn(parts, { request, reply, who: { member: person.member, how: 'password' } });
    },
  );
}

/**
 * For wall screens: the cookie then holds the token itself, so that the screen comes back by itself after a restart
 * and stays until the token expires or is dropped. A token of the gateway itself gets a sign-in like a password's.
 */
function tokenRoute(api: Api, parts: Parts, perAddress: Attempts): void {
  api.post(
    '/api/session/token',
    {
      config: { needs: 'public', refusals: ['token-unknown', 'too-many-attempts'] },
      schema: {
        summary: 'Sign in with the bearer token of this request, for screens',
        tags: ['session'],
        response: { 200: Self, ...problemAnswers },
      },
    },
    (request, reply) => {
      const waitS = perAddress.take(request.ip);
      if (waitS > 0) return refuse(reply, 'too-many-attempts', { retryAfterS: waitS });
      const token = bearerOf(request.headers.authorization);
      if (token === undefined || request.viewer === null) return refuse(reply, 'token-unknown');
      giveCookie(request, reply, cookieFor(parts, token));
      return selfView(parts, request.viewer);
    },
  );
}

function cookieFor({ signIns, tokens, options }: Parts, token: string): { secret: string; lastsS: number } {
  const kept = tokens.find(options.secrets.digest(token));
  if (kept === undefined) return { secret: signIns.open({ master: true }), lastsS: signInLastsS };
  if (kept.expiresAtMs === null) return { secret: token, lastsS: longestCookieS };
  const leftS = Math.ceil((kept.expiresAtMs - options.clock.wallMs()) / 1000);
  return { secret: token, lastsS: Math.min(leftS, longestCookieS) };
}
