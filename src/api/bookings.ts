// Bookings over HTTP: a week of a pool, the free starts of a wished length, and one's own bookings to make, move, give
// and cancel. A booking keeps a machine; its session begins at the machine only (invariant 8).

import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import {
  BookingChange,
  BookingDone,
  BookingGift,
  BookingRequest,
  FreeStarts,
  OwnBookings,
  PoolBookings,
} from '../contract/bookings.ts';
import { Id } from '../contract/requests.ts';
import { bookingRules } from '../domain/booking/booking-rules.ts';
import type { BookingOutcome } from '../gateway/gateway.ts';
import { bookingRuleCodes } from './booking-problems.ts';
import { bookingView, liveBookings, poolBookings, wishViews } from './booking-view.ts';
import { calendarTokenOf } from './calendars.ts';
import { instantMs, rfc3339 } from './instant.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';
import type { Viewer } from './viewers.ts';

const tags = ['bookings'];
const dayMs = 86_400_000;
/** A page shows a week; a month is enough for scripts. */
const spanMostMs = 31 * dayMs;

const params = Type.Object({ booking: Id });
const instant = Type.Optional(Type.String({ maxLength: 40 }));
const deedCodes = ['booking-unknown', 'booking-not-yours', 'booking-runs', ...journalRefusals] as const;

export function bookingRoutes(api: Api, parts: Parts): void {
  readRoutes(api, parts);
  makeRoute(api, parts);
  changeRoutes(api, parts);
  giftRoutes(api, parts);
}

function readRoutes(api: Api, parts: Parts): void {
  const { gateway, clock } = parts.options;
  api.get(
    '/api/bookings',
    {
      config: { needs: ['board:read'], refusals: ['range-wrong', 'pool-not-booked'] },
      schema: {
        summary: 'What of a pool is booked, a week from now where no times are given',
        tags,
        querystring: Type.Object({ pool: Id, from: instant, to: instant }),
        response: { 200: PoolBookings, ...problemAnswers },
      },
    },
    (request, reply) => {
      const span = spanOf(request.query, clock.wallMs());
      if (!span) return refuse(reply, 'range-wrong');
      const at = { span: { ...span, pool: request.query.pool }, nowMs: clock.wallMs() };
      return poolBookings(gateway, viewerOf(request), at) ?? refuse(reply, 'pool-not-booked');
    },
  );
  api.get(
    '/api/bookings/free',
    {
      config: { needs: ['self:read'], refusals: ['range-wrong', 'pool-not-booked', 'member-none'] },
      schema: {
        summary: 'When I could begin, for a length, in the next week',
        tags,
        querystring: Type.Object({
          pool: Id,
          minutes: Type.String({ pattern: '^[1-9][0-9]{0,3}$', description: 'Whole minutes.' }),
          from: instant,
          to: instant,
          except: Type.Optional(
            Type.String({
              maxLength: 64,
              description: 'One of mine, which would be moved: it is not in the way.',
            }),
          ),
        }),
        response: { 200: FreeStarts, ...problemAnswers },
      },
    },
    (request, reply) => {
      const { pool } = request.query;
      const minutes = Number(request.query.minutes);
      const { member } = viewerOf(request);
      if (member === null) return refuse(reply, 'member-none');
      const span = spanOf(request.query, clock.wallMs());
      if (!span) return refuse(reply, 'range-wrong');
      if (!bookingRules(gateway.state(), pool)) return refuse(reply, 'pool-not-booked');
      const { except = '' } = request.query;
      const isMine = gateway.state().bookings.get(except)?.member === member;
      const ask = { ...span, pool, member, lengthMs: minutes * 60_000, ...(isMine && { except }) };
      const starts = gateway.freeStarts(ask);
      return { minutes, starts: starts.map(({ machine, fromMs }) => ({ machine, from: rfc3339(fromMs) })) };
    },
  );
  api.get(
    '/api/bookings/own',
    {
      config: { needs: ['self:read'], refusals: ['member-none'] },
      schema: {
        summary: 'My bookings and wishes, and what is offered to me',
        tags,
        response: { 200: OwnBookings, ...problemAnswers },
      },
    },
    (request, reply) => {
      const viewer = viewerOf(request);
      return viewer.member === null ? refuse(reply, 'member-none') : ownView(parts, viewer);
    },
  );
}

function ownView(parts: Parts, viewer: Viewer): OwnBookings {
  const { gateway } = parts.options;
  const state = gateway.state();
  const { member } = viewer;
  const own = liveBookings(state).filter((one) => one.member === member || one.offeredTo === member);
  const pools = new Set(Object.values(state.workshop?.machines ?? {}).map(({ pool }) => pool));
  return {
    bookings: own.map((one) => bookingView(gateway, viewer, one)),
    wishes: [...wishViews(state, viewer)],
    pools: [...pools].filter((pool) => bookingRules(state, pool) !== null),
    calendar: calendarTokenOf(parts, member) !== undefined,
  };
}

