// Home Assistant at the real broker: it finds the machines by documented messages, hears no name in anything, and can write
// nothing.

import type { MqttClient } from 'mqtt';
import { Check } from 'typebox/schema';
import { afterEach, describe, expect, it } from 'vitest';
import { discoveryOf } from '../../../src/adapters/home-assistant/discovery-of.ts';
import {
  type HomeAssistant,
  openHomeAssistant,
} from '../../../src/adapters/home-assistant/open-home-assistant.ts';
import { permit } from '../../../src/adapters/mqtt/permit.ts';
import { MachineFactsMessage } from '../../../src/contract/device-messages.ts';
import { shownOrder } from '../../../src/domain/machine/shown.ts';
import { createFakeGateway, type FakeGateway } from '../../fakes/fake-gateway.ts';
import { sampleWorkshop } from '../../fakes/sample-workshop.ts';
import {
  closed,
  type Fixture,
  type Heard,
  hear,
  signIn,
  startFixture,
  until,
} from '../mqtt/broker-fixture.ts';
import { discoveryFaults } from './fields.ts';

const account = {
  kind: 'listener',
  client: 'home-assistant',
  password: 'of-the-house',
  prefix: 'homeassistant',
} as const;

type Bench = {
  readonly fixture: Fixture;
  readonly gateway: FakeGateway;
  readonly seat: HomeAssistant;
  listen(): Promise<{ client: MqttClient; heard: Heard[] }>;
};

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function openBench(): Promise<Bench> {
  const gateway = createFakeGateway();
  gateway.live.workshop = sampleWorkshop;
  let seat: HomeAssistant | null = null;
  const fixture = await startFixture({ listener: { account, here: () => seat?.here() } });
  closing.push(fixture.close);
  const opened = openHomeAssistant({
    prefix: account.prefix,
    gateway,
    retain: fixture.broker.announcer.retain,
    clock: { wallMs: () => Date.now() },
    meters: { count: () => undefined },
    version: '1.2.3',
    settleMs: 5,
  });
  seat = opened;
  closing.push(opened.close);
  const listen = async () => {
    const client = await signIn(fixture, 'home-assistant', { password: account.password });
    const heard = hear(client);
    // As Home Assistant does: by kind of entity, and the topic that the discovery message names.
    await client.subscribeAsync(['homeassistant/+/+/config', 'homeassistant/+/+/+/config']);
    await client.subscribeAsync(
      Object.keys(sampleWorkshop.machines).map((id) => `officina/v1/machine/${id}/facts`),
    );
    return { client, heard };
  };
  return { fixture, gateway, seat: opened, listen };
}

const last = (heard: readonly Heard[], topic: string): string | undefined =>
  heard.findLast((one) => one.topic === topic)?.text;
const facts = (heard: readonly Heard[], machine: string) =>
  JSON.parse(last(heard, `officina/v1/machine/${machine}/facts`) ?? '{}') as MachineFactsMessage;
const config = (machine: string) => `homeassistant/device/officina-${machine}/config`;

