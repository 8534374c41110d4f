// Bookings as calendars that other programs fetch. A member's address holds a secret that is kept as a digest, made anew
// and dropped by its member; the calendar of a machine names nobody, and needs such an address or a viewer of the board.

import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { CalendarAddress } from '../contract/bookings.ts';
import type { Booking } from '../domain/booking/booking-state.ts';
import { newId } from '../domain/ids.ts';
import type { State } from '../domain/journal/state.ts';
import { machineById } from '../domain/machine/lookup.ts';
import type { Calendar, CalendarEvent, Token } from '../gateway/ports.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { problemAnswers, refuse } from './problem.ts';
import { randomText } from './sign-ins.ts';

const tags = ['bookings'];
/** No scope of the API: it opens nothing but calendars. */
const calendarScope = 'calendar:read';
/** A name in a path that is a file for calendar programs. */
const secret = Type.String({ pattern: '^[A-Za-z0-9_-]{43}\\.ics$', description: 'As it was shown.' });
const machineFile = Type.String({ pattern: '^[a-z0-9-]{1,64}\\.ics$' });
const text = Type.String({ description: 'text/calendar, RFC 5545' });

export function calendarRoutes(api: Api, parts: Parts): void {
  addressRoutes(api, parts);
  feedRoutes(api, parts);
}

function addressRoutes(api: Api, parts: Parts): void {
  const { clock, chance, secrets } = parts.options;
  api.post(
    '/api/calendars/address',
    {
      config: { needs: ['self:write'], refusals: ['member-none'] },
      schema: {
        summary: 'Make the address of my calendar anew; the one before stops working',
        tags,
        response: { 201: CalendarAddress, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { member } = viewerOf(request);
      if (member === null) return refuse(reply, 'member-none');
      await dropAddress(parts, member);
      const made = randomText(chance);
      const nowMs = clock.wallMs();
      await parts.tokens.put({
        id: newId(nowMs, chance.bytes(10)),
        digest: secrets.digest(made),
        member,
        label: 'calendar',
        scopes: [calendarScope],
        createdAtMs: nowMs,
        expiresAtMs: null,
      });
      reply.code(201);
      return { path: `/api/calendars/member/${made}.ics` };
    },
  );
  api.delete(
    '/api/calendars/address',
    {
      config: { needs: ['self:write'], refusals: ['member-none'] },
      schema: {
        summary: 'Drop the address of my calendar',
        tags,
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { member } = viewerOf(request);
      if (member === null) return refuse(reply, 'member-none');
      await dropAddress(parts, member);
      reply.code(204);
      return null;
    },
  );
}

export const calendarTokenOf = (
  { tokens }: Pick<Parts, 'tokens'>,
  member: string | null,
): Token | undefined =>
  member === null ? undefined : tokens.ofMember(member).find(({ scopes }) => scopes.includes(calendarScope));

async function dropAddress(parts: Parts, member: string): Promise<void> {
  const token = calendarTokenOf(parts, member);
  if (token) await parts.tokens.drop(token);
}

function feedRoutes(api: Api, parts: Parts): void {
  const { gateway, calendars } = parts.options;
  const produces = { 200: text, ...problemAnswers };
  api.get(
    '/api/calendars/member/:secret',
    {
      config: { needs: 'public', refusals: ['calendar-unknown'] },
      schema: {
        summary: 'My bookings as a calendar',
        tags,
        params: Type.Object({ secret }),
        response: produces,
      },
    },
    (request, reply) => {
      const member = memberOf(parts, request.params.secret);
      if (member === null) return refuse(reply, 'calendar-unknown');
      return asCalendar(reply, calendars.write(memberCalendar(gateway.state(), member)));
    },
  );
  api.get(
    '/api/calendars/machine/:file',
    {
      config: { needs: 'public', refusals: ['sign-in-needed', 'machine-unknown'] },
      schema: {
        summary: 'When a machine is booked, as a calendar without names',
        tags,
        params: Type.Object({ file: machineFile }),
        querystring: Type.Object({ key: Type.Optional(Type.String({ maxLength: 60 })) }),
        response: produces,
      },
    },
    (request, reply) => {
      const { key } = request.query;
      const isKnown =
        request.viewer?.scopes.has('board:read') || (key !== undefined && memberOf(parts, key) !== null);
      if (!isKnown) return refuse(reply, 'sign-in-needed');
      const id = request.params.file.slice(0, -'.ics'.length);
      const calendar = machineCalendar(gateway.state(), id);
      return calendar ? asCalendar(reply, calendars.write(calendar)) : refuse(reply, 'machine-unknown');
    },
  );
}

function asCalendar(reply: Pick<FastifyReply, 'header'>, text: string): string {
  reply.header('content-type', 'text/calendar; charset=utf-8');
  return text;
}

/** Whose address it is, if they are a member still; the secret may carry the ending of a file. */
function memberOf({ options, tokens }: Parts, secretText: string): string | null {
  const token = tokens.find(options.secrets.digest(secretText.replace(/\.ics$/, '')));
  if (!token?.scopes.includes(calendarScope)) return null;
  return options.gateway.state().members.get(token.member)?.status === 'active' ? token.member : null;
}

function memberCalendar(state: State, member: string): Calendar {
  const mine = [...state.bookings.values()].filter((one) => one.member === member && one.phase !== 'moved');
  // Who gave one away and was given it back has both under one UID.
  const live = new Set(mine.filter(({ phase }) => phase !== 'given').map(({ uid }) => uid));
  const shown = mine.filter(({ phase, uid }) => phase !== 'given' || !live.has(uid));
  return {
    name: state.workshop?.space.name ?? 'Officina',
    events: shown.map((one) => eventOf(state, one, nameOf(state, one.machine))),
  };
}

const bookedWords: ReadonlyMap<string, string> = new Map([
  ['it', 'prenotata'],
  ['es', 'reservada'],
  ['ro', 'rezervată'],
  ['de', 'reserviert'],
  ['fr', 'réservée'],
]);

function machineCalendar(state: State, id: string): Calendar | null {
  const machine = machineById(state, id);
  if (!machine) return null;
  const booked = [...state.bookings.values()].filter(
    ({ machine: of, phase }) => of === id && phase !== 'moved' && phase !== 'given',
  );
  const word = bookedWords.get(state.workshop?.space.locale.split('-')[0] ?? '') ?? 'booked';
  return {
    name: machine.name,
    events: booked.map((one) => eventOf(state, one, `${machine.name}: ${word}`)),
  };
}

const nameOf = (state: State, id: string): string => machineById(state, id)?.name ?? id;

const gone: ReadonlySet<Booking['phase']> = new Set(['cancelled', 'late', 'given', 'released']);

function eventOf(state: State, booking: Booking, summary: string): CalendarEvent {
  const { uid, sequence, fromMs, toMs, changedAtMs, phase } = booking;
  return {
    uid: `${uid}@${state.gateway}`,
    sequence,
    fromMs,
    toMs,
    changedAtMs,
    summary,
    where: state.workshop?.space.name ?? '',
    cancelled: gone.has(phase),
  };
}
