// Passkeys: signing in with one, and what members see and change of their own. A challenge is used once, belongs to what it
// was asked for, and is over after five minutes; how one signs in is changed only by whoever has just signed in.

import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Self } from '../contract/people.ts';
import { Id } from '../contract/requests.ts';
import { PasskeyBegun, PasskeyList, PasskeyRequest, PasskeySignIn, SignInWays } from '../contract/sign-in.ts';
import { type Attempts, createAttempts } from './attempts.ts';
import { rfc3339 } from './instant.ts';
import { letIn } from './let-in.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { createPending, type Pending } from './pending.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';
import { siteOf } from './site.ts';

/** As long after a sign-in one may change how one signs in. */
const freshMs = 15 * 60_000;

type Ceremonies = {
  /** Of a sign-in; nobody is named yet. */
  readonly signIns: Pending<{ readonly challenge: string }>;
  readonly additions: Pending<{ readonly challenge: string; readonly member: string }>;
  readonly perAddress: Attempts;
};

export function passkeyRoutes(api: Api, parts: Parts): void {
  const { options } = parts;
  const ceremonies: Ceremonies = {
    signIns: createPending(options),
    additions: createPending(options),
    perAddress: createAttempts({ limit: 20, windowMs: 60_000, clock: options.clock }),
  };
  waysRoute(api, parts);
  signInRoutes(api, parts, ceremonies);
  listRoute(api, parts);
  addRoutes(api, parts, ceremonies);
  removeRoute(api, parts);
}

function waysRoute(api: Api, { options }: Parts): void {
  api.get(
    '/api/sign-in',
    {
      config: { needs: 'public' },
      schema: {
        summary: 'How one may sign in here, beside handle and password',
        tags: ['session'],
        response: { 200: SignInWays, ...problemAnswers },
      },
    },
    ({ headers }) => {
      const site = siteOf(options, headers.host);
      const provider = options.signInWays?.provider ?? null;
      return {
        passkeys: site && { address: site.origin },
        provider: provider && site && { label: provider.label },
      };
    },
  );
}

