// Who may do what: every route of the API against every kind of asker, as one table. A route that is not in the table
// fails the test, so nobody adds one without deciding.

import type { InjectOptions } from 'fastify';
import { describe, expect, it } from 'vitest';
import { adminToken, controlToken, fakeDemo, type OpenApi, openApi } from './open-api.ts';

type Asker = (typeof askers)[number];
/** n: nobody; a: member; t: trainer; s: steward; m: treasurer; r: admin; k: token of the gateway itself. */
const askers = ['n', 'a', 't', 's', 'm', 'r', 'k'] as const;
const handles: Readonly<Record<Asker, string | null>> = {
  n: null,
  a: 'ada',
  t: 'tina',
  s: 'eva',
  m: 'tom',
  r: 'root',
  k: adminToken,
};

type Row = { readonly ask: InjectOptions; readonly may: string };

const row = { member: 'new', name: 'New', email: null, team: null, badges: [], certificates: [], roles: [] };
const rows: Readonly<Record<string, Row>> = {
  'GET /api/board': { ask: {}, may: 'atsmrk' },
  'GET /api/machines/:machine': { ask: { url: '/api/machines/laser' }, may: 'atsmrk' },
  'GET /api/machines/:machine/readings': {
    ask: { url: '/api/machines/laser/readings?name=spindle.speed' },
    may: 'atsmrk',
  },
  // One's own is for every member: see access.test.ts.
  'GET /api/machines/:machine/access': {
    ask: { url: '/api/machines/laser/access?member=key-bo' },
    may: 'tsmrk',
  },
  'POST /api/machines/:machine/end': { ask: { url: '/api/machines/laser/end' }, may: 'atsmrk' },
  'POST /api/machines/:machine/lock': {
    ask: { url: '/api/machines/laser/lock', payload: { severity: 'stop' } },
    may: 'atsmrk',
  },
  'POST /api/machines/:machine/unlock': { ask: { url: '/api/machines/laser/unlock' }, may: 'srk' },
  'PUT /api/machines/:machine/mode': {
    ask: { url: '/api/machines/laser/mode', payload: { mode: 'maintenance' } },
    may: 'srk',
  },
  'GET /api/machines/:machine/photo': { ask: { url: '/api/machines/laser/photo' }, may: 'atsmrk' },
  'PUT /api/machines/:machine/session': {
    ask: { url: '/api/machines/laser/session', payload: { ceilingMinor: '500' } },
    may: 'atsmrk',
  },
  'POST /api/machines/:machine/hand-over': { ask: { url: '/api/machines/laser/hand-over' }, may: 'atsmrk' },
  'POST /api/machines/:machine/keep': { ask: { url: '/api/machines/laser/keep' }, may: 'atsmrk' },
  'GET /api/machines/:machine/price': { ask: { url: '/api/machines/laser/price' }, may: 'atsmr' },
  'GET /api/queues': { ask: {}, may: 'atsmrk' },
  'GET /api/policy': { ask: {}, may: 'atsmrk' },
  'GET /api/policy/:version': { ask: { url: '/api/policy/1' }, may: 'atsmrk' },
  'DELETE /api/queues/:pool/ticket': { ask: { url: '/api/queues/lasers/ticket' }, may: 'atsmr' },
  'GET /api/ledger': { ask: {}, may: 'mrk' },
  'GET /api/ledger/postings': { ask: {}, may: 'mrk' },
  'GET /api/disputes': { ask: {}, may: 'atsmrk' },
  'POST /api/disputes': { ask: { payload: { charge: 's1', text: 'So.' } }, may: 'atsmrk' },
  'POST /api/disputes/:dispute/withdraw': { ask: { url: '/api/disputes/d1/withdraw' }, may: 'atsmrk' },
  'POST /api/disputes/:dispute/settle': {
    ask: { url: '/api/disputes/d1/settle', payload: { outcome: 'rejected', text: 'No.' } },
    may: 'mrk',
  },
  'GET /api/exports/:what': { ask: { url: '/api/exports/charges' }, may: 'mrk' },
  'GET /api/session/data': { ask: {}, may: 'atsmrk' },
  'GET /api/members/:member/data': { ask: { url: '/api/members/key-ada/data' }, may: 'srk' },
  'GET /api/session': { ask: {}, may: 'atsmrk' },
  'PUT /api/session/shown': { ask: { payload: { shown: true } }, may: 'atsmr' },
  'GET /api/members': { ask: {}, may: 'tsmrk' },
  'POST /api/members/import': { ask: { payload: { rows: [row], dryRun: true } }, may: 'srk' },
  'PUT /api/members/:member/password': {
    ask: { url: '/api/members/key-bo/password', payload: { password: 'long-enough-1' } },
    may: 'srk',
  },
  'PUT /api/members/:member/status': {
    ask: { url: '/api/members/key-bo/status', payload: { status: 'suspended' } },
    may: 'srk',
  },
  'DELETE /api/members/:member': { ask: { url: '/api/members/key-bo?dryRun=true' }, may: 'srk' },
  'POST /api/members/:member/badges': {
    ask: { url: '/api/members/key-bo/badges', payload: { reader: 'front' } },
    may: 'srk',
  },
  'DELETE /api/members/:member/badges/:badge': {
    ask: { url: '/api/members/key-bo/badges/badge-bo' },
    may: 'srk',
  },
  'PUT /api/members/:member/pin': {
    ask: { url: '/api/members/key-bo/pin', payload: { pin: '1234' } },
    may: 'srk',
  },
  'GET /api/members/:member/badges': { ask: { url: '/api/members/key-bo/badges' }, may: 'srk' },
  'GET /api/session/badges': { ask: {}, may: 'atsmr' },
  'DELETE /api/session/badges/:badge': { ask: { url: '/api/session/badges/badge-x' }, may: 'atsmr' },
  'PUT /api/session/pin': { ask: { payload: { pin: null, password: 'ada-password' } }, may: 'atsmr' },
  'POST /api/readers/:reader/learn': {
    ask: { url: '/api/readers/front/learn', payload: { badge: 'badge-bo' } },
    may: 'srk',
  },
  'GET /api/machines/:machine/care': { ask: { url: '/api/machines/laser/care' }, may: 'atsmrk' },
  'POST /api/machines/:machine/problems': {
    ask: { url: '/api/machines/laser/problems', payload: { severity: 'flag', text: 'It smells.' } },
    may: 'atsmrk',
  },
  'POST /api/machines/:machine/problems/:problem/close': {
    ask: {
      url: '/api/machines/laser/problems/problem-1/close',
      payload: { what: 'mended', minutes: 5 },
    },
    may: 'srk',
  },
  'POST /api/machines/:machine/care': {
    ask: {
      url: '/api/machines/laser/care',
      payload: { kind: 'cleaned', minutes: 5, part: null, note: null },
    },
    may: 'atsmrk',
  },
  'POST /api/machines/:machine/usage': {
    ask: {
      url: '/api/machines/laser/usage',
      payload: { member: 'ada', from: '2026-11-20 18:00', to: '2026-11-20 19:00', why: 'other' },
    },
    may: 'smrk',
  },
  'POST /api/usage/:session/withdrawal': {
    ask: { url: '/api/usage/use-1/withdrawal', payload: { why: 'mistake' } },
    may: 'smrk',
  },
  'GET /api/proposals': { ask: {}, may: 'atsmrk' },
  'GET /api/proposals/:proposal': { ask: { url: '/api/proposals/p1' }, may: 'atsmrk' },
  'POST /api/proposals': {
    ask: { payload: { title: 'Turns', reason: '', document: { pools: {} } } },
    may: 'atsmrk',
  },
  'POST /api/proposals/:proposal/comments': {
    ask: { url: '/api/proposals/p1/comments', payload: { text: 'Yes.' } },
    may: 'atsmrk',
  },
  // A token of the gateway is no member.
  'POST /api/proposals/:proposal/ballot': {
    ask: { url: '/api/proposals/p1/ballot', payload: { choice: 'yes' } },
    may: 'atsmr',
  },
  'POST /api/proposals/:proposal/withdraw': { ask: { url: '/api/proposals/p1/withdraw' }, may: 'atsmrk' },
  'POST /api/machines/:machine/release': { ask: { url: '/api/machines/laser/release' }, may: 'srk' },
  'GET /api/statement': { ask: { url: '/api/statement?month=2026-11' }, may: 'atsmrk' },
  'GET /api/devices': { ask: {}, may: 'srk' },
  'GET /api/alarms': { ask: {}, may: 'srk' },
  'POST /api/alarms/:alarm/answer': {
    ask: { url: '/api/alarms/alarm-1/answer', payload: { what: 'seen' } },
    may: 'srk',
  },
  'GET /api/unassigned': { ask: {}, may: 'srk' },
  'POST /api/pairings': { ask: {}, may: 'srk' },
  'POST /api/unassigned/:client/assignment': {
    ask: {
      url: '/api/unassigned/DVES_A1B2C3/assignment',
      payload: {
        ...{ role: 'switch', id: 'plug', entry: { kind: 'tasmota', topic: 'plug' }, machine: 'laser' },
        ...{ answers: { noVoltRelease: true, notAnEmergencyStop: true }, dryRun: true },
      },
    },
    may: 'srk',
  },
  'POST /api/devices/parts': {
    ask: {
      url: '/api/devices/parts',
      payload: {
        ...{ role: 'switch', id: 'plug', entry: { kind: 'tasmota', topic: 'plug' }, machine: 'laser' },
        ...{ answers: { noVoltRelease: true, notAnEmergencyStop: true }, dryRun: true },
      },
    },
    may: 'srk',
  },
  'GET /api/devices/parts': { ask: {}, may: 'srk' },
  'POST /api/config/reload': { ask: {}, may: 'srk' },
  'GET /api/tokens': { ask: {}, may: 'smrk' },
  'POST /api/tokens': { ask: { payload: { label: 'x', scopes: ['board:read'], days: 1 } }, may: 'smr' },
  'DELETE /api/tokens/:token': { ask: { url: '/api/tokens/none' }, may: 'smrk' },
  'GET /metrics': { ask: {}, may: 'atsmrk' },
};

