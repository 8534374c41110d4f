// Locks and modes of machines, met at the reader: who may still start, what becomes of the session, over restarts.

import { describe, expect, it } from 'vitest';
import { interlockAt } from '../../src/domain/access/interlock-at.ts';
import type { Mode } from '../../src/domain/machine/activity.ts';
import type { Workshop } from '../../src/domain/machine/workshop.ts';
import { memberInput, openWorld, type World } from '../fakes/fake-world.ts';
import { replayed } from '../fakes/replay.ts';
import { machineLike, sampleBadges, sampleWorkshop } from '../fakes/sample-workshop.ts';

/** Each machine at a reader of its own. */
const workshop: Workshop = {
  ...sampleWorkshop,
  machines: {
    ...sampleWorkshop.machines,
    mill: machineLike({ name: 'Mill', pool: 'mills', reader: 'attic', switch: 'mill-plug', requires: [] }),
  },
};
const stewardBadge = '04a1b2c3d4e599';
const members = [
  memberInput('anna', { badges: [sampleBadges.anna] }),
  memberInput('bruno', { badges: [sampleBadges.bruno] }),
  memberInput('eva', { badges: [stewardBadge], roles: ['steward'] }),
];
const open = () => openWorld({ workshop, members });
const tapMill = (world: World, badge: string = sampleBadges.anna) => world.tap({ reader: 'attic', badge });
const keyOf = (world: World, handle: string) => world.gateway.personByHandle(handle)?.member ?? '';
const lock = (world: World, severity: 'stop' | 'after' = 'stop', machine = 'mill') =>
  world.gateway.lockMachine({ machine, by: keyOf(world, 'bruno'), steward: false, severity });
const setMode = (world: World, mode: Mode, note: string | null = null) =>
  world.gateway.setMachineMode({ machine: 'mill', mode, by: keyOf(world, 'eva'), note, photo: null });

describe('a lock', () => {
  it('ends the session at once, and nobody starts until a steward unlocks it, over a restart too', async () => {
    const world = await open();
    await tapMill(world);
    world.report('mill', 'running');
    await world.settle();
    expect(await lock(world)).toEqual({ ok: true });
    await world.settle();
    // Held by its controller, not waited for although it runs.
    expect(world.journal.entries().map(({ type }) => type)).toContain('access-ending');
    expect(world.journal.entries().find(({ type }) => type === 'session-ending')?.data).toMatchObject({
      cause: 'locked',
    });
    await world.advance(5_000);
    const no = await tapMill(world, stewardBadge);
    expect(no).toMatchObject({ outcome: 'refused', code: 'machine-locked' });
    expect(no.text).toContain('unlocks it');
    expect(interlockAt(world.gateway.state(), 'mill')).toMatchObject({ permit: 'denied', reason: 'locked' });
    await world.crash();
    await world.restart();
    expect(await tapMill(world)).toMatchObject({ outcome: 'refused', code: 'machine-locked' });
    expect(await world.gateway.unlockMachine({ machine: 'mill', by: keyOf(world, 'eva') })).toEqual({
      ok: true,
    });
    expect(await tapMill(world)).toMatchObject({ outcome: 'granted' });
  });

  it('for afterwards lets the session go on to its end', async () => {
    const world = await open();
    await tapMill(world);
    await lock(world, 'after');
    expect(world.gateway.state().sessions.get('mill')?.phase).toBe('active');
    expect(await tapMill(world, sampleBadges.bruno)).toMatchObject({ code: 'machine-locked' });
    expect(await tapMill(world)).toMatchObject({ outcome: 'ended' });
    await world.advance(5_000);
    expect(await tapMill(world)).toMatchObject({ code: 'machine-locked' });
  });

  it('hurries a session that was finishing at its own pace', async () => {
    const world = await open();
    await tapMill(world);
    world.report('mill', 'running');
    await world.settle();
    await tapMill(world);
    await world.settle();
    expect(world.gateway.state().sessions.get('mill')).toMatchObject({
      phase: 'finishing',
      cause: 'second-tap',
    });
    await lock(world);
    await world.settle();
    expect(world.gateway.state().sessions.get('mill')?.cause).toBe('locked');
    expect(world.gateway.state().sessions.get('mill')?.phase).not.toBe('finishing');
  });

  it('is refused without a trace where it is one already, or none is there (inv. 6)', async () => {
    const world = await open();
    await lock(world);
    const before = world.journal.entries().length;
    expect(await lock(world)).toEqual({ ok: false, code: 'machine-locked-already' });
    expect(await lock(world, 'after')).toEqual({ ok: false, code: 'machine-locked-already' });
    expect(await lock(world, 'stop', 'constructor')).toEqual({ ok: false, code: 'machine-unknown' });
    const none = { machine: 'laser', by: 'console' };
    expect(await world.gateway.unlockMachine(none)).toEqual({ ok: false, code: 'machine-not-locked' });
    expect(world.journal.entries()).toHaveLength(before);
  });

  it('is given five times an hour to one member, also over a restart', async () => {
    const world = await open();
    for (let time = 0; time < 5; time++) {
      expect(await lock(world)).toEqual({ ok: true });
      await world.gateway.unlockMachine({ machine: 'mill', by: 'console' });
    }
    await world.crash();
    await world.restart();
    expect(await lock(world)).toEqual({ ok: false, code: 'lock-limit' });
    const eva = { machine: 'mill', by: keyOf(world, 'eva'), steward: true, severity: 'stop' } as const;
    expect(await world.gateway.lockMachine(eva)).toEqual({ ok: true });
    await world.gateway.unlockMachine({ machine: 'mill', by: 'console' });
    await world.advance(3_600_000);
    expect(await lock(world)).toEqual({ ok: true });
  }, 30_000);
});