function makeRoute(api: Api, { options }: Parts): void {
  const { gateway } = options;
  api.post(
    '/api/bookings',
    {
      config: {
        needs: ['self:write', 'members:write'],
        refusals: [...bookingRuleCodes, 'member-none', 'member-unknown', 'scope-missing', ...journalRefusals],
      },
      schema: {
        summary: 'Book a machine',
        tags,
        body: BookingRequest,
        response: { 201: BookingDone, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { pool, machine, from, to, for: handle } = request.body;
      const viewer = viewerOf(request);
      if (handle !== undefined && !viewer.scopes.has('members:write')) return refuse(reply, 'scope-missing');
      const member = handle === undefined ? viewer.member : gateway.personByHandle(handle)?.member;
      if (member === undefined) return refuse(reply, 'member-unknown');
      if (member === null) return refuse(reply, 'member-none');
      const times = { fromMs: instantMs(from), toMs: instantMs(to) };
      const outcome = await gateway.makeBooking({ pool, machine, member, ...times });
      return done(reply, outcome, 201);
    },
  );
}

function changeRoutes(api: Api, { options }: Parts): void {
  const { gateway } = options;
  const needs = ['self:write', 'members:write'] as const;
  api.patch(
    '/api/bookings/:booking',
    {
      config: { needs, refusals: [...deedCodes, ...bookingRuleCodes] },
      schema: {
        summary: 'Move a booking; it stands in its old place until the new one is sure',
        tags,
        params,
        body: BookingChange,
        response: { 200: BookingDone, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { machine, from, to } = request.body;
      const times = { fromMs: instantMs(from), toMs: instantMs(to) };
      const deed = { booking: request.params.booking, by: actorOf(viewerOf(request)) };
      return done(reply, await gateway.moveBooking({ ...deed, machine, ...times }));
    },
  );
  api.delete(
    '/api/bookings/:booking',
    {
      config: { needs, refusals: deedCodes },
      schema: {
        summary: 'Cancel a booking; late it counts as used, less what others then use of it',
        tags,
        params,
        response: { 200: BookingDone, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const deed = { booking: request.params.booking, by: actorOf(viewerOf(request)) };
      return done(reply, await gateway.cancelBooking(deed));
    },
  );
}

function giftRoutes(api: Api, { options }: Parts): void {
  const { gateway } = options;
  api.post(
    '/api/bookings/:booking/give',
    {
      config: {
        needs: ['self:write'],
        refusals: [...deedCodes, 'member-unknown', 'member-none', 'gift-to-self'],
      },
      schema: {
        summary: 'Offer a booking to another member',
        tags,
        params,
        body: BookingGift,
        response: { 200: BookingDone, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { member } = viewerOf(request);
      if (member === null) return refuse(reply, 'member-none');
      const handle = request.body.to;
      const to = handle === null ? null : gateway.personByHandle(handle)?.member;
      if (to === undefined) return refuse(reply, 'member-unknown');
      return done(reply, await gateway.offerBooking({ booking: request.params.booking, by: member, to }));
    },
  );
  api.post(
    '/api/bookings/:booking/accept',
    {
      config: {
        needs: ['self:write'],
        refusals: ['member-none', 'booking-not-offered', ...bookingRuleCodes, ...journalRefusals],
      },
      schema: {
        summary: 'Take a booking that is offered to me',
        tags,
        params,
        response: { 200: BookingDone, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { member } = viewerOf(request);
      if (member === null) return refuse(reply, 'member-none');
      return done(reply, await gateway.acceptBooking({ booking: request.params.booking, by: member }));
    },
  );
}

/** Null for staff, who may do it for anybody. */
const actorOf = (viewer: Viewer): string | null => (viewer.scopes.has('members:write') ? null : viewer.by);

/** The answer, or the no with what it was measured against and the next start that is free. */
export function done(reply: FastifyReply, outcome: BookingOutcome, status = 200) {
  if (outcome.ok) {
    reply.code(status);
    return { id: outcome.id };
  }
  const { code, values, nextMs } = outcome;
  const about = Object.entries(values).map(([name, value]) => `${name} ${value}`);
  return refuse(reply, code, {
    ...(about.length > 0 && { about: about.join(', ') }),
    ...(nextMs !== undefined && { readings: [rfc3339(nextMs)] }),
  });
}

/** Null where they cannot be read; a week from now without them. */
function spanOf(
  { from, to }: { readonly from?: string; readonly to?: string },
  nowMs: number,
): { readonly fromMs: number; readonly toMs: number } | null {
  const fromMs = from === undefined ? nowMs : instantMs(from);
  const toMs = to === undefined ? fromMs + 7 * dayMs : instantMs(to);
  return fromMs < toMs && toMs - fromMs <= spanMostMs ? { fromMs, toMs } : null;
}
