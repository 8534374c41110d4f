// A start at a kiosk through the whole gateway: the same rules, the same journal and the same power as at a tap; and who
// stands there is told by PIN or badge, as slowly as at a keypad.

import { describe, expect, it } from 'vitest';
import type { AtKioskNow, Change, MemberInput } from '../../src/gateway/gateway.ts';
import { memberInput, openWorld, type World } from '../fakes/fake-world.ts';
import { machineLike, sampleBadges, sampleWorkshop } from '../fakes/sample-workshop.ts';

const { anna, bruno, carla } = sampleBadges;
const certificates = [{ certificate: 'laser-basic', until: null }];
const people: readonly MemberInput[] = [
  memberInput('anna', { badges: [anna], certificates }),
  memberInput('bruno', { badges: [bruno], certificates }),
  memberInput('carla', { badges: [carla] }),
  memberInput('dora', { certificates }),
];
const workshop = {
  ...sampleWorkshop,
  machines: {
    ...sampleWorkshop.machines,
    loom: machineLike({ ...sampleWorkshop.machines.loom, reader: null, level: 'pin' }),
    saw: machineLike({ ...sampleWorkshop.machines.saw, level: 'sun' }),
  },
  costCodes: { research: { name: 'Research' } },
} as const;

const keyOf = (world: World, handle: string): string => world.gateway.personByHandle(handle)?.member ?? '';

async function open(): Promise<World> {
  const world = await openWorld({ workshop, members: people });
  for (const handle of ['anna', 'bruno', 'carla', 'dora'])
    await world.gateway.setPin({ member: keyOf(world, handle), pin: '482913', unlock: false });
  world.report('laser', 'idle');
  await world.settle();
  return world;
}

async function byPin(world: World, handle = 'anna'): Promise<AtKioskNow> {
  const found = await world.gateway.identifyAtKiosk({ handle, pin: '482913' });
  if (!found.ok) throw new Error(found.code);
  return found.who;
}

const start = (world: World, who: AtKioskNow, machine = 'laser', ceilingMinor: string | null = null) =>
  world.gateway.startAtKiosk({ machine, who, costCode: null, ceilingMinor });
const typesOf = (world: World) => world.journal.entries().map(({ type }) => type);

describe('START at a kiosk', () => {
  it('inv. 1: stands in the journal before power goes on, as at a tap', async () => {
    const world = await open();
    const who = await byPin(world);
    const plug = world.switches.get('laser-plug');
    const before = typesOf(world).length;
    const answer = await start(world, who, 'laser', '1200');
    expect(answer).toMatchObject({ ok: true, answer: { outcome: 'granted', machine: 'laser' } });
    expect(typesOf(world).slice(before)).toEqual(expect.arrayContaining(['session-started', 'ceiling-set']));
    await world.advance(1_000);
    expect(plug.isOn()).toBe(true);
    expect(world.gateway.state().sessions.get('laser')).toMatchObject({
      ...{ member: keyOf(world, 'anna'), badge: 'pin', ceilingMinor: '1200' },
    });
  });

  it('needs neither a badge nor a reader', async () => {
    const world = await open();
    expect(await start(world, await byPin(world, 'dora'), 'loom')).toMatchObject({
      answer: { outcome: 'granted', machine: 'loom' },
    });
  });

  it('inv. 6: is refused by the same rules, and disturbs nobody', async () => {
    const world = await open();
    expect(await start(world, await byPin(world, 'carla'))).toMatchObject({
      answer: { outcome: 'refused', code: 'certificate-missing' },
    });
    await start(world, await byPin(world));
    const held = structuredClone(world.gateway.state().sessions.get('laser'));
    expect(await start(world, await byPin(world, 'bruno'))).toMatchObject({
      answer: { outcome: 'refused', code: 'machine-in-use' },
    });
    expect(world.gateway.state().sessions.get('laser')).toEqual(held);
  });

  it('ends nothing: whoever holds the machine is told so', async () => {
    const world = await open();
    const who = await byPin(world);
    await start(world, who);
    expect(await start(world, who)).toEqual({ ok: false, code: 'session-held' });
    await world.tap({ reader: 'back', badge: bruno });
    expect(world.gateway.state().sessions.get('laser')?.phase).toBe('active');
  });

  it('wants proof where the machine does, and a PIN where it does', async () => {
    const world = await open();
    expect(await start(world, await byPin(world), 'saw')).toMatchObject({ answer: { code: 'badge-weak' } });
    const held = await world.gateway.identifyAtKiosk({ badge: anna, pin: null });
    if (!held.ok) throw new Error(held.code);
    expect(await start(world, held.who, 'loom')).toMatchObject({ answer: { code: 'pin-missing' } });
  });

  it('takes over what is handed over, and the meter splits there', async () => {
    const world = await open();
    const who = await byPin(world);
    await start(world, who);
    await world.gateway.offerHandOver({ machine: 'laser', by: who.member });
    const told: Change[] = [];
    world.gateway.listen((change) => told.push(change));
    expect(await start(world, await byPin(world, 'bruno'))).toMatchObject({ answer: { outcome: 'granted' } });
    expect(world.gateway.state().sessions.get('laser')?.member).toBe(keyOf(world, 'bruno'));
    expect(told).toContainEqual(expect.objectContaining({ kind: 'told', member: who.member }));
  });

  it('inv. 1: gives no power where the journal cannot write', async () => {
    const world = await open();
    const who = await byPin(world);
    world.gate.setFull(true);
    await expect(start(world, who)).rejects.toMatchObject({ code: 'journal-full' });
    await world.advance(1_000);
    expect(world.switches.get('laser-plug').isOn()).toBe(false);
    expect(world.gateway.state().sessions.size).toBe(0);
  });

  it('leaves the taps of the readers alone, also over a restart', async () => {
    const world = await open();
    await start(world, await byPin(world));
    await world.gateway.finishAtKiosk({ machine: 'laser', who: await byPin(world) });
    await world.advance(5_000);
    await world.crash();
    await world.restart();
    world.report('laser', 'idle');
    await world.settle();
    expect(await world.tap({ reader: 'front', badge: anna })).toMatchObject({
      outcome: 'granted',
      code: null,
    });
  });

  it('inv. 8: a badge that is taken away meanwhile begins nothing', async () => {
    const world = await open();
    const held = await world.gateway.identifyAtKiosk({ badge: anna, pin: null });
    if (!held.ok) throw new Error(held.code);
    const { badge, member } = held.who;
    await world.gateway.loseBadge({ member, badge: badge ?? '', replaceAt: null });
    expect(await start(world, held.who)).toMatchObject({ answer: { outcome: 'refused' } });
  });
});