describe('a mode', () => {
  it.each([
    ['out-of-order', 'machine-out-of-order', 'machine-out-of-order'],
    ['retired', 'machine-retired', 'machine-retired'],
    ['maintenance', 'machine-in-maintenance', null],
    ['setup', null, null],
    ['production', null, null],
  ] as const)('%s: members get %s, stewards %s', async (mode, memberCode, stewardCode) => {
    const world = await open();
    await setMode(world, mode);
    expect((await tapMill(world)).code).toBe(memberCode);
    if (memberCode === null) await tapMill(world);
    await world.advance(20_000);
    expect((await tapMill(world, stewardBadge)).code).toBe(stewardCode);
    expect(world.announced.get('mill')?.mode).toBe(mode);
  });

  it('ends the session as a steward does, and says why to who comes next', async () => {
    const world = await open();
    await tapMill(world);
    world.report('mill', 'running');
    await world.settle();
    expect(await setMode(world, 'out-of-order', ' The belt is torn ')).toEqual({ ok: true });
    expect(world.gateway.state().sessions.get('mill')).toMatchObject({
      phase: 'finishing',
      cause: 'steward',
    });
    expect(world.gateway.machineNote('mill')).toBe('The belt is torn');
    world.report('mill', 'idle');
    await world.advance(40_000);
    const { text } = await tapMill(world, sampleBadges.bruno);
    expect(text).toBe('Mill is out of order: The belt is torn. A steward can tell you more.');
    await world.crash();
    await world.restart();
    expect(world.gateway.machineNote('mill')).toBe('The belt is torn');
    const state = structuredClone(world.gateway.state());
    expect(replayed(world.journal.entries()).modes).toEqual(state.modes);
  });

  it('keeps the words beside the journal, and they go with who wrote them', async () => {
    const world = await open();
    await setMode(world, 'maintenance', 'oil, then test');
    expect(JSON.stringify(world.journal.entries())).not.toContain('oil');
    await world.gateway.eraseMember({ member: keyOf(world, 'eva'), dryRun: false });
    expect(world.gateway.machineNote('mill')).toBeNull();
    expect(await world.journal.notes()).toEqual([]);
    expect(world.gateway.state().modes.get('mill')?.mode).toBe('maintenance');
  });

  it.each([['x'.repeat(501)], ['two\nlines'], ['\u202eturned']])(
    'refuses the note %j without a trace',
    async (note) => {
      const world = await open();
      const before = world.journal.entries().length;
      expect(await setMode(world, 'maintenance', note)).toEqual({ ok: false, code: 'note-too-long' });
      expect(world.journal.entries()).toHaveLength(before);
    },
  );
});
