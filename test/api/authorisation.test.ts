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
const stretch = { machine: null, from: '2026-11-23T10:00:00Z', to: '2026-11-23T11:00:00Z' };
const rows: Readonly<Record<string, Row>> = {
  'GET /api/board': { ask: {}, may: 'atsmrk' },
  'GET /api/floor/picture': { ask: {}, may: 'atsmrk' },
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
  'GET /api/machines/:machine/price': {
    ask: { url: '/api/machines/laser/price?member=key-bo' },
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
  // A token of the gateway pays no price.
  'GET /api/machines/:machine/photo': { ask: { url: '/api/machines/laser/photo' }, may: 'atsmrk' },
  'PUT /api/machines/:machine/session': {
    ask: { url: '/api/machines/laser/session', payload: { ceilingMinor: '500' } },
    may: 'atsmrk',
  },
  'POST /api/machines/:machine/hand-over': { ask: { url: '/api/machines/laser/hand-over' }, may: 'atsmrk' },
  'POST /api/machines/:machine/keep': { ask: { url: '/api/machines/laser/keep' }, may: 'atsmrk' },
  'GET /api/policy/replay': { ask: {}, may: 'srk' },
  'POST /api/policy/replay': {
    ask: { payload: { document: { pools: {} }, from: '2026-08-01' } },
    may: 'srk',
  },
  'GET /api/journal': { ask: {}, may: 'smrk' },
  'GET /api/journal/:seq': { ask: { url: '/api/journal/1' }, may: 'smrk' },
  'GET /api/journal/proof': { ask: {}, may: 'smrk' },
  'POST /api/journal/proof': { ask: {}, may: 'smrk' },
  'GET /api/desk/today': { ask: {}, may: 'tsmrk' },
  'GET /api/refusals': { ask: {}, may: 'atsmrk' },
  'GET /api/care': { ask: {}, may: 'srk' },
  'GET /api/certificates': { ask: {}, may: 'tsmrk' },
  'POST /api/certifications': {
    ask: { payload: { members: ['key-bo'], certificate: 'laser-basic', until: null } },
    may: 'tsrk',
  },
  'POST /api/certifications/withdrawal': {
    ask: { payload: { members: ['key-bo'], certificate: 'laser-basic' } },
    may: 'tsrk',
  },
  'PUT /api/members/:member/roles': {
    ask: { url: '/api/members/key-bo/roles', payload: { roles: ['member'] } },
    may: 'srk',
  },
  'GET /api/queues': { ask: {}, may: 'atsmrk' },
  'GET /api/policy': { ask: {}, may: 'atsmrk' },
  'GET /api/policy/:version': { ask: { url: '/api/policy/1' }, may: 'atsmrk' },
  'PUT /api/queues/:pool/ticket': {
    ask: { url: '/api/queues/lasers/ticket', payload: { away: true } },
    may: 'atsmr',
  },
  'PATCH /api/queues/:pool/ticket': {
    ask: { url: '/api/queues/lasers/ticket', payload: { minutes: 20 } },
    may: 'atsmr',
  },
  'DELETE /api/queues/:pool/line/:member': {
    ask: { url: '/api/queues/lasers/line/key-bo?reason=absent' },
    may: 'srk',
  },
  'DELETE /api/queues/:pool/ticket': { ask: { url: '/api/queues/lasers/ticket' }, may: 'atsmr' },
  // One's own is for every member: see allowances.test.ts.
  'GET /api/allowances': { ask: { url: '/api/allowances?member=key-bo' }, may: 'tsmrk' },
  'GET /api/packs': { ask: {}, may: 'atsmrk' },
  'POST /api/packs/:pack/sales': {
    ask: { url: '/api/packs/ten/sales', payload: { sale: 'one', member: 'bo', paidBy: 'cash' } },
    may: 'smrk',
  },
  'POST /api/wallets/:member/moves': {
    ask: {
      url: '/api/wallets/bo/moves',
      payload: { key: 'one', kind: 'top-up', minor: '500', paidBy: 'cash' },
    },
    may: 'smrk',
  },
  'PUT /api/charges/:session/payers': {
    ask: { url: '/api/charges/s1/payers', payload: { payers: [{ payer: 'member:key-bo', parts: 1 }] } },
    may: 'smrk',
  },
  'GET /api/ledger': { ask: {}, may: 'mrk' },
  'GET /api/ledger/postings': { ask: {}, may: 'mrk' },
  // Of a pool that cannot be booked; who may ask is told before that.
  'GET /api/bookings': { ask: { url: '/api/bookings?pool=lasers' }, may: 'atsmrk' },
  'GET /api/bookings/free': { ask: { url: '/api/bookings/free?pool=lasers&minutes=60' }, may: 'atsmr' },
  'GET /api/bookings/own': { ask: {}, may: 'atsmr' },
  'POST /api/bookings': { ask: { payload: { pool: 'lasers', ...stretch } }, may: 'atsmr' },
  'PATCH /api/bookings/:booking': {
    ask: { url: '/api/bookings/booking-1', payload: stretch },
    may: 'atsmrk',
  },
  'DELETE /api/bookings/:booking': { ask: { url: '/api/bookings/booking-1' }, may: 'atsmrk' },
  'POST /api/bookings/:booking/give': {
    ask: { url: '/api/bookings/booking-1/give', payload: { to: 'bo' } },
    may: 'atsmr',
  },
  'POST /api/bookings/:booking/accept': { ask: { url: '/api/bookings/booking-1/accept' }, may: 'atsmr' },
  'GET /api/wishes': { ask: {}, may: 'atsmrk' },
  'POST /api/wishes': { ask: { payload: { pool: 'lasers', ...stretch } }, may: 'atsmr' },
  'DELETE /api/wishes/:wish': { ask: { url: '/api/wishes/wish-1' }, may: 'atsmr' },
  'POST /api/calendars/address': { ask: {}, may: 'atsmr' },
  'DELETE /api/calendars/address': { ask: {}, may: 'atsmr' },
  'GET /api/calendars/machine/:file': { ask: { url: '/api/calendars/machine/laser.ics' }, may: 'atsmrk' },
  'GET /api/books/drafts': { ask: { url: '/api/books/drafts?month=2026-10' }, may: 'mrk' },
  'GET /api/books/progress': { ask: {}, may: 'mrk' },
  'GET /api/books/invoices': { ask: {}, may: 'mrk' },
  'GET /api/books/invoices/:invoice/file': { ask: { url: '/api/books/invoices/i1/file' }, may: 'mrk' },
  'POST /api/books/finalise': {
    ask: { payload: { month: '2026-10', payer: null, dryRun: true } },
    may: 'mrk',
  },
  'POST /api/books/invoices/:invoice/credit': {
    ask: { url: '/api/books/invoices/i1/credit', payload: { lines: null, again: false, dryRun: true } },
    may: 'mrk',
  },
  'POST /api/books/payments': {
    ask: {
      payload: {
        ...{ invoice: 'i1', payer: null, minor: '5', day: '2026-11-20', how: 'bank', reference: null },
      },
    },
    may: 'mrk',
  },
  'POST /api/books/reminders': { ask: { payload: { dryRun: true } }, may: 'mrk' },
  'POST /api/books/close': { ask: { payload: { month: '2026-10' } }, may: 'mrk' },
  'GET /api/tariffs': { ask: {}, may: 'mrk' },
  'POST /api/tariffs': { ask: { payload: { text: 'pool: lasers', dryRun: true } }, may: 'mrk' },
  'POST /api/tariffs/replay': {
    ask: { payload: { text: 'pool: lasers', from: '2026-10', to: '2026-10' } },
    may: 'mrk',
  },
  'POST /api/books/bank': { ask: { payload: { statement: '', record: false } }, may: 'mrk' },
  'GET /api/books/collections': { ask: {}, may: 'mrk' },
  'GET /api/books/collections/:message/file': { ask: { url: '/api/books/collections/c1/file' }, may: 'mrk' },
  'POST /api/books/collections': {
    ask: { payload: { month: '2026-10', day: null, dryRun: true } },
    may: 'mrk',
  },
  'POST /api/books/invoices/:invoice/release': {
    ask: { url: '/api/books/invoices/i1/release', payload: {} },
    may: 'mrk',
  },
  'GET /api/books/mandates/:payer': { ask: { url: '/api/books/mandates/ada' }, may: 'mrk' },
  'PUT /api/books/mandates/:payer': {
    ask: {
      url: '/api/books/mandates/ada',
      payload: { id: 'M-1', signedOn: '2026-01-01', iban: 'DE89370400440532013000', use: 'once' },
    },
    may: 'mrk',
  },
  'DELETE /api/books/mandates/:payer': { ask: { url: '/api/books/mandates/ada' }, may: 'mrk' },
  'POST /api/books/mail': {
    ask: { payload: { month: '2026-10', invoice: null, again: false, dryRun: true } },
    may: 'mrk',
  },
  'POST /api/mail/test': { ask: { payload: { to: 'a@example.org' } }, may: 'mrk' },
  'GET /api/mail': { ask: {}, may: 'mrk' },
  'POST /api/ledger/postings': {
    ask: {
      payload: {
        ...{ key: 'k', kind: 'contribution', reference: null, day: null },
        ...{ debit: 'bank', credit: 'granted:pledge', minor: '1', dryRun: true },
      },
    },
    may: 'mrk',
  },
  'POST /api/ledger/postings/:posting/reversal': {
    ask: { url: '/api/ledger/postings/p1/reversal', payload: { why: 'mistake', dryRun: true } },
    may: 'mrk',
  },
  'GET /api/books/buyers/:payer': { ask: { url: '/api/books/buyers/ada' }, may: 'mrk' },
  'PUT /api/books/buyers/:payer': {
    ask: {
      url: '/api/books/buyers/ada',
      payload: { name: 'Ada', street: 'Via 1', zip: '1', city: 'Roma', country: 'IT' },
    },
    may: 'mrk',
  },
  'GET /api/session/invoices': { ask: {}, may: 'atsmrk' },
  // One of somebody else is not there: see books.test.ts.
  'GET /api/session/invoices/:invoice/file': {
    ask: { url: '/api/session/invoices/i1/file' },
    may: 'atsmrk',
  },
  // For those who lead a team: see books.test.ts.
  'GET /api/session/team/invoices': { ask: {}, may: 'rk' },
  'GET /api/session/team/invoices/:invoice/file': {
    ask: { url: '/api/session/team/invoices/i1/file' },
    may: 'rk',
  },
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
  'GET /api/session/passkeys': { ask: {}, may: 'atsmr' },
  'POST /api/session/passkeys/challenge': { ask: {}, may: 'atsmr' },
  'POST /api/session/passkeys': {
    ask: { payload: { attempt: 'x', name: 'Phone', answer: { id: 'x', response: { clientDataJSON: 'x' } } } },
    may: 'atsmr',
  },
  'DELETE /api/session/passkeys/:passkey': { ask: { url: '/api/session/passkeys/x' }, may: 'atsmr' },
  'GET /api/session/places': { ask: {}, may: 'atsmr' },
  'DELETE /api/session/places/:place': { ask: { url: '/api/session/places/x' }, may: 'atsmr' },
  'DELETE /api/session/places': { ask: {}, may: 'atsmr' },
  'GET /api/setup': { ask: {}, may: 'rk' },
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
  'GET /api/session/standing': { ask: {}, may: 'atsmr' },
  'GET /api/session/erasure': { ask: {}, may: 'atsmr' },
  'DELETE /api/session/member': { ask: { payload: { handle: 'not-mine' } }, may: 'atsmr' },
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
  'POST /api/machines/:machine/materials': {
    ask: { url: '/api/machines/laser/materials', payload: { member: 'ada', material: 'pla', amount: '1' } },
    may: 'smrk',
  },
  'POST /api/materials/:entry/withdrawal': {
    ask: { url: '/api/materials/m1/withdrawal', payload: { why: 'mistake' } },
    may: 'smrk',
  },
  'POST /api/charges/:session/correction': {
    ask: { url: '/api/charges/s1/correction', payload: { toMinor: '0', why: 'waived' } },
    may: 'mrk',
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
  'GET /api/session/push': { ask: {}, may: 'atsmr' },
  'PUT /api/session/push': { ask: { payload: { topic: null } }, may: 'atsmr' },
  'GET /api/webhooks': { ask: {}, may: 'srk' },
  'POST /api/webhooks/:id/test': { ask: { url: '/api/webhooks/none/test' }, may: 'srk' },
  'POST /api/webhooks/:id/replay': {
    ask: { url: '/api/webhooks/none/replay', payload: { from: 1 } },
    may: 'srk',
  },
  'GET /api/tokens': { ask: {}, may: 'smrk' },
  'POST /api/tokens': { ask: { payload: { label: 'x', scopes: ['board:read'], days: 1 } }, may: 'smr' },
  'DELETE /api/tokens/:token': { ask: { url: '/api/tokens/none' }, may: 'smrk' },
  'GET /metrics': { ask: {}, may: 'atsmrk' },
  'GET /api/kiosks': { ask: {}, may: 'srk' },
  'POST /api/kiosks': { ask: { payload: { label: 'By the laser', machines: ['laser'] } }, may: 'sr' },
  'DELETE /api/kiosks/:kiosk': { ask: { url: '/api/kiosks/none' }, may: 'srk' },
  // Of a kiosk alone, whoever may do more elsewhere: see kiosk.test.ts.
  'GET /api/kiosk': { ask: {}, may: '' },
  'GET /api/kiosk/visit': { ask: {}, may: '' },
  'POST /api/kiosk/visit': { ask: { payload: { machine: 'laser', handle: 'ada', pin: '1234' } }, may: '' },
  'DELETE /api/kiosk/visit': { ask: {}, may: '' },
  'POST /api/kiosk/start': { ask: { payload: { costCode: null, ceilingMinor: null } }, may: '' },
  'PUT /api/kiosk/session': { ask: { payload: {} }, may: '' },
  'POST /api/kiosk/keep': { ask: {}, may: '' },
  'POST /api/kiosk/hand-over': { ask: {}, may: '' },
  'POST /api/kiosk/finish': { ask: {}, may: '' },
  'POST /api/kiosk/problems': { ask: { payload: { severity: 'flag', text: 'Smells' } }, may: '' },
};

/** Open to all, by decision. `/api/live` is tried over a real connection in live.test.ts. */
const open = new Set([
  'GET /api/openapi.json',
  'GET /health',
  'POST /api/session',
  'POST /api/session/token',
  'DELETE /api/session',
  'GET /api/live',
  'GET /api/sign-in',
  'POST /api/session/passkey/challenge',
  'POST /api/session/passkey',
  'POST /api/session/oidc',
  'GET /api/session/oidc/callback',
  'POST /api/session/oidc/sign-out',
  // Whoever knows the secret in it: see calendars.test.ts.
  'GET /api/calendars/member/:secret',
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
      'GET /api/floor/picture',
      'GET /api/machines/:machine',
      'GET /api/machines/:machine/readings',
      'GET /api/machines/:machine/photo',
      'GET /api/refusals',
      'GET /api/queues',
      'GET /api/policy',
      'GET /api/policy/:version',
      'GET /api/bookings',
      'GET /api/calendars/machine/:file',
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
