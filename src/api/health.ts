// GET /health and GET /metrics, for whoever watches over the gateway. Neither names a member.

import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { HealthReport } from '../contract/requests.ts';
import { hourMetrics } from './hour-metrics.ts';
import type { Api, Parts } from './parts.ts';
import { problemAnswers, refuse } from './problem.ts';

export function healthRoutes(api: Api, parts: Parts): void {
  const { metricsToken = null, secrets } = parts.options;
  const scraper = metricsToken === null ? null : secrets.digest(metricsToken);
  const isScraper = ({ credential }: Pick<FastifyRequest, 'credential'>): boolean =>
    scraper !== null && credential.kind === 'bearer' && credential.digest === scraper;

  api.get(
    '/health',
    {
      config: { needs: 'public' },
      schema: {
        summary: 'Whether taps can be decided now',
        tags: ['health'],
        response: { 200: HealthReport, 503: HealthReport },
      },
    },
    (_request, reply) => {
      const { ok, reasons } = parts.options.gateway.health();
      reply.code(ok ? 200 : 503);
      return {
        ok,
        reasons: reasons.map(({ code, text, values }) => ({ code, text, values: { ...values } })),
      };
    },
  );
  api.get(
    '/metrics',
    {
      config: { needs: 'public', refusals: ['sign-in-needed'] },
      schema: {
        summary: 'Counters as Prometheus text',
        description:
          'From this machine itself without a token, from elsewhere with the key of `metrics` in officina.yaml or with `board:read`.',
        tags: ['health'],
        produces: ['text/plain'],
        response: { 200: Type.String(), ...problemAnswers },
      },
    },
    (request, reply) => {
      const may = isLocal(request) || isScraper(request) || request.viewer?.scopes.has('board:read') === true;
      if (!may) return refuse(reply, request.viewer === null ? 'sign-in-needed' : 'scope-missing');
      reply.header('content-type', 'text/plain; version=0.0.4; charset=utf-8');
      return `${parts.options.meters.render().trimEnd()}\n${ownMeters(parts)}`;
    },
  );
}

/**
 * A scraper on the same machine needs no secret, since it could read the gateway's files anyway. A proxy there speaks
 * for others, and says so in these headers.
 */
function isLocal({ ip, headers }: FastifyRequest): boolean {
  const forwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  return !forwarded && /^(127\.|::1$|::ffff:127\.)/.test(ip);
}

function ownMeters({ streams, signIns, options }: Parts): string {
  const { open, refused, closedSlow } = streams.facts();
  return [
    ...family('http_live_streams', 'gauge', { help: 'Open pages and screens.', value: open }),
    ...family('http_live_streams_refused_total', 'counter', {
      help: 'Pages that found no place.',
      value: refused,
    }),
    ...family('http_live_streams_closed_slow_total', 'counter', {
      help: 'Pages that did not read what they were told.',
      value: closedSlow,
    }),
    ...family('http_sign_ins_dropped_total', 'counter', {
      help: 'Sign-ins that had to make room for newer ones.',
      value: signIns.dropped(),
    }),
    ...hourMetrics(options.gateway.state()),
    '',
  ].join('\n');
}

type Figure = { readonly help: string; readonly value: number };

const family = (name: string, kind: 'gauge' | 'counter', { help, value }: Figure): readonly string[] => [
  `# HELP officina_${name} ${help}`,
  `# TYPE officina_${name} ${kind}`,
  `officina_${name} ${value}`,
];