describe('what Home Assistant finds', () => {
  it('is one device per machine, in documented fields alone', async () => {
    const { listen } = await openBench();
    const { heard } = await listen();
    await until(
      () => last(heard, config('loom')) !== undefined && last(heard, config('laser')) !== undefined,
    );
    const payload = JSON.parse(last(heard, config('laser')) ?? '');
    expect(discoveryFaults(payload)).toEqual([]);
    expect(payload).toMatchObject({
      device: { identifiers: ['officina-laser'], name: 'Laser' },
      origin: { name: 'Officina', sw_version: '1.2.3' },
      availability: [{ topic: 'officina/v1/gateway/status' }],
      state_topic: 'officina/v1/machine/laser/facts',
    });
    expect(payload.components.state.options).toEqual([...shownOrder]);
    expect(JSON.stringify(payload)).not.toContain('command');
  });

  it('would notice an undocumented field, a missing one and a wrong unit', () => {
    const made = discoveryOf({ machine: 'saw', name: 'Saw', space: 'Officina', version: '1' });
    expect(discoveryFaults(made)).toEqual([]);
    expect(discoveryFaults({ ...made, command_topic: 'x' })).toEqual(['command_topic is not documented']);
    expect(discoveryFaults({ ...made, origin: { sw_version: '1' } })).not.toEqual([]);
    const power = { platform: 'sensor', unique_id: 'x', device_class: 'power', unit_of_measurement: 'V' };
    expect(discoveryFaults({ ...made, components: { power } })).toEqual(['power: power is not told in V']);
  });

  it('reads every fact that an entity shows, and no other', async () => {
    const { listen } = await openBench();
    const { heard } = await listen();
    await until(() => last(heard, 'officina/v1/machine/laser/facts') !== undefined);
    expect(Check(MachineFactsMessage, facts(heard, 'laser'))).toBe(true);
    const text = JSON.stringify(discoveryOf({ machine: 'x', name: 'X', space: 'O', version: '1' }));
    const read = new Set([...text.matchAll(/value_json\.(\w+)/g)].map(([, name]) => name));
    const told = Object.keys(MachineFactsMessage.properties).filter((name) => name !== 'activity');
    expect([...read].sort()).toEqual(told.sort());
  });

  it('follows a machine: its state, its job and what its switch measures', async () => {
    const { gateway, listen } = await openBench();
    const { heard } = await listen();
    await until(() => last(heard, 'officina/v1/machine/laser/facts') !== undefined);
    gateway.live.machines.set('laser', {
      ...{
        link: 'up',
        linkSinceMs: 0,
        activity: 'running',
        substate: null,
        raw: null,
        confidence: 'reported',
      },
      ...{ source: 'status', sinceMs: 0, sinceMonoMs: 0, heat: 'unknown', draw: 'unknown', job: 'j1' },
    });
    gateway.readings.set('laser', { 'program.progress': 0.421, 'program.timeLeft': 61.7 });
    const readings = { 'electric.power': 812.4, 'electric.energy': 9000.2 };
    gateway.emit({ kind: 'reading', machine: 'laser', atMs: 0, readings });
    await until(() => facts(heard, 'laser').power_w === 812);
    expect(facts(heard, 'laser')).toEqual({
      ...{ shown: 'running', activity: 'running', heard: true, problem: false },
      ...{ progress: 42, time_left_s: 62, power_w: 812, energy_wh: 9000 },
    });
    // What cannot be heard has no progress (invariant 7).
    const seen = gateway.live.machines.get('laser');
    if (seen) gateway.live.machines.set('laser', { ...seen, link: 'lost' });
    gateway.emit({ kind: 'machine', machine: 'laser' });
    await until(() => facts(heard, 'laser').heard === false);
    expect(facts(heard, 'laser')).toMatchObject({ progress: null, time_left_s: null });
  });

  it('loses a machine that is described no more, also one that went while it was away', async () => {
    const { gateway, listen } = await openBench();
    const { heard } = await listen();
    await until(() => last(heard, config('saw')) !== undefined);
    const { saw: _, ...rest } = sampleWorkshop.machines;
    gateway.live.care.set('saw', {} as never);
    gateway.live.workshop = { ...sampleWorkshop, machines: rest };
    gateway.emit({ kind: 'workshop' });
    await until(() => last(heard, config('saw')) === '');
    // A later visit hears no description of it, and once more that it is gone.
    const later = await listen();
    await until(() => last(later.heard, config('saw')) !== undefined);
    expect(later.heard.filter(({ topic }) => topic === config('saw')).map(({ text }) => text)).toEqual(
      expect.not.arrayContaining([expect.stringContaining('Saw')]),
    );
  });
});

