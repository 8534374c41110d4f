// A kiosk: the screen beside a machine. A steward pairs it once, with a token for named machines; a person unlocks it for
// seconds with a PIN or a badge, and may then do at its machine what a tap may (invariant 8). It never holds a member's
// sign-in.

import { Type } from 'typebox';
import { KioskPairing, KioskUnlock, KioskUnlocked, KioskView, KioskVisit } from '../contract/kiosk.ts';
import { machineById } from '../domain/machine/lookup.ts';
import { createAttempts } from './attempts.ts';
import { giveCookie } from './cookie.ts';
import { kioskDeedRoutes } from './kiosk-deeds.ts';
import { kioskListRoutes } from './kiosk-list.ts';
import { kioskTokenScopes } from './kiosk-tokens.ts';
import { kioskVisit } from './kiosk-view.ts';
import { createKioskVisits, type KioskVisits } from './kiosk-visits.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';
import { makeToken, mostTokens } from './tokens.ts';
import type { Viewer } from './viewers.ts';
import { visitOf } from './with-visit.ts';

const tags = ['kiosk'];
/** Browsers keep no cookie for longer than 400 days; every visit of the page gives it anew. */
const cookieS = 400 * 86_400;

export function kioskRoutes(api: Api, parts: Parts): void {
  const visits = createKioskVisits(parts.options);
  pairRoute(api, parts);
  selfRoute(api, parts);
  kioskListRoutes(api, parts, visits);
  unlockRoute(api, parts, visits);
  visitRoutes(api, parts, visits);
  kioskDeedRoutes(api, parts, visits);
}

function pairRoute(api: Api, parts: Parts): void {
  const { options, tokens, signIns } = parts;
  api.post(
    '/api/kiosks',
    {
      config: {
        needs: ['devices:write'],
        refusals: ['member-none', 'token-by-token', 'machine-unknown', 'token-limit'],
      },
      schema: {
        summary: 'Make this browser the kiosk of these machines',
        description: 'Its cookie becomes a token of the kiosk; whoever was signed in here is signed out.',
        tags,
        body: KioskPairing,
        response: { 201: KioskView, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request);
      const { label, machines } = request.body;
      if (viewer.through === 'token') return refuse(reply, 'token-by-token');
      if (viewer.member === null) return refuse(reply, 'member-none');
      const unknown = machines.find((id) => !machineById(options.gateway.state(), id));
      if (unknown !== undefined) return refuse(reply, 'machine-unknown', { about: unknown });
      if (tokens.count() >= mostTokens) return refuse(reply, 'token-limit');
      const wanted = { member: viewer.member, label, days: null, scopes: kioskTokenScopes(machines) };
      const made = makeToken(parts, wanted);
      await tokens.put(made.token);
      if (request.credential.kind === 'cookie') signIns.close(request.credential.digest);
      giveCookie(request, reply, { secret: made.secret, lastsS: cookieS });
      reply.code(201);
      return viewOf(parts, { name: label, kioskOf: machines });
    },
  );
}

function selfRoute(api: Api, parts: Parts): void {
  api.get(
    '/api/kiosk',
    {
      config: { needs: ['kiosk'] },
      schema: {
        summary: 'Which machines this kiosk stands at',
        tags,
        response: { 200: KioskView, ...problemAnswers },
      },
    },
    (request) => viewOf(parts, viewerOf(request)),
  );
}

function viewOf({ options }: Parts, { name, kioskOf = [] }: Pick<Viewer, 'name' | 'kioskOf'>): KioskView {
  const state = options.gateway.state();
  const machines = kioskOf.flatMap((id) => {
    const machine = machineById(state, id);
    return machine ? [{ id, name: machine.name }] : [];
  });
  return { label: name, machines };
}

/** Five tries of one handle, ten at one kiosk: as slow as a keypad, whether there is such a handle or not. */
const tries = {
  handle: { limit: 5, windowMs: 15 * 60_000 },
  kiosk: { limit: 10, windowMs: 60_000 },
} as const;

function unlockRoute(api: Api, parts: Parts, visits: KioskVisits): void {
  const { gateway, clock } = parts.options;
  const ofHandle = createAttempts({ ...tries.handle, clock });
  const ofKiosk = createAttempts({ ...tries.kiosk, clock });
  const no = ['kiosk-pin-wrong', 'kiosk-badge-unknown', 'kiosk-elsewhere', 'member-suspended'] as const;
  api.post(
    '/api/kiosk/visit',
    {
      config: {
        needs: ['kiosk'],
        refusals: [...no, 'pin-locked', 'secrets-busy', 'too-many-attempts', ...journalRefusals],
      },
      schema: {
        summary: 'Unlock the kiosk for a person, with handle and PIN or with a badge',
        description: 'For twenty seconds after the last thing that was asked. Starts nothing.',
        tags,
        body: KioskUnlock,
        response: { 201: KioskUnlocked, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const kiosk = viewerOf(request);
      const { machine, ...ask } = request.body;
      if (!kiosk.kioskOf?.includes(machine)) return refuse(reply, 'kiosk-elsewhere');
      const waitS = Math.max(ofKiosk.take(kiosk.by), 'handle' in ask ? ofHandle.take(ask.handle) : 0);
      if (waitS > 0) return refuse(reply, 'too-many-attempts', { retryAfterS: waitS });
      const found = await gateway.identifyAtKiosk(
        'handle' in ask ? ask : { badge: ask.badge, pin: ask.pin ?? null },
      );
      if (!found.ok) return refuse(reply, found.code);
      const secret = visits.open(kiosk.by, { who: found.who, machine });
      const visit = visits.stay(kiosk.by, secret);
      const person = visit && kioskVisit(parts, kiosk, visit);
      if (!person) return refuse(reply, 'kiosk-locked');
      reply.code(201);
      return { visit: secret, person };
    },
  );
}

function visitRoutes(api: Api, parts: Parts, visits: KioskVisits): void {
  api.get(
    '/api/kiosk/visit',
    {
      config: { needs: ['kiosk'], refusals: ['kiosk-locked'] },
      schema: {
        summary: 'Who stands there, and what they may do; stays unlocked for another twenty seconds',
        tags,
        response: { 200: KioskVisit, ...problemAnswers },
      },
    },
    (request, reply) => {
      const visit = visitOf(visits, request);
      const person = visit && kioskVisit(parts, viewerOf(request), visit);
      return person ?? refuse(reply, 'kiosk-locked');
    },
  );
  api.delete(
    '/api/kiosk/visit',
    {
      config: { needs: ['kiosk'] },
      schema: { summary: 'Lock the kiosk', tags, response: { 204: Type.Null(), ...problemAnswers } },
    },
    (request, reply) => {
      visits.close(viewerOf(request).by);
      reply.code(204);
      return null;
    },
  );
}
