// Who was erased stays erased, whichever backup is put back: on the real store and the real gateway, through the boxes
// that the commands are handed.

import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { backupBoxes } from '../../src/composition/backup-boxes.ts';
import { commandBoxes } from '../../src/composition/command-boxes.ts';
import type { Config } from '../../src/config/config.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import type { Gateway } from '../../src/gateway/gateway.ts';
import { smallWorkshop } from '../config/small-workshop.ts';
import { memberInput } from '../fakes/fake-world.ts';

const boxes = commandBoxes(() => Promise.reject(new Error('nothing listens here')));
const name = 'Guglielmina Fantasma';
const people = [
  memberInput('gugli', { name, email: 'g@example.org', badges: ['04a1b2c3d4e580'] }),
  memberInput('bruno', { badges: ['04a1b2c3d4e581'] }),
  memberInput('root', { roles: ['member', 'admin'] }),
];

let root: string;
let folder: string;
let file: string;
let first: string;
let second: string;

const template = mkdtempSync(join(tmpdir(), 'officina-boxes-'));

/** Lived once, copied for each test. */
beforeAll(async () => {
  root = template;
  place();
  mkdirSync(folder);
  writeFileSync(file, smallWorkshop);
  await living('data', (gateway) => gateway.importMembers(people, { dryRun: false }));
  await backup('first');
  await living('data', async (gateway) => {
    const member = gateway.personByHandle('gugli')?.member ?? '';
    expect(await gateway.eraseMember({ member, dryRun: false })).toMatchObject({ ok: true });
  });
  await backup('second');
});
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'officina-boxes-'));
  cpSync(template, root, { recursive: true });
  place();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
afterAll(() => rmSync(template, { recursive: true, force: true }));

function place(): void {
  folder = join(root, 'backups');
  file = join(root, 'officina.yaml');
  first = join(folder, 'first.backup');
  second = join(folder, 'second.backup');
}

function configOn(data: string): Config {
  const outcome = loadConfig({ file, env: { OFFICINA_LOG: 'error' }, flags: { data: join(root, data) } });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.mistakes));
  return outcome.config;
}

/** A gateway lives there for a moment. */
async function living<T>(data: string, work: (gateway: Gateway) => Promise<T>): Promise<T> {
  const { gateway, close } = await boxes.openOffline(configOn(data), { makes: true });
  try {
    return await work(gateway);
  } finally {
    await close();
  }
}

const quiet = (): void => undefined;
const backup = async (to: string, data = 'data'): Promise<string> => {
  const place = { file, dataDir: join(root, data) };
  const path = join(folder, `${to}.backup`);
  return (await backupBoxes.backup({ place, path, keep: null, onProgress: quiet })).file;
};

const restore = (from: string, change: { erasures?: string; dryRun?: boolean } = {}) =>
  backupBoxes.restore({
    ...{ file: from, place: { file, dataDir: join(root, 'new') }, erasures: null, dryRun: false },
    ...{ onProgress: quiet, ...change },
  });

const bytesOf = (dir: string): string =>
  readdirSync(dir)
    .map((one) => readFileSync(join(dir, one), 'latin1'))
    .join();

describe('a member who was erased after the backup', () => {
  it.each([
    ['a newer backup beside it', () => unlinkSync(join(folder, 'erasures.json'))],
    ['the list beside it', () => unlinkSync(second)],
    [
      'a list that is named',
      () => {
        unlinkSync(join(folder, 'erasures.json'));
        unlinkSync(second);
        return join(root, 'data', 'erasures.json');
      },
    ],
  ])('does not come back, as told by %s', async (_what, leave) => {
    expect(readFileSync(first, 'latin1')).toContain(name);
    expect(readFileSync(second, 'latin1')).not.toContain(name);
    const erasures = leave();
    const named = typeof erasures === 'string' ? { erasures } : {};
    expect(await restore(first, { ...named, dryRun: true })).toMatchObject({ erased: 1 });
    expect(readdirSync(root)).not.toContain('new');
    expect(await restore(first, named)).toMatchObject({
      erased: 1,
      hasPepper: true,
      config: { why: 'same' },
    });
    const dir = join(root, 'new');
    expect(bytesOf(dir)).not.toContain(name);
    expect(await boxes.verify(configOn('new'), quiet)).toMatchObject({ ok: true });

    const { handles, entries } = await living('new', async (gateway) => ({
      handles: ['gugli', 'bruno'].map((handle) => gateway.personByHandle(handle)?.handle),
      entries: gateway.state().seq,
    }));
    expect(handles).toEqual([undefined, 'bruno']);
    expect(bytesOf(dir)).not.toContain(name);
    expect(await boxes.verify(configOn('new'), quiet)).toMatchObject({ ok: true, entries });
    // Its own backups pass it on.
    rmSync(join(folder, 'erasures.json'), { force: true });
    await backup('third', 'new');
    expect(readFileSync(join(folder, 'erasures.json'), 'utf8')).toMatch(/"member": "[0-9a-z]{26}"/);
  });

  it('comes back where nothing tells of it, and a damaged neighbour is named', async () => {
    unlinkSync(join(folder, 'erasures.json'));
    writeFileSync(second, readFileSync(second).subarray(0, 9_000));
    expect(await restore(first)).toMatchObject({ erased: 0, unread: [second] });
  });

  it('stays erased when a backup of another gateway lies beside it', async () => {
    await living('other', async () => undefined);
    await backup('other', 'other');
    expect(await restore(first)).toMatchObject({ erased: 1, unread: [] });
  });
});

