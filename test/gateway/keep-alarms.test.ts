// Alarms of switches around the real gateway: what raises one, what ends it, that it is raised once, and that the journal
// alone gives the open ones back.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AlarmAnswerWord } from '../../src/domain/machine/alarm.ts';
import { memberInput, openWorld, type World } from '../fakes/fake-world.ts';
import { replayed } from '../fakes/replay.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const plug = 'laser-plug';
const tap = (world: World) => world.tap({ reader: 'front', badge: sampleBadges.anna });
const measure = (world: World, powerW: number, on: boolean): void =>
  world.gateway.reportSwitch({ switch: plug, on, powerW, energyWh: null });
const open = (world: World): readonly string[] =>
  [...world.gateway.state().alarms.values()].map(({ code }) => code).sort();
const entriesOf = (world: World, type: string) =>
  world.journal.entries().filter((entry) => entry.type === type);
const truthsOf = (world: World, id: string) => world.gateway.devices().find((one) => one.id === id)?.truths;

async function answer(world: World, what: AlarmAnswerWord) {
  const [alarm = 'none'] = world.gateway.state().alarms.keys();
  const outcome = await world.gateway.answerAlarm({ alarm, by: 'console', what });
  await world.settle();
  return outcome;
}

async function inSession(): Promise<World> {
  const world = await openWorld();
  expect(await tap(world)).toMatchObject({ outcome: 'granted' });
  world.report('laser', 'idle');
  await world.advance(2_000);
  return world;
}

describe('the four truths', () => {
  it('stand apart, each with its time', async () => {
    const world = await inSession();
    measure(world, 212, true);
    expect(truthsOf(world, plug)).toEqual({
      ordered: { on: true, n: expect.any(Number), atMs: expect.any(Number) },
      acknowledged: { on: true, atMs: world.clock.wallMs() },
      measured: { powerW: 212, atMs: world.clock.wallMs() },
      confirmed: 'powered',
    });
    world.switches.get(plug).disconnect();
    world.report('laser', 'unknown', { link: 'lost', confidence: 'stale', source: 'silence' });
    await world.advance(1_000);
    expect(truthsOf(world, plug)).toMatchObject({
      ordered: { on: true },
      acknowledged: null,
      confirmed: 'dark',
    });
    expect(truthsOf(world, 'saw-plug')).toMatchObject({ measured: null, confirmed: 'none' });
    expect(truthsOf(world, 'front')).toBeNull();
  });
});

