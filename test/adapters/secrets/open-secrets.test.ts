// The pepper is made once, kept to its owner and never replaced; passwords are compared at the same cost always.

import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSecrets } from '../../../src/adapters/secrets/open-secrets.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'officina-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => openSecrets({ dataDir: folder });
const pepper = () => join(folder, 'pepper');

describe('the pepper', () => {
  it('is made at the first start, for its owner only, and stays', async () => {
    const first = await open();
    expect(statSync(pepper()).mode & 0o777).toBe(0o600);
    expect(readFileSync(pepper())).toHaveLength(32);
    expect(readdirSync(folder)).toEqual(['pepper']);
    expect((await open()).badgeKey('04a1b2c3')).toBe(first.badgeKey('04a1b2c3'));
  });

  it('is the same for starts that meet', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, open));
    expect(new Set(all.map((secrets) => secrets.badgeKey('04a1b2c3'))).size).toBe(1);
    expect(readdirSync(folder)).toEqual(['pepper']);
  });

  it('decides the key of a badge, and another pepper gives another', async () => {
    const key = (await open()).badgeKey('04a1b2c3');
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    rmSync(pepper());
    expect((await open()).badgeKey('04a1b2c3')).not.toBe(key);
  });

  it('is refused when others may read it', async () => {
    await open();
    chmodSync(pepper(), 0o640);
    await expect(open()).rejects.toMatchObject({ code: 'pepper-open' });
  });

  it.each([[''], ['short'], ['x'.repeat(33)]])('is refused, not replaced, when it holds %j', async (text) => {
    writeFileSync(pepper(), text, { mode: 0o600 });
    await expect(open()).rejects.toMatchObject({ code: 'pepper-damaged' });
    expect(readFileSync(pepper(), 'utf8')).toBe(text);
  });

  it('is not taken from another place', async () => {
    writeFileSync(join(folder, 'other'), 'x'.repeat(32), { mode: 0o600 });
    symlinkSync(join(folder, 'other'), pepper());
    await expect(open()).rejects.toMatchObject({ code: 'pepper-fault' });
  });
});

describe('passwords', () => {
  it('are recognised by their hash, which tells its parameters and not the password', async () => {
    const secrets = await open();
    const hash = await secrets.hashPassword('correct horse');
    expect(hash).toMatch(/^scrypt\$ln=15,r=8,p=1\$[\w-]{22}\$[\w-]{43}$/);
    expect(await secrets.verifyPassword('correct horse', hash)).toBe(true);
    expect(await secrets.verifyPassword('correct hors', hash)).toBe(false);
    expect(await secrets.hashPassword('correct horse')).not.toBe(hash);
  });

  it('match however the letters were composed', async () => {
    const secrets = await open();
    const hash = await secrets.hashPassword('caffe\u0300-doppio');
    expect(await secrets.verifyPassword('caff\u00e8-doppio', hash)).toBe(true);
  });

  it('cost the same without a hash, and are never right then', async () => {
    const secrets = await open();
    const hash = await secrets.hashPassword('correct horse');
    const timeMs = async (value: string | null): Promise<number> => {
      const begin = performance.now();
      expect(await secrets.verifyPassword('wrong', value)).toBe(false);
      return performance.now() - begin;
    };
    // In turns, so that whatever else runs here slows both alike; the best of each is the work itself.
    const times: { without: number; within: number }[] = [];
    for (let i = 0; i < 5; i++) times.push({ without: await timeMs(null), within: await timeMs(hash) });
    const best = (key: 'without' | 'within') => Math.min(...times.map((one) => one[key]));
    // Without the dummy work this is below 0.01.
    expect(best('without') / best('within')).toBeGreaterThan(0.5);
  });

  it.each([
    ['', 'scrypt$', 'plain', `scrypt$ln=30,r=8,p=1$${'a'.repeat(22)}$${'a'.repeat(43)}`],
    [
      `scrypt$ln=0,r=0,p=0$${'a'.repeat(22)}$${'a'.repeat(43)}`,
      `scrypt$ln=15,r=99,p=1$${'a'.repeat(22)}$${'a'.repeat(43)}`,
    ],
  ])('inv. 11: a damaged hash is a no, not a fault', async (...hashes) => {
    const secrets = await open();
    for (const hash of hashes) expect(await secrets.verifyPassword('', hash)).toBe(false);
  });
});