/** Open to all, by decision. `/api/live` is tried over a real connection in live.test.ts. */
const open = new Set([
  'GET /api/openapi.json',
  'GET /health',
  'POST /api/session',
  'POST /api/session/token',
  'DELETE /api/session',
  'GET /api/live',
]);

describe('authorisation', () => {
  it('names every route of the API', async () => {
    const { api } = await openApi();
    const document = (await api.inject('/api/openapi.json')).json<{ paths: Record<string, object> }>();
    const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(routes.sort()).toEqual([...open, ...Object.keys(rows)].sort());
  });

  it.each(Object.entries(rows))('%s', async (route, { ask, may }) => {
    const opened = await openApi();
    const [method, url] = route.split(' ') as ['GET', string];
    const seen: Partial<Record<Asker, number>> = {};
    for (const asker of askers) seen[asker] = await statusFor(opened, asker, { method, url, ...ask });
    const admitted = askers.filter((asker) => seen[asker] !== 401 && seen[asker] !== 403);
    expect({ may: admitted.join(''), nobody: seen.n }).toEqual({ may, nobody: 401 });
  });

  it('refuses a suspended member everywhere', async () => {
    const { ask, as, gateway } = await openApi();
    const bo = await as('bo');
    expect((await bo({ url: '/api/board' })).statusCode).toBe(200);
    gateway.enrol({ handle: 'bo', name: 'Bo', status: 'suspended' });
    expect((await bo({ url: '/api/board' })).statusCode).toBe(401);
    expect((await ask({ url: '/api/board' })).statusCode).toBe(401);
  });

  it('takes a role away at once', async () => {
    const { as, gateway } = await openApi();
    const eva = await as('eva');
    expect((await eva({ url: '/api/members' })).statusCode).toBe(200);
    gateway.enrol({ handle: 'eva', name: 'Eva' });
    expect((await eva({ url: '/api/members' })).statusCode).toBe(403);
  });

  it('takes the control token for commands on the same machine', async () => {
    const { as } = await openApi();
    expect((await (await as(controlToken))({ url: '/api/members' })).statusCode).toBe(200);
  });

  it('has no admin token unless one is set', async () => {
    const { as } = await openApi({ adminToken: null });
    expect((await (await as(adminToken))({ url: '/api/board' })).statusCode).toBe(401);
  });

  it('lets the visitor of the demo look, and nothing more', async () => {
    const { ask } = await openApi({ demo: fakeDemo() });
    const may = [];
    for (const [route, { ask: request }] of Object.entries(rows)) {
      const [method, url] = route.split(' ') as ['GET', string];
      const answer = await ask({ method, url, ...request });
      if (answer.statusCode !== 401 && answer.statusCode !== 403) may.push(route);
    }
    expect(may).toEqual([
      'GET /api/board',
      'GET /api/machines/:machine',
      'GET /api/machines/:machine/readings',
      'GET /api/machines/:machine/photo',
      'GET /api/queues',
      'GET /api/policy',
      'GET /api/policy/:version',
      'GET /api/session',
      'GET /api/machines/:machine/care',
      'GET /api/statement',
      'GET /metrics',
    ]);
  });

  it('never falls back to the visitor when a token is wrong', async () => {
    const { ask } = await openApi({ demo: fakeDemo() });
    const answer = await ask({ url: '/api/board', headers: { authorization: 'Bearer nonsense' } });
    expect(answer.json()).toMatchObject({ status: 401, code: 'token-unknown' });
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });
});

async function statusFor({ ask, as }: OpenApi, asker: Asker, request: InjectOptions): Promise<number> {
  const who = handles[asker];
  const answer = await (who === null ? ask(request) : (await as(who))(request));
  return answer.statusCode;
}