describe('a restore', () => {
  it('inv. 2: is written into the journal once, with the entry that it came from', async () => {
    await restore(first);
    const types: string[] = [];
    await living('new', async (gateway) => void types.push(String(gateway.state().seq)));
    const seqs = await living('new', async (gateway) => gateway.state().seq);
    // Boot, restored, erased, and at the second start a boot alone.
    expect(seqs).toBe(Number(types[0]) + 1);
    const { entries } = (await boxes.verify(configOn('new'), quiet)) as { entries: number };
    expect(entries).toBe(seqs);
  });

  it('brings the pictures of machines back', async () => {
    const photos = join(root, 'data', 'photos');
    const digest = createHash('sha256').update('a picture').digest('hex');
    mkdirSync(photos);
    writeFileSync(join(photos, digest), 'a picture');
    writeFileSync(join(photos, `${'0'.repeat(64)}`), 'not what its name says');
    writeFileSync(join(photos, 'x.draft'), 'half of one');
    await restore(await backup('pictured'));
    expect(readdirSync(join(root, 'new', 'photos'))).toEqual([digest]);
    expect(readFileSync(join(root, 'new', 'photos', digest), 'utf8')).toBe('a picture');
  });

  it('recognises the badges of the original', async () => {
    await restore(second);
    const known = await living('new', (gateway) =>
      gateway.importMembers([people[1] ?? memberInput('x')], { dryRun: true }),
    );
    expect(known).toEqual({ ok: true, added: 0, changed: 0, unchanged: 1, warnings: [] });
  });

  it('keeps an officina.yaml that is there, and puts the other one beside it', async () => {
    writeFileSync(file, `# mine\n${smallWorkshop}`);
    const beside = join(root, 'officina.restored.yaml');
    expect(await restore(first)).toMatchObject({ config: { to: beside, why: 'other' } });
    expect(readFileSync(beside, 'utf8')).toBe(smallWorkshop);
    expect(readFileSync(file, 'utf8')).toContain('# mine');
    writeFileSync(beside, '# a third');
    rmSync(join(root, 'new'), { recursive: true });
    await expect(restore(first)).rejects.toThrow('move one of them away');
  });

  it('ends the session of a member who was erased later', async () => {
    const tap = { reader: 'front', badge: '04a1b2c3d4e581', machine: null, spelling: null };
    cpSync(join(root, 'data'), join(root, 'held'), { recursive: true });
    await living('held', async (gateway) => {
      const row = { ...people[1], certificates: [{ certificate: 'laser-basic', until: null }] };
      await gateway.importMembers([row as (typeof people)[0]], { dryRun: false });
      expect(await gateway.tap({ ...tap, tap: 'door:1' })).toMatchObject({ outcome: 'granted' });
    });
    const held = await backup('held', 'held');
    const member = await living('held', async (gateway) => gateway.personByHandle('bruno')?.member ?? '');
    const list = join(root, 'bruno.json');
    writeFileSync(list, JSON.stringify({ erasures: [{ member, at: '2026-11-22T00:00:00Z' }] }));
    expect(await restore(held, { erasures: list })).toMatchObject({ erased: 1 });
    await living('new', async (gateway) => {
      const session = [...gateway.state().sessions.values()][0];
      expect(session).toMatchObject({ member, cause: 'suspension' });
      expect(session?.phase).not.toBe('active');
    });
    expect(await boxes.verify(configOn('new'), quiet)).toMatchObject({ ok: true });
  });
});
