// Bookings over HTTP: what a week tells to whom, what is asked of the gateway, and the noes with what mends them.

import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { BookingDone, FreeStarts, OwnBookings, PoolBookings, WishView } from '../../src/contract/bookings.ts';
import { type FakeGateway, startMs } from '../fakes/fake-gateway.ts';
import { bookingLike } from './booking-like.ts';
import { controlToken, expectProblem, expectShape, openApi } from './open-api.ts';

const hour = 3_600_000;
const draft = { day: 'su', at: '18:00' } as const;

function booked(gateway: FakeGateway): void {
  const { live } = gateway;
  const document = { pools: { lasers: { bookings: { draft } } } };
  live.policy = { version: 1, hash: 'h', document };
  for (const one of [
    bookingLike({}),
    bookingLike({ booking: 'b-2', member: 'key-bo', machine: 'mill', phase: 'used' }),
    bookingLike({
      booking: 'b-3',
      member: 'key-tina',
      offeredTo: 'key-ada',
      fromMs: startMs + 30 * hour,
      toMs: startMs + 31 * hour,
    }),
    bookingLike({ booking: 'b-4', phase: 'cancelled' }),
  ])
    live.bookings.set(one.booking, one);
  live.wishes.set('w-1', {
    ...{ wish: 'w-1', pool: 'lasers', week: '2026-11-30', member: 'key-ada', machine: null },
    ...{ fromMs: startMs + 200 * hour, toMs: startMs + 201 * hour },
  });
}

const open = () => openApi({ prepare: booked });
const request = {
  pool: 'lasers',
  machine: 'laser',
  from: '2026-11-25T10:00:00Z',
  to: '2026-11-25T11:00:00+00:00',
};
const times = { fromMs: Date.UTC(2026, 10, 25, 10), toMs: Date.UTC(2026, 10, 25, 11) };

describe('a week of a pool', () => {
  it('tells whose a booking is to its member, to staff and of those who are shown', async () => {
    const { as } = await open();
    const read = async (who: string) => (await (await as(who))({ url: '/api/bookings?pool=lasers' })).json();
    const own = await read('ada');
    expectShape(PoolBookings, own);
    const told = (week: PoolBookings) => week.bookings.map(({ booking, member }) => [booking, member]);
    expect(told(own)).toEqual([
      ['b-1', 'Ada Rossi'],
      ['b-2', 'Bo Weiß'],
      ['b-3', 'Tina'],
    ]);
    expect(told(await read('bo'))[0]).toEqual(['b-1', null]);
    expect(told(await read('eva'))[0]).toEqual(['b-1', 'Ada Rossi']);
    expect(own.bookings[0]).toMatchObject({ mine: true, latestCancel: '2026-11-22T21:00:00.000Z' });
    expect(own.bookings[2]).toMatchObject({ mine: false, offered: 'to-me', latestCancel: null });
    expect(own).toMatchObject({ leastMinutes: 30, mostMinutes: 240, wishes: [{ wish: 'w-1', rank: 1 }] });
    expect(own.draft.week).toMatch(/^2026-1[12]-\d\d$/);
  });

  it('is refused where the pool cannot be booked, or the times cannot be read', async () => {
    const { as } = await open();
    const ada = await as('ada');
    expectProblem(await ada({ url: '/api/bookings?pool=mills' }), 404, 'pool-not-booked');
    expectProblem(await ada({ url: '/api/bookings?pool=__proto__' }), 400, 'request-invalid');
    expectProblem(await ada({ url: '/api/bookings?pool=constructor' }), 404, 'pool-not-booked');
    expectProblem(await ada({ url: '/api/bookings?pool=lasers&from=tomorrow' }), 400, 'range-wrong');
  });

  it('offers free starts for a length', async () => {
    const { as, gateway } = await open();
    gateway.bookings.nextFree = [{ machine: 'laser', fromMs: startMs + hour }];
    const answer = (await (await as('ada'))({ url: '/api/bookings/free?pool=lasers&minutes=90' })).json();
    expectShape(FreeStarts, answer);
    expect(answer).toEqual({ minutes: 90, starts: [{ machine: 'laser', from: '2026-11-22T10:00:00.000Z' }] });
    expect(gateway.asked.at(-1)).toMatchObject({ with: { member: 'key-ada', lengthMs: 90 * 60_000 } });
  });
});

