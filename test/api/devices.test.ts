// GET /api/devices tells what the gateway knows of readers and switches, and nothing beside it.

import { expect, it } from 'vitest';
import { DeviceView } from '../../src/contract/devices.ts';
import { expectShape, openApi } from './open-api.ts';

it('tells of a switch what it told, with what mends an unsafe setting', async () => {
  const setting = { name: 'PowerOnState', value: '3', safe: false, remedy: 'cmnd/lathe/PowerOnState 0' };
  const facts = { role: 'switch', id: 'plug', kind: 'tasmota', there: true, firmware: '14.2.0' } as const;
  const atMs = Date.UTC(2026, 10, 22, 9);
  const truths = {
    ordered: { on: false, n: 7, atMs },
    acknowledged: { on: false, atMs },
    measured: { powerW: 212.5, atMs },
    confirmed: 'dark',
  } as const;
  const { as } = await openApi({
    prepare: (gateway) => {
      const more = {
        ...{ signalDbm: -61, address: null, settings: [setting], truths, allowList: null },
        secret: 'x',
      };
      gateway.devices = () => [{ ...facts, seenAtMs: Date.UTC(2026, 10, 22, 9), ...more }];
    },
  });
  const answer = await (await as('eva'))({ url: '/api/devices' });
  expect(answer.statusCode, answer.body).toBe(200);
  const [device] = answer.json<unknown[]>();
  expectShape(DeviceView, device);
  const at = '2026-11-22T09:00:00.000Z';
  expect(device).toEqual({
    ...facts,
    seen: at,
    signalDbm: -61,
    address: null,
    machines: [],
    settings: [setting],
    truths: {
      ordered: { on: false, n: 7, at },
      acknowledged: { on: false, at },
      measured: { powerW: 212.5, at },
      confirmed: 'dark',
    },
    allowList: null,
  });
});

it('tells which machines a device serves, in the order of the file, with their leases', async () => {
  const { as } = await openApi({
    prepare: (gateway) => {
      const silent = { there: false, seenAtMs: null, firmware: null, signalDbm: null, address: null };
      gateway.devices = () => [
        {
          role: 'reader',
          id: 'front',
          kind: 'native',
          ...silent,
          settings: [],
          truths: null,
          allowList: null,
        },
        {
          role: 'switch',
          id: 'laser-plug',
          kind: 'native',
          ...silent,
          settings: [],
          truths: null,
          allowList: null,
        },
      ];
    },
  });
  const devices = (await (await as('eva'))({ url: '/api/devices' })).json<DeviceView[]>();
  const lathe = { id: 'lathe', name: 'Lathe', leaseS: 60, jobLeaseS: 900 };
  expect(devices.map(({ machines }) => machines)).toEqual([
    [lathe, { ...lathe, id: 'laser', name: 'Laser' }],
    [{ ...lathe, id: 'laser', name: 'Laser' }],
  ]);
});

it('tells how the list of a reader stands, and what makes good what is missing', async () => {
  const { as } = await openApi({
    prepare: (gateway) => {
      const facts = { role: 'reader', id: 'door', kind: 'esp-rfid', there: true, seenAtMs: null } as const;
      const more = { firmware: null, signalDbm: null, address: null, settings: [] };
      const allowList = { owed: 5, told: 2, missing: 3, left: 0 };
      gateway.devices = () => [{ ...facts, ...more, truths: null, allowList }];
    },
  });
  const [device] = (await (await as('eva'))({ url: '/api/devices' })).json<unknown[]>();
  expectShape(DeviceView, device);
  const remedy = expect.stringContaining('once at any reader');
  expect(device).toMatchObject({ allowList: { owed: 5, told: 2, missing: 3, left: 0, remedy } });
});
