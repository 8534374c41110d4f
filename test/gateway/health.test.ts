// Notices stand beside the reasons of an outage and are none themselves.

import { expect, it } from 'vitest';
import type { Change } from '../../src/gateway/gateway.ts';
import { openWorld } from '../fakes/fake-world.ts';

it('a diary that is behind is a notice, told once when it begins and once when it ends', async () => {
  const { gateway } = await openWorld();
  const told: Change[] = [];
  gateway.listen((change) => told.push(change));
  for (const behind of [false, true, true]) gateway.setNotice('influx-behind', behind);
  expect(gateway.health()).toMatchObject({ ok: true, reasons: [{ code: 'influx-behind' }] });
  gateway.setNotice('influx-behind', false);
  expect(gateway.health()).toEqual({ ok: true, reasons: [] });
  expect(told).toEqual([{ kind: 'health' }, { kind: 'health' }]);
});
