// Pictures in memory, as the folder keeps them: by digest, and only those that are named.

import { createHash } from 'node:crypto';
import type { Photos } from '../../src/gateway/ports.ts';

export function createFakePhotos(): Photos {
  const kept = new Map<string, Uint8Array>();
  return {
    async keep(bytes) {
      const digest = createHash('sha256').update(bytes).digest('hex');
      kept.set(digest, bytes);
      return digest;
    },
    read: async (digest) => kept.get(digest) ?? null,
    async keepOnly(digests) {
      for (const digest of kept.keys()) if (!digests.includes(digest)) kept.delete(digest);
    },
  };
}