describe('a booking of mine', () => {
  it('is made, moved, given, accepted and cancelled', async () => {
    const { as, gateway } = await open();
    const ada = await as('ada');
    const made = await ada({ method: 'POST', url: '/api/bookings', payload: request });
    expect(made.statusCode).toBe(201);
    expectShape(BookingDone, made.json());
    const { pool: _, ...change } = { ...request, machine: null };
    await ada({ method: 'PATCH', url: '/api/bookings/b-1', payload: change });
    await ada({ method: 'POST', url: '/api/bookings/b-1/give', payload: { to: 'bo' } });
    await ada({ method: 'POST', url: '/api/bookings/b-3/accept' });
    expect((await ada({ method: 'DELETE', url: '/api/bookings/b-1' })).statusCode).toBe(200);
    expect(gateway.asked).toEqual([
      { verb: 'makeBooking', with: { pool: 'lasers', machine: 'laser', member: 'key-ada', ...times } },
      { verb: 'moveBooking', with: { booking: 'b-1', by: 'key-ada', machine: null, ...times } },
      { verb: 'offerBooking', with: { booking: 'b-1', by: 'key-ada', to: 'key-bo' } },
      { verb: 'acceptBooking', with: { booking: 'b-3', by: 'key-ada' } },
      { verb: 'cancelBooking', with: { booking: 'b-1', by: 'key-ada' } },
    ]);
  });

  it('of another is for staff only, who may also book for them', async () => {
    const { as, gateway } = await open();
    const payload = { ...request, for: 'bo' };
    expectProblem(
      await (await as('ada'))({ method: 'POST', url: '/api/bookings', payload }),
      403,
      'scope-missing',
    );
    const root = await as(controlToken);
    expect((await root({ method: 'POST', url: '/api/bookings', payload })).statusCode).toBe(201);
    await root({ method: 'DELETE', url: '/api/bookings/b-1' });
    expect(gateway.asked.at(-1)).toEqual({ verb: 'cancelBooking', with: { booking: 'b-1', by: null } });
    const nobody = { ...request, for: 'nobody' };
    expectProblem(
      await root({ method: 'POST', url: '/api/bookings', payload: nobody }),
      404,
      'member-unknown',
    );
  });

  it('refused says against what, and the next free start', async () => {
    const { as, gateway } = await open();
    gateway.bookings.nextBooked = {
      ...({ ok: false, code: 'booking-promised' } as const),
      ...{ values: { machine: 'Laser', at: '2026-11-25 12:00' }, nextMs: times.toMs },
    };
    const answer = await (await as('ada'))({ method: 'POST', url: '/api/bookings', payload: request });
    expectProblem(answer, 409, 'booking-promised');
    expect(answer.json()).toMatchObject({
      about: 'machine Laser, at 2026-11-25 12:00',
      readings: ['2026-11-25T11:00:00.000Z'],
    });
  });

  it('stands with wishes and offers under my own', async () => {
    const { as } = await open();
    const own = (await (await as('ada'))({ url: '/api/bookings/own' })).json();
    expectShape(OwnBookings, own);
    expect(own.bookings.map(({ booking }: { booking: string }) => booking)).toEqual(['b-1', 'b-3']);
    expect(own).toMatchObject({ calendar: false, pools: ['lasers'] });
  });
});

it('wishes are made, listed and taken back', async () => {
  const { as, gateway } = await open();
  const ada = await as('ada');
  const made = await ada({ method: 'POST', url: '/api/wishes', payload: { ...request, machine: null } });
  expect(made.statusCode).toBe(201);
  expectShape(Type.Array(WishView), (await ada({ url: '/api/wishes' })).json());
  gateway.bookings.nextBooked = { ok: false, code: 'wish-unknown', values: {} };
  expectProblem(await ada({ method: 'DELETE', url: '/api/wishes/w-9' }), 404, 'wish-unknown');
});
