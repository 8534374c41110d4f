// A plug of the shop at the real broker and the real gateway: what somebody does to it by hand, what breaks in it, and the
// answer of a steward over HTTP. The plug speaks as the device does; only time is turned by hand.

import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type SimulatedShellyGen2,
  simulateShellyGen2,
} from '../../../../src/adapters/simulator/stock/shelly-gen2.ts';
import type { ApiOptions } from '../../../../src/api/options.ts';
import { openApi, signIn as signInAs } from '../../../api/open-api.ts';
import { memberInput, openWorld, type World } from '../../../fakes/fake-world.ts';
import { machineLike, sampleBadges, sampleWorkshop } from '../../../fakes/sample-workshop.ts';
import { type HandTime, handTurned } from '../../simulator/hand-time.ts';
import { type Fixture, startFixture, until } from '../broker-fixture.ts';
import { boxes, devicesOf, signInOf } from './boxes.ts';

/** One press with a plug, and no controller. */
const workshop = {
  ...sampleWorkshop,
  machines: { press: machineLike({ name: 'Press', switch: 'press', requires: [], link: 'none' }) },
  switches: { press: { kind: 'shelly-gen2' } },
  order: ['press'],
};

let fixture: Fixture;
let world: World;
let plug: SimulatedShellyGen2;
let time: HandTime;

beforeEach(async () => {
  fixture = await startFixture({ devices: devicesOf(boxes.shellyGen2) });
  const anna = memberInput('anna', { badges: [sampleBadges.anna] });
  const members = [anna, memberInput('eva', { roles: ['steward'] })];
  world = await openWorld({ workshop, members, outerSwitches: fixture.broker.switches });
  fixture.onSwitch = (report) => world.gateway.reportSwitch(report);
  time = handTurned();
  plug = simulateShellyGen2({ ...signInOf(boxes.shellyGen2, fixture.url), prefix: 'shellyplus-1', time });
  await plug.ready();
  await until(() => truths()?.acknowledged?.on === false);
  await pass(5_000);
});
afterEach(async () => {
  await plug.close();
  await fixture.close();
});

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
/** As this world hashes passwords. */
const secrets: ApiOptions['secrets'] = {
  badgeKey: (badge) => badge,
  readSun: () => null,
  seal: ({ text }) => text,
  unseal: ({ sealed }) => sealed,
  digest,
  hashPassword: async (password) => `hash of ${digest(password)}`,
  verifyPassword: async (password, hash) => hash === `hash of ${digest(password)}`,
};

const truths = () => world.gateway.devices().find(({ id }) => id === 'press')?.truths;
const open = (): readonly string[] => [...world.gateway.state().alarms.values()].map(({ code }) => code);

/** Time for both; what the plug says meanwhile has arrived after it. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 1_000) {
    time.turn(Math.min(left, 1_000));
    await world.advance(Math.min(left, 1_000));
  }
}

/** Anna holds the press, and it draws 240 W. */
async function pressing(): Promise<void> {
  expect(await world.tap({ reader: 'front', badge: sampleBadges.anna })).toMatchObject({
    outcome: 'granted',
  });
  await until(() => plug.isOn() && truths()?.acknowledged?.on === true);
  plug.draw(240);
  await until(() => truths()?.measured?.powerW === 240);
}

async function leave(): Promise<void> {
  await world.tap({ reader: 'front', badge: sampleBadges.anna });
  await pass(1_000);
  await until(() => !plug.isOn() && truths()?.acknowledged?.on === false);
}

describe('a plug', () => {
  it('that is used and left raises nothing', async () => {
    await pressing();
    await pass(50_000);
    await leave();
    await until(() => truths()?.measured?.powerW === 0);
    await pass(30_000);
    expect(world.journal.entries().filter(({ type }) => type === 'alarm-raised')).toEqual([]);
  });

  it('that somebody turns on at its button is told at once, and turned off', async () => {
    plug.press();
    await until(() => open().includes('switch-by-hand'));
    await until(() => !plug.isOn());
  });

  it('whose contact is welded is told of by what it measures from minute to minute', async () => {
    await pressing();
    plug.weld();
    await leave();
    for (let minute = 0; minute < 4 && !open().includes('relay-welded'); minute++) {
      const heard = fixture.switchReports.length;
      await pass(60_000);
      await until(() => fixture.switchReports.length > heard);
      await pass(12_000);
    }
    expect(open()).toContain('relay-welded');
    expect(truths()).toMatchObject({ ordered: { on: false }, acknowledged: { on: false } });
    // A mean over about a minute, since only the total is told.
    expect(truths()?.measured?.powerW).toBeGreaterThan(100);
  });

  it('whose meter says nothing any more is told of after ten minutes', async () => {
    await pressing();
    plug.loseMeter();
    for (let minute = 0; minute < 11; minute++) {
      await pass(20_000);
      // A renewal is there before its lease is over.
      await until(() => time.dueMs().some((atMs) => atMs > time.monoMs() + 30_000));
      await pass(40_000);
    }
    expect(plug.isOn()).toBe(true);
    expect(open()).toEqual(['meter-silent']);
    expect(truths()?.measured).toBeNull();
  });

  it('is answered for by a steward, and the journal says who', async () => {
    plug.press();
    await until(() => open().includes('switch-by-hand'));
    const eva = world.gateway.personByHandle('eva')?.member ?? '';
    await world.gateway.setPassword(eva, 'eva-password');
    const { ask } = await openApi({ gateway: world.gateway, secrets });
    const headers = { cookie: await signInAs(ask, 'eva') };
    const listed = await ask({ url: '/api/alarms', headers });
    const [alarm] = listed.json<{ alarm: string; code: string; answered: unknown }[]>();
    expect(alarm).toMatchObject({
      code: 'switch-by-hand',
      machine: 'press',
      switch: 'press',
      answered: null,
    });
    const url = `/api/alarms/${alarm?.alarm}/answer`;
    const answered = await ask({ method: 'POST', url, headers, payload: { what: 'seen' } });
    expect(answered.statusCode, answered.body).toBe(204);
    const written = world.journal.entries().filter(({ type }) => type === 'alarm-answered');
    expect(written.map(({ data }) => data)).toEqual([{ alarm: alarm?.alarm, by: eva, what: 'seen' }]);
  });
});
