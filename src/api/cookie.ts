// The cookies of the dashboard, out of reach for scripts: the sign-in, never sent along from another site, and, for the few
// minutes in which a browser is at a sign-in service, what binds its return to it.

import type { FastifyReply, FastifyRequest } from 'fastify';
import { pendingLastsMs } from './pending.ts';

export const signInCookie = 'officina-sign-in';

/** Keeps the browser signed in for `lastsS` seconds. */
export function giveCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  cookie: { secret: string; lastsS: number },
): void {
  reply.setCookie(signInCookie, cookie.secret, { ...shape(request), maxAge: cookie.lastsS });
}

export function takeCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(signInCookie, shape(request));
}

export const returnCookie = 'officina-return';

/** Lax, because the browser comes back by a link of another site; it opens nothing by itself. */
export function giveReturnCookie(request: FastifyRequest, reply: FastifyReply, attempt: string): void {
  reply.setCookie(returnCookie, attempt, { ...returnShape(request), maxAge: pendingLastsMs / 1000 });
}

export function takeReturnCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(returnCookie, returnShape(request));
}

const returnShape = (request: FastifyRequest) =>
  ({ ...shape(request), path: '/api/session/oidc', sameSite: 'lax' }) as const;

const shape = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: isHttps(request) }) as const;

/** Behind a proxy that ends TLS, the browser's own Origin header is what tells; it cannot be set by a page. */
function isHttps(request: FastifyRequest): boolean {
  return request.protocol === 'https' || request.headers.origin?.startsWith('https://') === true;
}
