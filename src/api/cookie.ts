// The one cookie of the dashboard: out of reach for scripts, never sent along from another site.

import type { FastifyReply, FastifyRequest } from 'fastify';

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

const shape = (request: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: isHttps(request) }) as const;

/** Behind a proxy that ends TLS, the browser's own Origin header is what tells; it cannot be set by a page. */
function isHttps(request: FastifyRequest): boolean {
  return request.protocol === 'https' || request.headers.origin?.startsWith('https://') === true;
}
