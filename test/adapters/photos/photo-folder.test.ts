// The folder of pictures: by digest, whole or not at all, and nothing else in the data folder can be reached through it.

import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { photoFolder } from '../../../src/adapters/photos/photo-folder.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'officina-photos-'));
});
afterEach(() => {
  chmodSync(dataDir, 0o700);
  rmSync(dataDir, { recursive: true });
});

const bytes = (text: string) => new TextEncoder().encode(text);
const stored = () => readdirSync(join(dataDir, 'photos'));

it('keeps a picture under its digest, for this account alone', async () => {
  const photos = photoFolder({ dataDir });
  const digest = await photos.keep(bytes('one'));
  expect(await photos.keep(bytes('one'))).toBe(digest);
  expect(stored()).toEqual([digest]);
  expect(statSync(join(dataDir, 'photos', digest)).mode & 0o077).toBe(0);
  expect(await photos.read(digest)).toEqual(Buffer.from('one'));
});

it('takes away what no machine names, but not what was kept a moment ago', async () => {
  const photos = photoFolder({ dataDir });
  const [one, two] = [await photos.keep(bytes('one')), await photos.keep(bytes('two'))];
  await photos.keepOnly([one]);
  expect(stored().sort()).toEqual([one, two].sort());
  await photoFolder({ dataDir }).keepOnly([one]);
  expect(stored()).toEqual([one]);
  await photoFolder({ dataDir: join(dataDir, 'none') }).keepOnly([]);
});

it('gives nothing for a name that is no digest, or for bytes that were changed', async () => {
  const photos = photoFolder({ dataDir });
  const digest = await photos.keep(bytes('one'));
  writeFileSync(join(dataDir, 'secret'), 'secret');
  for (const name of ['../secret', '', 'A'.repeat(64), '0'.repeat(64)])
    expect(await photos.read(name)).toBeNull();
  writeFileSync(join(dataDir, 'photos', digest), 'other');
  expect(await photos.read(digest)).toBeNull();
});

it('says where it could not write', async () => {
  writeFileSync(join(dataDir, 'photos'), 'in the way');
  await expect(photoFolder({ dataDir }).keep(bytes('one'))).rejects.toThrow(/photos/);
});
