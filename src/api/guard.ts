// The gate before every route: deny by default. A route that does not say what it needs cannot be registered; a name
// that is not ours, a request from another site, or a missing scope is refused before any body is read.

import type { FastifyReply, FastifyRequest } from 'fastify';
import { signInCookie } from './cookie.ts';
import type { Api, Needs } from './parts.ts';
import { refuse } from './problem.ts';
import type { Viewers } from './viewers.ts';

export function guardRoutes(api: Api, viewers: Viewers): void {
  api.decorateRequest('viewer', null);
  api.decorateRequest('credential');

  api.addHook('onRoute', (route) => {
    const { config, schema, method, url } = route;
    if (config?.needs === undefined || schema?.summary === undefined) {
      throw new Error(`${String(method)} ${url} must say which scopes it needs, and have a summary`);
    }
  });

  api.addHook('onRequest', async (request, reply) => {
    request.credential = viewers.credentialOf({
      authorization: request.headers.authorization,
      cookie: request.cookies[signInCookie],
    });
    request.viewer = viewers.viewerOf(request.credential);
    reply.header('cache-control', 'no-store');
    if (request.credential.kind !== 'bearer' && isCrossSite(request)) {
      return reply.send(refuse(reply, 'cross-site'));
    }
    return admit(request, reply, request.routeOptions.config.needs ?? []);
  });
}

/**
 * Against DNS rebinding: a gateway on loopback answers only to loopback names, so that a page of some other site
 * whose name was made to point here is turned away.
 */
export function isLoopbackName(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i.test(host ?? '');
}

function admit(request: FastifyRequest, reply: FastifyReply, needs: Needs): FastifyReply | undefined {
  if (needs === 'public') return undefined;
  const { viewer, credential } = request;
  if (viewer === null) {
    return reply.send(refuse(reply, credential.kind === 'bearer' ? 'token-unknown' : 'sign-in-needed'));
  }
  if (needs.some((scope) => viewer.scopes.has(scope))) return undefined;
  return reply.send(refuse(reply, 'scope-missing'));
}

/**
 * Cross-site request forgery: browsers say where a request comes from, in Sec-Fetch-Site on https and localhost, and
 * in Origin elsewhere too. What carries neither is no browser. (The same rule as Go's CrossOriginProtection; beside
 * it stand SameSite=Strict, and bodies that must be JSON.)
 */
function isCrossSite(request: FastifyRequest): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin, host } = request.headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
