// One's own page: where I stand, and erasing myself for ever. Both are about whoever asks and nobody else; the second wants a
// fresh sign-in and one's handle, and is left to a steward while something is owed.

import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Problem } from '../contract/people.ts';
import { OwnErasePreview, OwnErasure, StandingView } from '../contract/standing.ts';
import { localDate } from '../domain/time.ts';
import { createAttempts } from './attempts.ts';
import { takeCookie } from './cookie.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { isFresh } from './passkeys.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';
import { standingView } from './standing-view.ts';

const tags = ['session'];
/** Of one member: each look reads the journal, and drafts a month. */
const mostLooks = 12;
const hourMs = 3_600_000;

export function standingRoutes(api: Api, parts: Parts): void {
  const slow = createAttempts({ limit: mostLooks, windowMs: hourMs, clock: parts.options.clock });
  standingRoute(api, parts);
  previewRoute(api, parts, slow);
  eraseRoute(api, parts, slow);
}

function standingRoute(api: Api, { options }: Parts): void {
  const { gateway, clock } = options;
  api.get(
    '/api/session/standing',
    {
      config: { needs: ['self:read'], refusals: ['member-none'] },
      schema: {
        summary: 'Where I stand: what my certificates open, my part of the turns, and who pays',
        tags,
        response: { 200: StandingView, ...problemAnswers },
      },
    },
    (request, reply) => {
      const own = viewerOf(request).member ?? '';
      const state = gateway.state();
      const [member, person] = [state.members.get(own), gateway.person(own)];
      if (!member || !person) return refuse(reply, 'member-none');
      return standingView({ state, member, nowMs: clock.wallMs() }, person.handle);
    },
  );
}

type Slow = ReturnType<typeof createAttempts>;

function previewRoute(api: Api, parts: Parts, slow: Slow): void {
  const { gateway } = parts.options;
  api.get(
    '/api/session/erasure',
    {
      config: {
        needs: ['self:write'],
        refusals: [
          ...(['member-none', 'member-unknown', 'member-in-session', 'admin-last'] as const),
          'too-many-attempts',
        ],
      },
      schema: {
        summary: 'What would go and what would stay if I erased myself',
        tags,
        response: { 200: OwnErasePreview, ...problemAnswers },
      },
    },
    async (request, reply): Promise<OwnErasePreview | Problem> => {
      const { member } = viewerOf(request);
      if (member === null) return refuse(reply, 'member-none');
      const retryAfterS = slow.take(member);
      if (retryAfterS > 0) return refuse(reply, 'too-many-attempts', { retryAfterS });
      const outcome = await gateway.eraseMember({ member, dryRun: true });
      if (!outcome.ok) return refuse(reply, outcome.code);
      const { goes, keeps = [] } = outcome;
      const owing = await isOwing(parts, member);
      return { goes, keeps: [...keeps], fresh: isFresh(parts, request), owing };
    },
  );
}

function eraseRoute(api: Api, parts: Parts, slow: Slow): void {
  api.delete(
    '/api/session/member',
    {
      config: {
        needs: ['self:write'],
        refusals: [
          ...(['member-none', 'member-unknown', 'member-in-session', 'admin-last'] as const),
          ...(['erase-stale', 'erase-handle-wrong', 'erase-owing', 'too-many-attempts'] as const),
          ...journalRefusals,
        ],
      },
      schema: {
        summary: 'Erase myself for ever',
        description: 'Within fifteen minutes of a sign-in, with my handle typed, and with nothing owed.',
        tags,
        body: OwnErasure,
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    (request, reply) => eraseOwn(parts, slow, { request, reply, handle: request.body.handle }),
  );
}

type Asked = { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly handle: string };

async function eraseOwn(
  parts: Parts,
  slow: Slow,
  { request, reply, handle }: Asked,
): Promise<Problem | null> {
  const { options, signIns, tokens } = parts;
  const { member } = viewerOf(request);
  const person = member === null ? undefined : options.gateway.person(member);
  if (member === null || person === undefined) return refuse(reply, 'member-none');
  const retryAfterS = slow.take(member);
  if (retryAfterS > 0) return refuse(reply, 'too-many-attempts', { retryAfterS });
  if (!isFresh(parts, request)) return refuse(reply, 'erase-stale');
  if (handle !== person.handle) return refuse(reply, 'erase-handle-wrong', { field: 'handle' });
  if (await isOwing(parts, member)) return refuse(reply, 'erase-owing');
  const outcome = await options.gateway.eraseMember({ member, dryRun: false });
  if (!outcome.ok) return refuse(reply, outcome.code);
  signIns.closeAllOf(member);
  tokens.forgetAllOf(member);
  takeCookie(request, reply);
  reply.code(204);
  return null;
}

/** Whether an invoice is open, or something is still to be invoiced: nobody could be written to any more. */
async function isOwing({ options: { gateway, clock } }: Parts, member: string): Promise<boolean> {
  const payer = `member:${member}`;
  const { invoicing } = gateway;
  const issued = await invoicing.issued(payer);
  if (issued.some(({ openMinor }) => openMinor > 0n)) return true;
  const timezone = gateway.state().workshop?.space.timezone ?? 'UTC';
  const told = await invoicing.drafts(localDate(clock.wallMs(), timezone).slice(0, 7));
  return told.ok && told.drafts.some((draft) => draft.payer === payer && draft.grossMinor > 0n);
}
