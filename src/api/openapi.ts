// Shapes the OpenAPI document: every refusal of a route with its status and codes, every named schema once, and an
// operation id that stays as long as the address does.

import type { FastifySchema } from 'fastify';
import { Problem } from '../contract/people.ts';
import type { Needs } from './parts.ts';
import { type ProblemCode, problems } from './problem.ts';

export type DocumentedRoute = {
  readonly method: string;
  readonly url: string;
  readonly needs: Needs;
  readonly refusals: readonly ProblemCode[];
};

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The name of a shared schema on its way through the document builder, which would stumble over `$id`. */
const nameMark = 'x-schema-name';

/** A route's schema with all that it may answer. */
export function documented(schema: FastifySchema, route: DocumentedRoute): FastifySchema {
  const { '4xx': _shared4, '5xx': _shared5, ...answers } = (schema.response ?? {}) as Record<string, unknown>;
  const marked = marking({ ...schema, response: { ...refusalAnswers(codesOf(schema, route)), ...answers } });
  return {
    ...(marked as FastifySchema),
    ...{
      operationId: `${route.method.toLowerCase()}${route.url.replaceAll(/[^a-z0-9]+/gi, '-')}`,
      security: route.needs === 'public' ? [] : [{ token: [] }, { cookie: [] }],
    },
  };
}

/** Moves every marked schema into `components` and leaves a reference. */
export function withComponents<Document extends { components?: object }>(document: Document): Document {
  const named = new Map<string, Json>();
  const walk = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== 'object') return value;
    const { [nameMark]: name, ...rest } = value;
    const walked = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, walk(inner)]));
    if (typeof name !== 'string') return walked;
    named.set(name, walked);
    return { $ref: `#/components/schemas/${name}` };
  };
  const walked = walk(document as unknown as Json) as unknown as Document;
  return { ...walked, components: { ...walked.components, schemas: Object.fromEntries(named) } };
}

function codesOf(
  schema: FastifySchema,
  { method, needs, refusals }: DocumentedRoute,
): ReadonlySet<ProblemCode> {
  const codes = new Set<ProblemCode>(refusals);
  if (needs !== 'public')
    for (const code of ['sign-in-needed', 'token-unknown', 'scope-missing'] as const) codes.add(code);
  if (schema.params ?? schema.querystring ?? schema.body) codes.add('request-invalid');
  if (schema.body)
    for (const code of ['json-broken', 'media-type-wrong', 'body-too-large'] as const) codes.add(code);
  if (method !== 'GET') codes.add('cross-site');
  return codes.add('fault');
}

function refusalAnswers(codes: ReadonlySet<ProblemCode>): Record<string, unknown> {
  const byStatus = Map.groupBy([...codes].sort(), (code) => String(problems[code][0]));
  return Object.fromEntries(
    [...byStatus].map(([status, of]) => [
      status,
      {
        description: of.map((code) => `\`${code}\`: ${problems[code][1]}`).join('\n\n'),
        content: { 'application/problem+json': { schema: Problem } },
      },
    ]),
  );
}

/** A plain copy in which `$id` has become the mark. */
function marking(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, inner: unknown) => {
      if (typeof inner !== 'object' || inner === null || !('$id' in inner)) return inner;
      const { $id, ...rest } = inner;
      return { [nameMark]: $id, ...rest };
    }),
  );
}