describe('an alarm', () => {
  it('is not raised by an evening as it should be', async () => {
    const world = await inSession();
    for (let minute = 0; minute < 20; minute++) {
      measure(world, 240, true);
      await world.advance(60_000);
    }
    await tap(world);
    await world.advance(5_000);
    measure(world, 1.2, false);
    await world.advance(120_000);
    await world.crash();
    await world.restart();
    await world.advance(120_000);
    expect(entriesOf(world, 'alarm-raised')).toEqual([]);
  });

  it('tells of a button that gave power, and after five seconds of the power', async () => {
    const world = await openWorld();
    await world.advance(2_000);
    world.switches.get(plug).loseOrders(true);
    world.switches.get(plug).press();
    await world.settle();
    expect(open(world)).toEqual(['switch-by-hand']);
    await world.advance(4_000);
    expect(open(world)).toEqual(['switch-by-hand']);
    await world.advance(2_000);
    expect(open(world)).toEqual(['power-without-session', 'switch-by-hand']);
    world.switches.get(plug).loseOrders(false);
    await world.advance(12_000);
    expect(world.switches.get(plug).isOn()).toBe(false);
    // What is over goes by itself; a hand waits for an answer.
    expect(open(world)).toEqual(['switch-by-hand']);
    expect(await answer(world, 'seen')).toEqual({ ok: true });
    expect(open(world)).toEqual([]);
  });

  it('tells of a button that took the power away in a session', async () => {
    const world = await inSession();
    world.switches.get(plug).press();
    await world.settle();
    expect(open(world)).toEqual(['switch-by-hand']);
    const [raised] = entriesOf(world, 'alarm-raised');
    expect(raised?.data).toMatchObject({ code: 'switch-by-hand', machine: 'laser', switch: plug });
    expect(raised?.data).toHaveProperty('session', expect.any(String));
  });

  it('tells of a lease that ran out, until an order arrives again', async () => {
    const world = await inSession();
    world.switches.get(plug).disconnect();
    await world.advance(70_000);
    world.switches.get(plug).connect();
    await world.advance(1_000);
    expect(open(world)).toContain('lease-lost');
    await tap(world);
    await world.advance(2_000);
    expect(open(world)).toEqual([]);
    expect(world.switches.get(plug).isOn()).toBe(true);
  });

  it('is not raised where the plug was pulled and put back', async () => {
    const world = await inSession();
    world.switches.get(plug).cutMains();
    await world.advance(3_000);
    world.switches.get(plug).connect();
    await world.advance(3_000);
    expect(open(world)).toEqual([]);
  });

  it('tells of a welded contact, and not of watts from before it opened', async () => {
    const world = await inSession();
    measure(world, 240, true);
    await tap(world);
    await world.advance(1_000);
    measure(world, 240, false);
    await world.advance(20_000);
    expect(open(world)).toEqual([]);
    measure(world, 240, false);
    await world.advance(9_000);
    expect(open(world)).toEqual(['power-without-session']);
    await world.advance(2_000);
    expect(open(world)).toEqual(['power-without-session', 'relay-welded']);
    measure(world, 1.5, false);
    await world.advance(500);
    expect(open(world)).toEqual([]);
  });

  it('tells of a session whose switch is unknown for a minute', async () => {
    const world = await inSession();
    world.switches.get(plug).disconnect();
    await world.advance(59_000);
    expect(open(world)).toEqual([]);
    await world.advance(2_000);
    expect(open(world)).toEqual(['session-on-dead-machine']);
  });

  it('tells of a meter that fell silent', async () => {
    const world = await inSession();
    measure(world, 240, true);
    await world.advance(590_000);
    expect(open(world)).toEqual([]);
    await world.advance(20_000);
    expect(open(world)).toEqual(['meter-silent']);
    expect(truthsOf(world, plug)?.measured).toBeNull();
    measure(world, 240, true);
    await world.settle();
    expect(open(world)).toEqual([]);
  });

  it('inv. 4: waits by the monotonic clock, whatever the wall clock does', async () => {
    const world = await inSession();
    world.switches.get(plug).disconnect();
    await world.advance(1_000);
    world.clock.jump(86_400_000);
    await world.advance(1_000);
    expect(open(world)).toEqual([]);
    world.clock.jump(-86_400_000);
    await world.advance(60_000);
    expect(open(world)).toEqual(['session-on-dead-machine']);
  });

  it('inv. 10: of a flapping switch is raised once a minute, and the rest is counted', async () => {
    const world = await openWorld();
    await world.advance(2_000);
    for (let times = 0; times < 20; times++) {
      measure(world, 0, true);
      await world.settle();
      if (open(world).length > 0) await answer(world, 'seen');
      measure(world, 0, false);
      await world.settle();
    }
    expect(entriesOf(world, 'alarm-raised')).toHaveLength(1);
    expect(world.counted.get('alarms_held_total')).toBeGreaterThan(0);
    await world.advance(61_000);
    expect(entriesOf(world, 'alarm-raised')).toHaveLength(2);
  });

  it('stays open over a restart, and is judged anew', async () => {
    const world = await inSession();
    world.switches.get(plug).disconnect();
    await world.advance(61_000);
    await world.crash();
    await world.restart();
    expect(open(world)).toEqual(['session-on-dead-machine']);
    world.switches.get(plug).connect();
    await world.advance(1_000);
    expect(open(world)).not.toContain('session-on-dead-machine');
  });

  it('of a switch that is described no more is over', async () => {
    const world = await openWorld();
    await world.advance(1_000);
    world.switches.get('saw-plug').press();
    await world.settle();
    expect(open(world)).toEqual(['switch-by-hand']);
    const { workshop } = world.gateway.state();
    if (!workshop) throw new Error('no workshop');
    const { 'saw-plug': _, ...switches } = workshop.switches;
    const { saw: __, ...machines } = workshop.machines;
    await world.gateway.describe({ ...workshop, switches, machines });
    await world.advance(1_000);
    expect(open(world)).toEqual([]);
  });

  it('is raised later when the journal could not write', async () => {
    const world = await openWorld();
    await world.advance(2_000);
    world.gate.setFull(true);
    world.switches.get(plug).press();
    await world.advance(1_000);
    expect(open(world)).toEqual([]);
    world.gate.setFull(false);
    await world.advance(2_000);
    expect(open(world)).toContain('switch-by-hand');
    expect(entriesOf(world, 'alarm-raised')).toHaveLength(1);
  });
});

