// One way in: a decision is durable or it never was.

import { describe, expect, it } from 'vitest';
import { emptyState } from '../../src/domain/journal/state.ts';
import { createCommitter } from '../../src/gateway/commit.ts';
import { JournalFault } from '../../src/gateway/ports.ts';
import { openWorld } from '../fakes/fake-world.ts';
import { createHandClock } from '../fakes/hand-clock.ts';
import { replayed } from '../fakes/replay.ts';
import { sampleBadges } from '../fakes/sample-workshop.ts';

const { anna, bruno } = sampleBadges;
const laserTap = { reader: 'front', badge: anna };

describe('a journal that cannot write', () => {
  it('refuses the tap with the code of the fault, and nothing of it happened', async () => {
    const world = await openWorld();
    const before = structuredClone(world.gateway.state());
    const entries = world.journal.entries().length;
    world.gate.setFull(true);
    await expect(world.tap(laserTap)).rejects.toMatchObject({ name: 'JournalFault', code: 'journal-full' });
    await world.settle();
    expect(world.gateway.state()).toEqual(before);
    expect(world.journal.entries()).toHaveLength(entries);
    expect(world.readers.shown).toEqual([]);
    expect(world.switches.orders.filter(({ on }) => on)).toEqual([]);
  });

  it('shows in health until it writes again', async () => {
    const world = await openWorld();
    const told: string[] = [];
    world.gateway.listen((change) => told.push(change.kind));
    expect(world.gateway.health()).toEqual({ ok: true, reasons: [] });
    world.gate.setFull(true);
    await world.tap(laserTap).catch(() => undefined);
    expect(world.gateway.health().ok).toBe(false);
    expect(world.gateway.health().reasons.map(({ code }) => code)).toEqual(['journal-full']);
    world.gate.setFull(false);
    expect((await world.tap(laserTap)).outcome).toBe('granted');
    expect(world.gateway.health()).toEqual({ ok: true, reasons: [] });
    expect(told.filter((kind) => kind === 'health')).toHaveLength(2);
    expect(world.faults).toHaveLength(1);
  });

  it('is noticed to write again also when nobody taps', async () => {
    const world = await openWorld();
    world.gate.setFull(true);
    await world.tap(laserTap).catch(() => undefined);
    await world.advance(20_000);
    expect(world.gateway.health().ok).toBe(false);
    world.gate.setFull(false);
    await world.advance(6_000);
    expect(world.gateway.health().ok).toBe(true);
  });

  it('takes back what was decided on top of it too, and each caller hears', async () => {
    const world = await openWorld();
    world.gate.hold();
    const first = world.tap(laserTap);
    const onTop = world.tap({ reader: 'front', badge: bruno });
    world.gate.setFull(true);
    world.gate.release();
    await expect(first).rejects.toMatchObject({ code: 'journal-full' });
    await expect(onTop).rejects.toMatchObject({ code: 'journal-behind' });
    world.gate.setFull(false);
    // Had the first been kept, this would be refused as in use.
    expect((await world.tap({ reader: 'front', badge: bruno })).outcome).toBe('granted');
  });

  it('decides the next input on what is underway, not on what is on the disk', async () => {
    const world = await openWorld();
    world.gate.hold();
    const answers = [world.tap(laserTap), world.tap({ reader: 'front', badge: bruno }), world.tap(laserTap)];
    world.gate.release();
    expect((await Promise.all(answers)).map(({ outcome, code }) => code ?? outcome)).toEqual([
      'granted',
      'machine-in-use',
      'ended',
    ]);
  });

  it('inv. 1: leaves running machines alone, and ends what it could not write later', async () => {
    const world = await openWorld();
    await world.tap(laserTap);
    await world.settle();
    world.gate.setFull(true);
    await expect(world.tap(laserTap)).rejects.toMatchObject({ code: 'journal-full' });
    await world.advance(120_000);
    expect(world.switches.get('laser-plug').isOn()).toBe(true);
    expect(world.gateway.state().sessions.get('laser')?.phase).toBe('active');
    world.gate.setFull(false);
    expect((await world.tap(laserTap)).outcome).toBe('ended');
  });

  it('a sign of life that fails once does not leave the gateway ill', async () => {
    const world = await openWorld();
    await world.tap(laserTap);
    await world.settle();
    world.gate.setFull(true);
    await world.advance(10_000);
    expect(world.gateway.health().ok).toBe(false);
    world.gate.setFull(false);
    await world.advance(10_000);
    expect(world.gateway.health()).toEqual({ ok: true, reasons: [] });
  });
});