describe('what Home Assistant may not', () => {
  it('hears no name, handle, key, badge or session of anybody', async () => {
    const { gateway, listen } = await openBench();
    const member = gateway.enrol({ handle: 'anna-handle', name: 'Anna Rossi', shown: true });
    gateway.hold('laser', member, { badge: 'badge-of-anna', session: 'session-of-anna' });
    const { heard, client } = await listen();
    // The state of a machine may carry the name of who chose to be shown: it is not for programs beside us.
    await client.subscribeAsync('officina/v1/machine/laser/state').catch(() => undefined);
    gateway.emit({ kind: 'machine', machine: 'laser' });
    await until(
      () => facts(heard, 'laser').shown !== undefined && last(heard, config('laser')) !== undefined,
    );
    const all = JSON.stringify(heard);
    for (const secret of ['anna', 'Anna', 'Rossi', member, 'badge-of-anna', 'session-of-anna'])
      expect(all).not.toContain(secret);
    expect(heard.some(({ topic }) => topic.endsWith('/state'))).toBe(false);
  });

  it.each([
    'homeassistant/device/officina-laser/config',
    'officina/v1/machine/laser/facts',
    'officina/v1/machine/laser/report',
    'officina/v1/switch/laser-plug/set',
    'officina/v1/reader/front/tap',
    'officina/v1/gateway/status',
  ])('writes nothing to %s: the broker refuses and closes', async (topic) => {
    const { fixture, listen } = await openBench();
    const { client } = await listen();
    const witness = await listenAs(fixture);
    client.publish(topic, 'forged', { retain: true });
    await closed(client);
    expect(fixture.counted('mqtt_refused_total', 'publish-forbidden')).toBe(1);
    expect(witness.some(({ text }) => text === 'forged')).toBe(false);
    for (const other of ['reader-front', 'switch-plug', 'machine-laser'] as const) {
      const [kind = 'reader', id = ''] = other.split('-') as ['reader' | 'switch' | 'machine', string];
      expect(permit({ kind, id }, 'publish', 'officina/v1/machine/laser/facts')).toBe(false);
      expect(permit({ kind, id }, 'publish', config('laser'))).toBe(false);
    }
  });

  it('says how it is itself, as it does at each start, which goes nowhere', async () => {
    const { fixture, listen } = await openBench();
    const { client } = await listen();
    await client.publishAsync('homeassistant/status', 'online', { qos: 1 });
    await client.publishAsync('homeassistant/status', 'online', { qos: 1, retain: true });
    expect(client.connected).toBe(true);
    expect(fixture.counted('mqtt_ignored_total', 'publish')).toBe(2);
  });

  it('comes with its own password and client id, and hears of nothing else', async () => {
    const { fixture } = await openBench();
    await expect(signIn(fixture, 'home-assistant', { password: 'guessed' })).rejects.toThrow();
    const other = { username: 'home-assistant', password: account.password };
    await expect(signIn(fixture, 'somebody', other)).rejects.toThrow();
    for (const topic of ['#', 'officina/#', 'officina/v1/machine/+/state', 'officina/v1/reader/front/answer'])
      expect(permit(account, 'subscribe', topic)).toBe(false);
    for (const topic of ['homeassistant/#', 'homeassistant/+/+/config', 'officina/v1/machine/+/facts'])
      expect(permit(account, 'subscribe', topic)).toBe(true);
  });

  it('may subscribe to hundreds of topics in one packet, as it does', async () => {
    const { fixture } = await openBench();
    const client = await signIn(fixture, 'home-assistant', { password: account.password });
    const many = Array.from({ length: 400 }, (_, i) => `homeassistant/sensor/m${i}/config`);
    const granted = await client.subscribeAsync(many);
    expect(granted.every(({ qos }) => qos === 0)).toBe(true);
  });
});

async function listenAs(fixture: Fixture): Promise<Heard[]> {
  const client = await signIn(fixture, 'machine-laser');
  const heard = hear(client);
  await client.subscribeAsync(['officina/v1/machine/+/state', 'officina/v1/gateway/status']);
  return heard;
}
