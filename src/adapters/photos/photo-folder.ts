// Pictures of machines as files in the data folder, each under the SHA-256 of its bytes: written whole and flushed before
// an entry names it, and read only if the bytes are still those.

import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Photos } from '../../gateway/ports.ts';

const folderName = 'photos';
export const digestShape = /^[0-9a-f]{64}$/;

/** @param place the data folder; the folder for pictures is made with the first one */
export function photoFolder({ dataDir }: { readonly dataDir: string }): Photos {
  const folder = photosIn(dataDir);
  // Pictures that are being written: not yet named by an entry, and not to be taken away by another's clearing.
  const fresh = new Set<string>();

  return {
    async keep(bytes) {
      const digest = digestOf(bytes);
      fresh.add(digest);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const draft = join(folder, `${randomUUID()}.draft`);
      try {
        const file = await open(draft, 'wx', 0o600);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(draft, join(folder, digest));
        const kept = await open(folder, 'r');
        try {
          await kept.sync();
        } finally {
          await kept.close();
        }
      } catch (cause) {
        fresh.delete(digest);
        await rm(draft, { force: true });
        const text = `The picture could not be written to ${folder}; look at the room and the rights there.`;
        throw new Error(text, { cause });
      }
      return digest;
    },
    async read(digest) {
      if (!digestShape.test(digest)) return null;
      try {
        const bytes = await readFile(join(folder, digest));
        return digestOf(bytes) === digest ? bytes : null;
      } catch (fault) {
        if (isMissing(fault)) return null;
        throw new Error(`The picture ${digest} cannot be read; look at the rights of ${folder}.`, {
          cause: fault,
        });
      }
    },
    async keepOnly(digests) {
      const named = new Set(digests);
      for (const digest of named) fresh.delete(digest);
      const files = await readdir(folder).catch((fault: unknown) => {
        if (isMissing(fault)) return [];
        throw fault;
      });
      for (const file of files) {
        if (digestShape.test(file) && !named.has(file) && !fresh.has(file))
          await rm(join(folder, file), { force: true });
      }
    },
  };
}

export const photosIn = (dataDir: string): string => join(dataDir, folderName);

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const isMissing = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';
