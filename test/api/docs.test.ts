// The OpenAPI document: complete, with every refusal, and readable at /api/docs.

import { describe, expect, it } from 'vitest';
import { problems } from '../../src/api/problem.ts';
import { fakeDemo, openApi } from './open-api.ts';

type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: string[];
  readonly security: object[];
  readonly responses: Record<string, { description: string; content?: Record<string, unknown> }>;
};
type Document = {
  readonly openapi: string;
  readonly info: { version: string };
  readonly paths: Record<string, Partial<Record<'get' | 'post' | 'put' | 'delete', Operation>>>;
  readonly components: { schemas: Record<string, unknown> };
};

async function read(): Promise<{ document: Document; text: string; operations: [string, Operation][] }> {
  const { ask } = await openApi({ demo: fakeDemo() });
  const answer = await ask({ url: '/api/openapi.json' });
  const document = answer.json<Document>();
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) => [`${method} ${path}`, operation] as [string, Operation],
    ),
  );
  return { document, text: answer.body, operations };
}

describe('the document', () => {
  it('has every route with a summary, one tag, a stable id, security and answers', async () => {
    const { document, operations } = await read();
    expect(document).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' } });
    expect(operations.map(([route]) => route).sort()).toEqual([
      'delete /api/bookings/{booking}',
      'delete /api/books/mandates/{payer}',
      'delete /api/calendars/address',
      'delete /api/kiosk/visit',
      'delete /api/kiosks/{kiosk}',
      'delete /api/members/{member}',
      'delete /api/members/{member}/badges/{badge}',
      'delete /api/queues/{pool}/line/{member}',
      'delete /api/queues/{pool}/ticket',
      'delete /api/session',
      'delete /api/session/badges/{badge}',
      'delete /api/session/member',
      'delete /api/session/passkeys/{passkey}',
      'delete /api/session/places',
      'delete /api/session/places/{place}',
      'delete /api/tokens/{token}',
      'delete /api/wishes/{wish}',
      'get /api/alarms',
      'get /api/allowances',
      'get /api/board',
      'get /api/bookings',
      'get /api/bookings/free',
      'get /api/bookings/own',
      'get /api/books/buyers/{payer}',
      'get /api/books/collections',
      'get /api/books/collections/{message}/file',
      'get /api/books/drafts',
      'get /api/books/invoices',
      'get /api/books/invoices/{invoice}/file',
      'get /api/books/mandates/{payer}',
      'get /api/books/progress',
      'get /api/calendars/machine/{file}',
      'get /api/calendars/member/{secret}',
      'get /api/care',
      'get /api/certificates',
      'get /api/demo',
      'get /api/desk/today',
      'get /api/devices',
      'get /api/devices/parts',
      'get /api/disputes',
      'get /api/exports/{what}',
      'get /api/floor/picture',
      'get /api/journal',
      'get /api/journal/proof',
      'get /api/journal/{seq}',
      'get /api/kiosk',
      'get /api/kiosk/visit',
      'get /api/kiosks',
      'get /api/ledger',
      'get /api/ledger/postings',
      'get /api/live',
      'get /api/machines/{machine}',
      'get /api/machines/{machine}/access',
      'get /api/machines/{machine}/care',
      'get /api/machines/{machine}/photo',
      'get /api/machines/{machine}/price',
      'get /api/machines/{machine}/readings',
      'get /api/mail',
      'get /api/members',
      'get /api/members/{member}/badges',
      'get /api/members/{member}/data',
      'get /api/openapi.json',
      'get /api/packs',
      'get /api/policy',
      'get /api/policy/replay',
      'get /api/policy/{version}',
      'get /api/proposals',
      'get /api/proposals/{proposal}',
      'get /api/queues',
      'get /api/refusals',
      'get /api/session',
      'get /api/session/badges',
      'get /api/session/data',
      'get /api/session/erasure',
      'get /api/session/invoices',
      'get /api/session/invoices/{invoice}/file',
      'get /api/session/oidc/callback',
      'get /api/session/passkeys',
      'get /api/session/places',
      'get /api/session/push',
      'get /api/session/standing',
      'get /api/session/team/invoices',
      'get /api/session/team/invoices/{invoice}/file',
      'get /api/setup',
      'get /api/sign-in',
      'get /api/statement',
      'get /api/tariffs',
      'get /api/tokens',
      'get /api/unassigned',
      'get /api/webhooks',
      'get /api/wishes',
      'get /health',
      'get /metrics',
      'patch /api/bookings/{booking}',
      'patch /api/queues/{pool}/ticket',
      'post /api/alarms/{alarm}/answer',
      'post /api/bookings',
      'post /api/bookings/{booking}/accept',
      'post /api/bookings/{booking}/give',
      'post /api/books/bank',
      'post /api/books/close',
      'post /api/books/collections',
      'post /api/books/finalise',
      'post /api/books/invoices/{invoice}/credit',
      'post /api/books/invoices/{invoice}/release',
      'post /api/books/mail',
      'post /api/books/payments',
      'post /api/books/reminders',
      'post /api/calendars/address',
      'post /api/certifications',
      'post /api/certifications/withdrawal',
      'post /api/charges/{session}/correction',
      'post /api/config/reload',
      'post /api/demo/taps',
      'post /api/devices/parts',
      'post /api/disputes',
      'post /api/disputes/{dispute}/settle',
      'post /api/disputes/{dispute}/withdraw',
      'post /api/journal/proof',
      'post /api/kiosk/finish',
      'post /api/kiosk/hand-over',
      'post /api/kiosk/keep',
      'post /api/kiosk/problems',
      'post /api/kiosk/start',
      'post /api/kiosk/visit',
      'post /api/kiosks',
      'post /api/ledger/postings',
      'post /api/ledger/postings/{posting}/reversal',
      'post /api/machines/{machine}/care',
      'post /api/machines/{machine}/end',
      'post /api/machines/{machine}/hand-over',
      'post /api/machines/{machine}/keep',
      'post /api/machines/{machine}/lock',
      'post /api/machines/{machine}/materials',
      'post /api/machines/{machine}/problems',
      'post /api/machines/{machine}/problems/{problem}/close',
      'post /api/machines/{machine}/release',
      'post /api/machines/{machine}/unlock',
      'post /api/machines/{machine}/usage',
      'post /api/mail/test',
      'post /api/materials/{entry}/withdrawal',
      'post /api/members/import',
      'post /api/members/{member}/badges',
      'post /api/packs/{pack}/sales',
      'post /api/pairings',
      'post /api/policy/replay',
      'post /api/proposals',
      'post /api/proposals/{proposal}/ballot',
      'post /api/proposals/{proposal}/comments',
      'post /api/proposals/{proposal}/withdraw',
      'post /api/readers/{reader}/learn',
      'post /api/session',
      'post /api/session/oidc',
      'post /api/session/oidc/sign-out',
      'post /api/session/passkey',
      'post /api/session/passkey/challenge',
      'post /api/session/passkeys',
      'post /api/session/passkeys/challenge',
      'post /api/session/token',
      'post /api/tariffs',
      'post /api/tariffs/replay',
      'post /api/tokens',
      'post /api/unassigned/{client}/assignment',
      'post /api/usage/{session}/withdrawal',
      'post /api/wallets/{member}/moves',
      'post /api/webhooks/{id}/replay',
      'post /api/webhooks/{id}/test',
      'post /api/wishes',
      'put /api/books/buyers/{payer}',
      'put /api/books/mandates/{payer}',
      'put /api/charges/{session}/payers',
      'put /api/kiosk/session',
      'put /api/machines/{machine}/mode',
      'put /api/machines/{machine}/session',
      'put /api/members/{member}/password',
      'put /api/members/{member}/pin',
      'put /api/members/{member}/roles',
      'put /api/members/{member}/status',
      'put /api/queues/{pool}/ticket',
      'put /api/session/pin',
      'put /api/session/push',
      'put /api/session/shown',
    ]);
    for (const [route, operation] of operations) {
      expect(operation.summary, route).toMatch(/^[A-Z]/);
      expect(operation.tags, route).toHaveLength(1);
      expect(
        Object.keys(operation.responses).some((status) => /^[23]/.test(status)),
        route,
      ).toBe(true);
      expect(Array.isArray(operation.security), route).toBe(true);
    }
    expect(new Set(operations.map(([, { operationId }]) => operationId)).size).toBe(operations.length);
    expect(document.paths['/api/machines/{machine}/end']?.post?.operationId).toBe(
      'post-api-machines-machine-end',
    );
  });

  it('lists the codes of each refusal, as problem+json', async () => {
    const { document } = await read();
    const answers = document.paths['/api/machines/{machine}/end']?.post?.responses ?? {};
    expect(Object.keys(answers)).toEqual(['200', '400', '401', '403', '404', '409', '500', '503']);
    expect(answers['409']?.description).toContain('`session-none`');
    expect(answers['409']?.description).toContain('`session-ending`');
    expect(answers['409']?.content).toEqual({
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
    });
  });

  it('names each shared schema once, and every reference leads somewhere', async () => {
    const { document, text } = await read();
    expect(Object.keys(document.components.schemas)).toEqual(
      expect.arrayContaining([
        'Board',
        'MachineCard',
        'Problem',
        'Self',
        'Statement',
        'TokenMade',
        'DemoAnswer',
      ]),
    );
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      expect(document.components.schemas).toHaveProperty(String(name));
    }
    expect(text).not.toContain('x-schema-name');
    expect(text).not.toContain('$id');
  });

  it('is the same text twice', async () => {
    expect((await read()).text).toBe((await read()).text);
  });

  it('mentions only refusals of the table', async () => {
    const { operations } = await read();
    for (const [, { responses }] of operations) {
      for (const [status, { description }] of Object.entries(responses)) {
        for (const [, code] of description.matchAll(/`([a-z-]+)`:/g)) {
          expect(problems[code as keyof typeof problems][0]).toBe(Number(status));
        }
      }
    }
  });
});

describe('/api/docs', () => {
  it('serves its reader from here, with a policy of its own', async () => {
    const { ask } = await openApi();
    const page = await ask({ url: '/api/docs' });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).toContain("img-src 'self' data:");
    expect(page.headers['content-security-policy']).not.toContain('unsafe');
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
    expect(page.body).not.toMatch(/https?:\/\//);
    expect((await ask({ url: '/api/docs/static/swagger-ui-bundle.js' })).statusCode).toBe(200);
    expect((await ask({ url: '/api/docs/json' })).json()).toHaveProperty('paths');
  });
});
