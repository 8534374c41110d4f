// `booking`: what it asks a running gateway, what it prints, and wrong use told before anything is asked.

import { describe, expect, it } from 'vitest';
import type { RunningGateway } from '../../src/commands/boxes.ts';
import { call, fakeBoxes } from './fake-boxes.ts';

function running(status: number, body: unknown) {
  const asked: Parameters<RunningGateway['ask']>[0][] = [];
  const gateway: RunningGateway = {
    url: 'http://127.0.0.1:1',
    ask: async (request) => {
      asked.push(request);
      return { status, body };
    },
  };
  return { asked, boxes: fakeBoxes({ running: async () => gateway }) };
}

const one = {
  ...{ booking: 'b-1', pool: 'lasers', machine: 'laser', phase: 'booked', mine: false, offered: 'no' },
  ...{ from: '2027-10-11T16:00:00.000Z', to: '2027-10-11T17:00:00.000Z', member: 'Anna \u001b[31mRossi' },
  ...{ latestCancel: null, drawn: null },
};
const week = {
  ...{ pool: 'lasers', machines: [], leastMinutes: 30, mostMinutes: 240, horizonDays: 14, lateHours: 12 },
  ...{ draft: null, bookings: [one], wishes: [] },
};

const booking = (args: readonly string[], boxes = fakeBoxes()) => call(['booking', ...args], { boxes }).done;

describe('booking', () => {
  it('lists what is booked, on the clock of the space, without control characters', async () => {
    const { boxes } = running(200, week);
    const { code, out } = await booking(['list', 'lasers'], boxes);
    expect(code).toBe(0);
    expect(out).toContain('2027-10-11 18:00 to 2027-10-11 19:00  laser  Anna');
    expect(out).not.toContain('\u001b');
  });

  it('books for a member in the time of the space', async () => {
    const { asked, boxes } = running(201, { id: 'b-2' });
    const argv = ['make', 'anna', 'laser', '2027-10-11 18:00', '--minutes', '90'];
    expect(await booking(argv, boxes)).toMatchObject({ code: 0, out: 'Booked: b-2\n' });
    expect(asked).toMatchObject([
      {
        method: 'POST',
        path: '/api/bookings',
        body: {
          machine: 'laser',
          for: 'anna',
          from: '2027-10-11T16:00:00.000Z',
          to: '2027-10-11T17:30:00.000Z',
        },
      },
    ]);
  });

  it('says why not, and when it would be free', async () => {
    const problem = {
      ...{
        title: 'Somebody has booked this machine then.',
        detail: 'Choose another time.',
        code: 'booking-taken',
      },
      ...{ about: 'machine Laser', readings: ['2027-10-11T17:00:00.000Z'] },
    };
    const { boxes } = running(409, problem);
    const { code, err } = await booking(['cancel', 'b-1'], boxes);
    expect(code).toBe(1);
    expect(err).toContain('The next free start is 2027-10-11 19:00.');
  });

  it.each([
    [['list'], 2],
    [['steal', 'b-1'], 2],
    [['list', '../x'], 2],
    [['make', 'anna', 'laser', 'tomorrow'], 2],
    [['make', 'anna', 'nothing', '2027-10-11 18:00'], 2],
    [['make', 'anna', 'laser', '2027-10-31 02:30'], 2],
    [['make', 'anna', 'laser', '2027-10-11 18:00', '--minutes', 'x'], 2],
  ])('%j is wrong use and asks nothing', async (argv, code) => {
    const { asked, boxes } = running(200, week);
    expect((await booking(argv, boxes)).code).toBe(code);
    expect(asked).toEqual([]);
  });

  it('needs a gateway that runs', async () => {
    const { code, err } = await booking(['list', 'lasers']);
    expect(code).toBe(1);
    expect(err).toContain('No gateway runs');
  });
});