describe('who stands there', () => {
  it.each([
    ['anna', '000000'],
    ['anna', ''],
    ['nobody', '482913'],
  ])('is not told apart: %s with the PIN "%s"', async (handle, pin) => {
    const world = await open();
    const found = await world.gateway.identifyAtKiosk({ handle, pin });
    expect(found).toEqual({ ok: false, code: 'kiosk-pin-wrong' });
  });

  it('locks the PIN after five wrong ones, at readers too, and counts those that come at once', async () => {
    const world = await open();
    const wrong = Array.from({ length: 8 }, () =>
      world.gateway.identifyAtKiosk({ handle: 'anna', pin: '111111' }),
    );
    const codes = (await Promise.all(wrong)).map((one) => (one.ok ? 'ok' : one.code));
    expect(codes.filter((code) => code === 'kiosk-pin-wrong')).toHaveLength(5);
    expect(codes.filter((code) => code === 'pin-locked')).toHaveLength(3);
    await world.crash();
    await world.restart();
    const right = await world.gateway.identifyAtKiosk({ handle: 'anna', pin: '482913' });
    expect(right).toEqual({ ok: false, code: 'pin-locked' });
  });

  it('PIN sessions stay when a badge is lost', async () => {
    const world = await open();
    const who = await byPin(world);
    await start(world, who);
    const [badge = ''] = world.gateway.state().members.get(who.member)?.badges ?? [];
    await world.gateway.loseBadge({ member: who.member, badge, replaceAt: null });
    await world.advance(3_000);
    expect(world.gateway.state().sessions.get('laser')?.phase).toBe('active');
  });

  it('forgives wrong ones after a right one', async () => {
    const world = await open();
    await world.gateway.identifyAtKiosk({ handle: 'anna', pin: '111111' });
    await byPin(world);
    expect(world.gateway.state().pinTries.size).toBe(0);
  });

  it('is told by a badge, unless it is nobody’s or its member is suspended', async () => {
    const world = await open();
    expect(await world.gateway.identifyAtKiosk({ badge: anna, pin: null })).toMatchObject({ ok: true });
    const stranger = await world.gateway.identifyAtKiosk({ badge: '04ffffffffffff', pin: null });
    expect(stranger).toEqual({ ok: false, code: 'kiosk-badge-unknown' });
    await world.gateway.setStatus({ member: keyOf(world, 'anna'), status: 'suspended', by: 'console' });
    const out = await world.gateway.identifyAtKiosk({ handle: 'anna', pin: '482913' });
    expect(out).toEqual({ ok: false, code: 'member-suspended' });
  });

  it('keeps PINs and badges out of the journal', async () => {
    const world = await open();
    await start(world, await byPin(world));
    const told = JSON.stringify([world.journal.entries(), [...world.counted], world.faults]);
    for (const secret of ['482913', anna]) expect(told).not.toContain(secret);
  });
});

describe('FINISH at a kiosk', () => {
  it('ends one’s own session alone, with what it cost', async () => {
    const world = await open();
    const who = await byPin(world);
    await start(world, who);
    await world.advance(5_000);
    const other = await byPin(world, 'bruno');
    expect(await world.gateway.finishAtKiosk({ machine: 'laser', who: other })).toEqual({
      ...{ ok: false, code: 'session-not-yours' },
    });
    const done = await world.gateway.finishAtKiosk({ machine: 'laser', who });
    expect(done).toMatchObject({ ok: true, lastedMs: expect.any(Number), costMinor: expect.any(String) });
    await world.advance(2_000);
    expect(world.switches.get('laser-plug').isOn()).toBe(false);
  });
});

describe('a tap at the reader', () => {
  it('is told to the screens beside it, with its answer', async () => {
    const world = await open();
    const told: Change[] = [];
    world.gateway.listen((change) => told.push(change));
    await world.tap({ reader: 'front', badge: carla });
    expect(told).toContainEqual({
      kind: 'answered',
      reader: 'front',
      answer: expect.objectContaining({ outcome: 'refused', code: 'certificate-missing' }),
    });
  });
});
