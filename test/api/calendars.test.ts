// Calendars over HTTP, read by a little reader of our own: whose they are, what a secret opens, and what a change of a
// booking looks like to a calendar program.

import { describe, expect, it } from 'vitest';
import { CalendarAddress } from '../../src/contract/bookings.ts';
import { startMs } from '../fakes/fake-gateway.ts';
import { bookingLike } from './booking-like.ts';
import { expectProblem, expectShape, openApi } from './open-api.ts';

type Event = ReadonlyMap<string, string>;

/** RFC 5545, 3.1: lines end with CRLF and are unfolded; a name may carry parameters. */
function readCalendar(text: string): { readonly head: Event; readonly events: readonly Event[] } {
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const lines = text
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean);
  const head = new Map<string, string>();
  const events: Map<string, string>[] = [];
  let open: Map<string, string> | null = null;
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    expect(name, line).not.toBe('');
    if (line === 'BEGIN:VEVENT') {
      open = new Map();
      events.push(open);
    } else if (line === 'END:VEVENT') open = null;
    else (open ?? head).set(name, value);
  }
  return { head, events };
}

const hour = 3_600_000;

async function withAddress() {
  const opened = await openApi();
  const { gateway } = opened;
  const ada = await opened.as('ada');
  const answer = await ada({ method: 'POST', url: '/api/calendars/address' });
  expect(answer.statusCode).toBe(201);
  expectShape(CalendarAddress, answer.json());
  const read = async () => readCalendar((await opened.ask({ url: answer.json().path })).body);
  return { ...opened, ada, gateway, path: String(answer.json().path), read };
}

describe('the calendar of a member', () => {
  it('is opened by its secret, which is kept as a digest only, and by nothing else', async () => {
    const { ask, path, kept, ada } = await withAddress();
    expect((await ask({ url: path })).headers['content-type']).toBe('text/calendar; charset=utf-8');
    const secret = path.split('/').at(-1)?.slice(0, -4) ?? '';
    expect(JSON.stringify([...kept.values()])).not.toContain(secret);
    expectProblem(await ask({ url: `${path.slice(0, -8)}AAAA.ics` }), 404, 'calendar-unknown');
    // It opens calendars and nothing of the API.
    const bearer = { authorization: `Bearer ${secret}` };
    expectProblem(await ask({ url: '/api/board', headers: bearer }), 403, 'scope-missing');
    await ada({ method: 'DELETE', url: '/api/calendars/address' });
    expectProblem(await ask({ url: path }), 404, 'calendar-unknown');
  });

  it('has one address at a time', async () => {
    const { ada, ask, path } = await withAddress();
    await ada({ method: 'POST', url: '/api/calendars/address' });
    expectProblem(await ask({ url: path }), 404, 'calendar-unknown');
  });

  it('of who is suspended is closed', async () => {
    const { gateway, ask, path } = await withAddress();
    gateway.enrol({ handle: 'ada', name: 'Ada', status: 'suspended' });
    expectProblem(await ask({ url: path }), 404, 'calendar-unknown');
  });

  it('keeps the UID, lets the SEQUENCE grow, and says CANCELLED; in UTC', async () => {
    const { gateway, read } = await withAddress();
    gateway.live.bookings.set('b-1', bookingLike({}));
    gateway.live.bookings.set('b-9', bookingLike({ booking: 'b-9', uid: 'b-9', member: 'key-bo' }));
    const before = (await read()).events;
    expect(before).toHaveLength(1);
    expect(before[0]?.get('DTSTART')).toBe('20261123T090000Z');
    expect(before[0]?.get('DTEND')).toBe('20261123T110000Z');
    expect(before[0]?.get('STATUS')).toBe('CONFIRMED');
    // Moved: another booking with the same UID in its place.
    gateway.live.bookings.set('b-1', bookingLike({ phase: 'moved', sequence: 1 }));
    const moved = { booking: 'b-2', sequence: 1, fromMs: startMs + 48 * hour, toMs: startMs + 50 * hour };
    gateway.live.bookings.set('b-2', bookingLike(moved));
    const after = (await read()).events;
    expect(after).toHaveLength(1);
    expect(after[0]?.get('UID')).toBe(before[0]?.get('UID'));
    expect(Number(after[0]?.get('SEQUENCE'))).toBeGreaterThan(Number(before[0]?.get('SEQUENCE')));
    gateway.live.bookings.set('b-2', bookingLike({ ...moved, phase: 'cancelled', sequence: 2 }));
    const gone = (await read()).events[0];
    expect(gone?.get('STATUS')).toBe('CANCELLED');
    expect(gone?.get('SEQUENCE')).toBe('2');
  });
});

describe('the calendar of a machine', () => {
  it('names nobody, and is for the board or the key of a member', async () => {
    const { gateway, ask, ada, path } = await withAddress();
    gateway.live.bookings.set('b-9', bookingLike({ booking: 'b-9', uid: 'b-9', member: 'key-bo' }));
    const url = '/api/calendars/machine/laser.ics';
    expectProblem(await ask({ url }), 401, 'sign-in-needed');
    expectProblem(await ada({ url: '/api/calendars/machine/nothing.ics' }), 404, 'machine-unknown');
    const key = path.split('/').at(-1)?.slice(0, -4) ?? '';
    for (const answer of [await ada({ url }), await ask({ url: `${url}?key=${key}` })]) {
      const { events } = readCalendar(answer.body);
      expect(events.map((event) => event.get('SUMMARY'))).toEqual(['Laser: prenotata']);
      expect(answer.body).not.toContain('Bo');
      expect(answer.body).not.toContain('key-bo');
    }
  });
});
