// The OpenAPI document, made from the very schemas that requests are checked against, and its reader for people at
// /api/docs. Both are public: they say what the program can do, nothing about this workshop.

import fastifySwagger from '@fastify/swagger';
import fastifySwaggerUi from '@fastify/swagger-ui';
import { Type } from 'typebox';
import { docsContentPolicy } from './headers.ts';
import { documented, withComponents } from './openapi.ts';
import type { Api } from './parts.ts';

const tags = [
  { name: 'board', description: 'All machines, and what changes.' },
  { name: 'machines', description: 'One machine.' },
  { name: 'session', description: 'Signing in, and oneself.' },
  { name: 'members', description: 'People, badges and certificates.' },
  { name: 'statements', description: 'What a month cost.' },
  { name: 'devices', description: 'Readers and switches.' },
  { name: 'tokens', description: 'Bearer tokens for scripts and screens.' },
  { name: 'demo', description: 'The demo shop alone.' },
  { name: 'health', description: 'For whoever watches over the gateway.' },
];

/** Must come before the routes that it is to see. */
export async function documentRoutes(api: Api, version: string): Promise<void> {
  await api.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Officina',
        version,
        description: 'Errors are `application/problem+json`; programs read their `code`.',
      },
      tags,
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer' },
          cookie: { type: 'apiKey', in: 'cookie', name: 'officina-sign-in' },
        },
      },
    },
    hideUntagged: true,
    transform: ({ schema, url, route }) => {
      const { needs, refusals = [] } = route.config ?? {};
      if (schema === undefined || needs === undefined) return { url, schema: { hide: true } };
      return { url, schema: documented(schema, { method: String(route.method), url, needs, refusals }) };
    },
    transformObject: (document) => withComponents('openapiObject' in document ? document.openapiObject : {}),
  });
}

/** The reader for people; it only shows, and sends no request. */
export async function documentReader(api: Api): Promise<void> {
  api.get(
    '/api/openapi.json',
    {
      config: { needs: 'public' },
      schema: {
        summary: 'This document',
        tags: ['health'],
        response: { 200: Type.Object({}, { additionalProperties: true }) },
      },
    },
    () => ({ ...api.swagger() }),
  );
  await api.register(fastifySwaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: docsContentPolicy,
    uiConfig: { supportedSubmitMethods: [], layout: 'BaseLayout' },
    theme: { title: 'Officina: the API' },
  });
}
