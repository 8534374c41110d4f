// Where whatever was thrown becomes an answer: what the request did wrong by its code, a journal that cannot write as
// its refusal, and all else as a fault with an id, logged once with its cause. No thrown text ever leaves.

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../contract/people.ts';
import { newId } from '../domain/ids.ts';
import type { ApiOptions } from './options.ts';
import type { Api } from './parts.ts';
import { isProblemCode, type ProblemCode, problems, refuse } from './problem.ts';
import { RequestInvalid } from './validation.ts';

type Watch = Pick<ApiOptions, 'log' | 'clock' | 'chance'>;

/** Fastify's own codes, for what it finds wrong before a route is reached. */
const knownFaults = new Map<unknown, ProblemCode>([
  ['FST_ERR_CTP_BODY_TOO_LARGE', 'body-too-large'],
  ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 'media-type-wrong'],
  ['FST_ERR_CTP_INVALID_JSON_BODY', 'json-broken'],
  ['FST_ERR_CTP_EMPTY_JSON_BODY', 'json-broken'],
  ['FST_ERR_BAD_URL', 'url-broken'],
]);

export function answerErrors(api: Api, watch: Watch): void {
  api.setErrorHandler((error, request, reply) => sendError(watch, error, request, reply));
  api.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' && /^\/(index\.html)?(\?|$)/.test(request.url);
    return reply.send(refuse(reply, page ? 'dashboard-missing' : 'not-found'));
  });
}

export function sendError(
  watch: Watch,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  return reply.send(problemOf(watch, error, request, reply));
}

function problemOf(watch: Watch, error: unknown, request: FastifyRequest, reply: FastifyReply): Problem {
  if (error instanceof RequestInvalid) return refuse(reply, 'request-invalid', { fields: error.fields });
  const code = field(error, 'code');
  const known = knownFaults.get(code);
  if (known !== undefined) return refuse(reply, known);
  const status = field(error, 'statusCode');
  if (typeof status === 'number' && status >= 400 && status < 500) return refuse(reply, 'request-refused');

  const id = newId(watch.clock.wallMs(), watch.chance.bytes(10));
  const { method, routeOptions } = request;
  // The pattern of the route, not the address: that may hold what was typed by mistake.
  watch.log.error({ id, method, route: routeOptions.url ?? null, err: error }, 'a request failed');
  // A journal that cannot write comes with its own code; those of the table from 500 on may be told.
  const told = isProblemCode(code) && problems[code][0] >= 500 ? code : 'fault';
  return refuse(reply, told, { id });
}

function field(error: unknown, name: 'code' | 'statusCode'): unknown {
  return typeof error === 'object' && error !== null && name in error ? Reflect.get(error, name) : undefined;
}
