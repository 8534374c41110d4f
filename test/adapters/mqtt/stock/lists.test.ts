// The list of badges of an esp-rfid box at the real broker: asked for, changed, acknowledged or not; cards go to that box alone.

import { afterEach, describe, expect, it } from 'vitest';
import { simulateEspRfid } from '../../../../src/adapters/simulator/stock/esp-rfid.ts';
import { type Fixture, startFixture, until } from '../broker-fixture.ts';
import { box, boxes, devicesOf, signInOf } from './boxes.ts';

const door = box('ESP-door', {
  role: 'reader',
  id: 'door',
  kind: 'esp-rfid',
  entry: { topic: 'rfid', generation: 2, hostname: 'door-box', allowList: true },
});
const row = { uid: '04a1b2c3d4e580', user: 'o-1', untilS: 2_000_000_000 };
const kept = { user: 'o-1', acctype: 1, validsince: 0, validuntil: 2_000_000_000 };

let fixture: Fixture;
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await fixture.close();
});

async function opened(account = door, ackMs = 5_000) {
  fixture = await startFixture({ devices: devicesOf(account), timing: { quietMs: 60, ackMs } });
  const simulated = simulateEspRfid({
    ...signInOf(account, fixture.url),
    topic: 'rfid',
    hostname: 'door-box',
    nowS: () => 1_900_000_000,
  });
  closing.push(simulated.close);
  await simulated.ready();
  const address = () => fixture.said.some((one) => one.address !== undefined);
  await until(address);
  return simulated;
}
const lists = () => fixture.broker.allowLists;

describe('the list of a box', () => {
  it('is known once the box hears its commands, and then is what it holds', async () => {
    const simulated = await opened();
    expect(fixture.readersConnected).toEqual(['door']);
    expect(await lists().held('door')).toEqual([]);
    simulated.put(row.uid, kept);
    simulated.put('94d8fc5f', { ...kept, user: 'Mallory', acctype: 99 });
    expect(await lists().held('door')).toEqual([row, { uid: '94d8fc5f', user: 'Mallory', untilS: 0 }]);
    // The question at the end took nothing away.
    expect(simulated.users().size).toBe(2);
  });

  it('changes when it is told, and the box then opens by itself, as long as it may', async () => {
    const simulated = await opened();
    expect(await lists().allow('door', row)).toBe(true);
    expect(simulated.users().get(row.uid)).toEqual(kept);
    expect(simulated.heard().every((text) => Buffer.byteLength(text) < 2048)).toBe(true);
    await fixture.broker.close();
    simulated.card(row.uid);
    simulated.card('04a1b2c3d4e581');
    expect(simulated.opened()).toBe(1);
  });

  it('lets go of a card, and acknowledges also what it did not hold', async () => {
    const simulated = await opened();
    await lists().allow('door', row);
    expect(await lists().disallow('door', row.uid)).toBe(true);
    expect(await lists().disallow('door', row.uid)).toBe(true);
    expect(simulated.users().size).toBe(0);
    simulated.card(row.uid);
    expect(simulated.opened()).toBe(0);
  });

  it('of a box that takes no command is unknown, not empty; so is that of one that has gone', async () => {
    const simulated = await opened(door, 150);
    simulated.fallDeaf(true);
    expect(await lists().held('door')).toBeNull();
    expect(await lists().allow('door', row)).toBe(false);
    simulated.vanish();
    await until(() => fixture.said.some(({ there }) => !there));
    expect(await lists().held('door')).toBeNull();
    expect(await lists().disallow('door', row.uid)).toBe(false);
  });

  it('is changed by one command at a time', async () => {
    await opened();
    const both = [lists().allow('door', row), lists().allow('door', { ...row, uid: '94d8fc5f' })];
    expect(await Promise.all(both)).toEqual([true, false]);
  });

  it('is none at a box whose entry asks for none, nor at one that is not there', async () => {
    const simulated = await opened(boxes.espRfid);
    expect(await lists().held('door')).toBeNull();
    expect(await lists().allow('door', row)).toBe(false);
    expect(await lists().allow('gate', row)).toBe(false);
    expect(simulated.heard()).toEqual([]);
    expect(fixture.readersConnected).toEqual([]);
  });

  it('inv. 11: an address that is none is never used, and no card stands in a log', async () => {
    fixture = await startFixture({ devices: devicesOf(door), timing: { quietMs: 60, ackMs: 150 } });
    const odd = simulateEspRfid({
      ...signInOf(door, fixture.url),
      ...{ topic: 'rfid', hostname: 'door-box', ip: '","cmd":"opendoor' },
    });
    closing.push(odd.close);
    await odd.ready();
    await until(() => fixture.said.some((one) => one.address !== undefined));
    expect(await lists().allow('door', row)).toBe(false);
    expect(odd.heard()).toEqual([]);
    expect(JSON.stringify(fixture.logged)).not.toContain(row.uid);
  });
});