describe('an answer', () => {
  it('is taken once', async () => {
    const world = await inSession();
    world.switches.get(plug).disconnect();
    await world.advance(61_000);
    expect(await answer(world, 'seen')).toEqual({ ok: true });
    expect(await answer(world, 'mended')).toEqual({ ok: false, code: 'alarm-answered' });
    expect(entriesOf(world, 'alarm-answered')).toHaveLength(1);
    // Seen is not over: it goes when it is.
    expect(open(world)).toEqual(['session-on-dead-machine']);
    expect(await world.gateway.answerAlarm({ alarm: 'none', by: 'console', what: 'seen' })).toEqual({
      ok: false,
      code: 'alarm-unknown',
    });
  });

  it('that it is mended ends it, and it is raised anew if it is not', async () => {
    const world = await inSession();
    world.switches.get(plug).disconnect();
    await world.advance(61_000);
    await answer(world, 'mended');
    expect(open(world)).toEqual([]);
    await world.advance(50_000);
    expect(open(world)).toEqual([]);
    await world.advance(20_000);
    expect(open(world)).toEqual(['session-on-dead-machine']);
  });

  it('stands in the record of what was raised', async () => {
    const world = await openWorld();
    await world.advance(2_000);
    const fromMs = world.clock.wallMs();
    world.switches.get(plug).press();
    await world.advance(1_000);
    const toMs = world.clock.wallMs();
    await answer(world, 'false-alarm');
    const [record, ...others] = await world.gateway.alarmsRaised({ fromMs, toMs });
    expect(others).toEqual([]);
    expect(record).toMatchObject({
      code: 'switch-by-hand',
      machine: 'laser',
      answered: { by: 'console', what: 'false-alarm' },
      clearedAtMs: expect.any(Number),
    });
    expect(await world.gateway.alarmsRaised({ fromMs: 0, toMs: fromMs })).toEqual([]);
  });
});

const deed = fc.oneof(
  fc.constantFrom('tap', 'press', 'leave', 'come', 'lose', 'find', 'seen', 'mended', 'crash' as const),
  fc.record({ on: fc.boolean(), powerW: fc.constantFrom(0, 2, 7.9, 8, 240) }),
  fc.integer({ min: 500, max: 90_000 }),
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

async function play(world: World, one: Deed): Promise<void> {
  const relay = world.switches.get(plug);
  if (typeof one === 'number') await world.advance(one);
  else if (typeof one === 'object') measure(world, one.powerW, one.on);
  else if (one === 'tap') await tap(world);
  else if (one === 'press') relay.press();
  else if (one === 'leave') relay.disconnect();
  else if (one === 'come') relay.connect();
  else if (one === 'lose' || one === 'find') relay.loseOrders(one === 'lose');
  else if (one === 'crash') {
    await world.crash();
    await world.restart();
  } else await answer(world, one);
  await world.settle();
}

describe('whatever happens', () => {
  it('inv. 3: each alarm is raised once, answered and cleared at most once, and replay gives the open ones', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 25 }), async (deeds) => {
        const world = await openWorld({ tickMs: 2_500, members: [annaAlone] });
        for (const one of deeds) await play(world, one);
        const seen = new Map<string, string[]>();
        for (const { type, data } of world.journal.entries()) {
          if (!type.startsWith('alarm-') || !('alarm' in data)) continue;
          const before = seen.get(data.alarm) ?? [];
          expect(type === 'alarm-raised').toBe(before.length === 0);
          expect(before).not.toContain(type);
          expect(before).not.toContain('alarm-cleared');
          seen.set(data.alarm, [...before, type]);
        }
        const { alarms } = world.gateway.state();
        expect(replayed(world.journal.entries()).alarms).toEqual(alarms);
        const keys = [...alarms.values()].map((alarm) => `${alarm.code} ${alarm.switch}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 60 },
    );
  });
});

const annaAlone = memberInput('anna', {
  badges: [sampleBadges.anna],
  certificates: [{ certificate: 'laser-basic', until: null }],
});