function signInRoutes(api: Api, parts: Parts, { signIns, perAddress }: Ceremonies): void {
  const { options } = parts;
  api.post(
    '/api/session/passkey/challenge',
    {
      config: { needs: 'public', refusals: ['passkeys-away', 'too-many-attempts'] },
      schema: {
        summary: 'Begin to sign in with a passkey',
        tags: ['session'],
        response: { 200: PasskeyBegun, ...problemAnswers },
      },
    },
    async ({ ip, headers }, reply) => {
      const waitS = perAddress.take(ip);
      if (waitS > 0) return refuse(reply, 'too-many-attempts', { retryAfterS: waitS });
      const site = siteOf(options, headers.host);
      const speaker = await options.signInWays?.ceremonies();
      if (!site || !speaker) return refuse(reply, 'passkeys-away');
      const begun = await speaker.beginSignIn(site);
      return { attempt: signIns.put({ challenge: begun.challenge }), options: begun.options };
    },
  );
  api.post(
    '/api/session/passkey',
    {
      config: {
        needs: 'public',
        refusals: [
          ...(['passkeys-away', 'attempt-over', 'passkey-unknown', 'passkey-copied'] as const),
          ...(['member-suspended', 'too-many-attempts', ...journalRefusals] as const),
        ],
      },
      schema: {
        summary: 'Sign in with a passkey',
        tags: ['session'],
        body: PasskeySignIn,
        response: { 200: Self, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const waitS = perAddress.take(request.ip);
      if (waitS > 0) return refuse(reply, 'too-many-attempts', { retryAfterS: waitS });
      const { attempt, answer } = request.body;
      const site = siteOf(options, request.headers.host);
      const speaker = await options.signInWays?.ceremonies();
      if (!site || !speaker) return refuse(reply, 'passkeys-away');
      const begun = signIns.take(attempt);
      if (begun === undefined) return refuse(reply, 'attempt-over');
      const known = options.gateway.passkeys.byCredential(answer.id);
      // One no for one that nobody has and for one that proves nothing: a stranger learns of neither.
      const proven = known && (await speaker.checkSignIn({ ...known, ...begun, site, answer }));
      if (!proven) return refuse(reply, 'passkey-unknown');
      const { passkey } = known;
      const used = await options.gateway.passkeys.noteUse({ passkey, counter: proven.counter });
      if (!used.ok) return refuse(reply, used.code === 'passkey-none' ? 'passkey-unknown' : used.code);
      return letIn(parts, { request, reply, who: { member: used.member, how: 'passkey', passkey } });
    },
  );
}

function listRoute(api: Api, parts: Parts): void {
  api.get(
    '/api/session/passkeys',
    {
      config: { needs: ['self:read'], refusals: ['member-none'] },
      schema: {
        summary: 'My passkeys, and whether one can be added now',
        tags: ['session'],
        response: { 200: PasskeyList, ...problemAnswers },
      },
    },
    (request, reply) => {
      const { member } = viewerOf(request);
      return member === null ? refuse(reply, 'member-none') : listOf(parts, request, member);
    },
  );
}

function addRoutes(api: Api, parts: Parts, { additions }: Ceremonies): void {
  const { options } = parts;
  api.post(
    '/api/session/passkeys/challenge',
    {
      config: { needs: ['self:write'], refusals: ['member-none', 'sign-in-stale', 'passkeys-away'] },
      schema: {
        summary: 'Begin to add a passkey of mine',
        tags: ['session'],
        response: { 200: PasskeyBegun, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { member } = viewerOf(request);
      const person = member === null ? undefined : options.gateway.person(member);
      if (person === undefined) return refuse(reply, 'member-none');
      if (!isFresh(parts, request)) return refuse(reply, 'sign-in-stale');
      const site = siteOf(options, request.headers.host);
      const speaker = await options.signInWays?.ceremonies();
      if (!site || !speaker) return refuse(reply, 'passkeys-away');
      const known = options.gateway.passkeys.ofMember(person.member).map(({ credential }) => credential);
      const begun = await speaker.beginNew({ site, person, known });
      const attempt = additions.put({ challenge: begun.challenge, member: person.member });
      return { attempt, options: begun.options };
    },
  );
  api.post(
    '/api/session/passkeys',
    {
      config: {
        needs: ['self:write'],
        refusals: [
          ...(['member-none', 'member-unknown', 'sign-in-stale', 'passkeys-away', 'attempt-over'] as const),
          ...(['passkey-unproven', 'passkey-known', 'passkey-limit', ...journalRefusals] as const),
        ],
      },
      schema: {
        summary: 'Add a passkey of mine',
        description: 'Only within fifteen minutes after signing in.',
        tags: ['session'],
        body: PasskeyRequest,
        response: { 201: PasskeyList, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { member } = viewerOf(request);
      if (member === null) return refuse(reply, 'member-none');
      if (!isFresh(parts, request)) return refuse(reply, 'sign-in-stale');
      const { attempt, name, answer } = request.body;
      const site = siteOf(options, request.headers.host);
      const speaker = await options.signInWays?.ceremonies();
      if (!site || !speaker) return refuse(reply, 'passkeys-away');
      const begun = additions.take(attempt);
      if (begun?.member !== member) return refuse(reply, 'attempt-over');
      const made = await speaker.checkNew({ site, challenge: begun.challenge, answer });
      if (made === null) return refuse(reply, 'passkey-unproven');
      const added = await options.gateway.passkeys.add({ ...made, member, name: name.trim() || '–' });
      if (!added.ok) return refuse(reply, added.code);
      reply.code(201);
      return listOf(parts, request, member);
    },
  );
}

function removeRoute(api: Api, parts: Parts): void {
  api.delete(
    '/api/session/passkeys/:passkey',
    {
      config: {
        needs: ['self:write'],
        refusals: ['member-none', 'sign-in-stale', 'passkey-none', ...journalRefusals],
      },
      schema: {
        summary: 'Remove a passkey of mine',
        description: 'It signs nobody in any more, and where it did, one is signed out.',
        tags: ['session'],
        params: Type.Object({ passkey: Id }),
        response: { 200: PasskeyList, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { member } = viewerOf(request);
      if (member === null) return refuse(reply, 'member-none');
      if (viewerOf(request).through !== 'sign-in') return refuse(reply, 'sign-in-stale');
      const { passkey } = request.params;
      const removed = await parts.options.gateway.passkeys.remove({ member, passkey });
      if (!removed.ok) return refuse(reply, removed.code);
      parts.signIns.closePasskey(passkey);
      return listOf(parts, request, member);
    },
  );
}

/** A lost key is removed at any time; only what adds a way in wants a fresh sign-in. A token never does. */
export function isFresh({ signIns, options }: Parts, { credential }: FastifyRequest): boolean {
  if (credential.kind !== 'cookie') return false;
  const place = signIns.placeOf(credential.digest);
  return place !== undefined && options.clock.monoMs() - place.sinceMonoMs <= freshMs;
}

function listOf(parts: Parts, request: FastifyRequest, member: string): PasskeyList {
  const { gateway } = parts.options;
  return {
    address: siteOf(parts.options, request.headers.host)?.origin ?? null,
    fresh: isFresh(parts, request),
    passkeys: gateway.passkeys.ofMember(member).map(({ passkey, name, addedAtMs, usedAtMs }) => ({
      passkey,
      name,
      added: rfc3339(addedAtMs),
      used: usedAtMs === null ? null : rfc3339(usedAtMs),
    })),
  };
}