it('a late refusal does not take back what was decided after the first', async () => {
  const answers: PromiseWithResolvers<void>[] = [];
  const append = (): Promise<void> => {
    const answer = Promise.withResolvers<void>();
    answers.push(answer);
    return answer.promise;
  };
  const committer = createCommitter({
    journal: { append },
    clock: createHandClock(),
    state: emptyState('gateway-1'),
    boot: 'boot-1',
    notBeforeMs: 0,
    onDurable: () => undefined,
    onFault: () => undefined,
  });
  const commit = (id: string) =>
    committer.commit([{ type: 'switch-changed', data: { switch: id, on: true } }]);
  const outcomes = [commit('first'), commit('on-top')].map((done) => done.then(String, ({ code }) => code));
  answers[0]?.reject(new JournalFault('journal-broken', 'broken'));
  await outcomes[0];
  const fresh = commit('fresh');
  answers[1]?.reject(new JournalFault('journal-behind', 'behind'));
  expect(await Promise.all(outcomes)).toEqual(['journal-broken', 'journal-behind']);
  expect([...committer.tentative().switches.keys()]).toEqual(['fresh']);
  answers[2]?.resolve();
  expect((await fresh).map(({ seq }) => seq)).toEqual([1]);
  expect(committer.durable()).toEqual(committer.tentative());
});

describe('time', () => {
  it('inv. 4: no entry goes before the one before it, whatever the wall clock does', async () => {
    const world = await openWorld();
    world.clock.jump(86_400_000);
    await world.tap(laserTap);
    world.clock.jump(-2 * 86_400_000);
    await world.advance(60_000);
    await world.tap(laserTap);
    await world.crash();
    world.clock.jump(-86_400_000);
    await world.restart();
    await world.advance(1_000);
    const at = world.journal.entries().map(({ atMs }) => atMs);
    expect(at.every((ms, i) => i === 0 || ms >= (at[i - 1] ?? 0))).toBe(true);
    const segment = world.journal.entries().find(({ type }) => type === 'segment-closed')?.data;
    expect(segment).toMatchObject({ gapMs: 60_000, clocks: { loadedMs: 0 } });
  });

  it('inv. 4: a clock that was never set refuses dated certificates only, and says so', async () => {
    const world = await openWorld({
      members: [
        {
          member: 'dora',
          name: 'Dora',
          email: null,
          team: null,
          roles: [],
          badges: [anna],
          certificates: [{ certificate: 'laser-basic', until: '2099-01-01' }],
        },
      ],
    });
    await world.crash();
    world.clock.setSynchronised(false);
    await world.restart();
    expect((await world.tap(laserTap)).code).toBe('clock-unset');
    expect((await world.tap({ reader: 'hall', badge: anna, machine: 'mill' })).outcome).toBe('granted');
    expect(world.gateway.health()).toMatchObject({ ok: true, reasons: [{ code: 'clock-unset' }] });
    world.clock.setSynchronised(true);
    await world.advance(1_000);
    expect((await world.tap(laserTap)).outcome).toBe('granted');
    expect(world.gateway.health()).toEqual({ ok: true, reasons: [] });
  });
});

it('inv. 3: what is on the disk gives the live state', async () => {
  const world = await openWorld();
  await world.tap(laserTap);
  world.report('laser', 'running', { job: { event: 'started' } });
  await world.advance(20 * 60_000);
  await world.tap(laserTap);
  await world.advance(1_000);
  expect(replayed(world.journal.entries())).toEqual(world.gateway.state());
});
